package dev.karavel.web.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DrainTest {
    @Test
    void aServerAloneStopsAtOnce() {
        Drain drain = new Drain(Duration.ZERO, Duration.ofHours(1));
        drain.entered();
        drain.run();
        assertThat(drain.isLeaving()).isFalse();
    }

    @Test
    void whoIsServedIsWaitedFor() throws Exception {
        Drain drain = new Drain(Duration.ofMillis(1), Duration.ofHours(1));
        drain.entered();
        CompletableFuture<Void> stop = CompletableFuture.runAsync(drain);
        while (!drain.isLeaving()) {
            Thread.onSpinWait();
        }
        assertThat(stop).isNotDone();
        drain.left();
        stop.get(30, TimeUnit.SECONDS);
    }

    @Test
    void patienceEnds() {
        Drain drain = new Drain(Duration.ofMillis(1), Duration.ofMillis(1));
        drain.entered();
        drain.run();
        assertThat(drain.isLeaving()).isTrue();
    }
}
