package dev.karavel.sqllab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunThreadsTest {
    private final RunThreads threads = new RunThreads(1, 1);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    private final Runnable unwanted = () -> {
        throw new AssertionError("It got its thread");
    };

    @AfterEach
    void stop() throws InterruptedException {
        threads.stop();
    }

    @Test
    void aRunTooManyIsToldToComeLater() throws InterruptedException {
        threads.start(1, this::endless, unwanted);
        begun.await();
        threads.start(2, () -> {}, unwanted);
        assertThatThrownBy(() -> threads.start(3, () -> {}, unwanted))
                .isInstanceOfSatisfying(
                        KaravelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.QUEUE_FULL));
    }

    @Test
    void anInterruptReachesTheRunAndFreesItsThread() throws InterruptedException {
        threads.start(1, this::endless, unwanted);
        begun.await();
        assertThat(threads.interrupt(1)).isTrue();
        ended.await();
        CountDownLatch next = new CountDownLatch(1);
        threads.start(2, next::countDown, unwanted);
        next.await();
        assertThat(threads.interrupt(1)).isFalse();
    }

    @Test
    void oneThatNeverGotItsThreadSaysSoOnceAndDoesNotRun() throws InterruptedException {
        AtomicInteger told = new AtomicInteger();
        threads.start(1, this::endless, unwanted);
        begun.await();
        threads.start(2, unwanted, told::incrementAndGet);
        assertThat(threads.interrupt(2)).isTrue();
        assertThat(threads.interrupt(2)).isFalse();
        assertThat(told).hasValue(1);
        threads.interrupt(1);
        CountDownLatch next = new CountDownLatch(1);
        threads.start(3, next::countDown, unwanted);
        next.await();
        assertThat(told).hasValue(1);
    }

    private void endless() {
        begun.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            ended.countDown();
        }
    }
}
