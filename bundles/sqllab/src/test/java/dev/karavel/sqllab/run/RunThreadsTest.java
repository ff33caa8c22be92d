package dev.karavel.sqllab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunThreadsTest {
    private final RunThreads threads = new RunThreads(1, 1);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    @AfterEach
    void stop() throws InterruptedException {
        threads.stop();
    }

    @Test
    void aRunTooManyIsToldToComeLater() throws InterruptedException {
        threads.start(1, this::endless);
        begun.await();
        threads.start(2, () -> {});
        assertThatThrownBy(() -> threads.start(3, () -> {}))
                .isInstanceOfSatisfying(
                        KaravelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.QUEUE_FULL));
    }

    @Test
    void anInterruptReachesTheRunAndFreesItsThread() throws InterruptedException {
        threads.start(1, this::endless);
        begun.await();
        assertThat(threads.interrupt(1)).isTrue();
        ended.await();
        CountDownLatch next = new CountDownLatch(1);
        threads.start(2, next::countDown);
        next.await();
        assertThat(threads.interrupt(1)).isFalse();
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
