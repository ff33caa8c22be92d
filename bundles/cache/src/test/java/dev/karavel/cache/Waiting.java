package dev.karavel.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something that happens in another thread. */
final class Waiting {
    private Waiting() {}

    /** Whether that thread is in that method now. */
    static boolean isIn(Thread thread, Class<?> type, String method) {
        return thread != null
                && Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(type.getName())
                                && frame.getMethodName().equals(method));
    }

    static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    /** Whether some thread is. */
    static boolean isAnyIn(Class<?> type, String method) {
        return Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> isIn(thread, type, method));
    }
}
