package dev.karavel.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.cache.CachedResult;
import dev.karavel.api.cache.ResultCache.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalFlightTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final CachedResult ANSWER = new CachedResult(new byte[] {1}, NOW);
    private static final StoredResult STORED = new StoredResult(ANSWER, NOW.plusSeconds(60), 1);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch storing = new CountDownLatch(1);
    private final AtomicBoolean forgotten = new AtomicBoolean();
    private final LocalFlight flight = new LocalFlight();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void whoWaitsHasTheAnswerBeforeItIsStored() {
        takeOff(Optional.of(STORED));

        assertThat(answer().result()).isSameAs(ANSWER);
        assertThat(flight.landed()).contains(STORED);
        assertThat(forgotten).isFalse();
        storing.countDown();
    }

    @Test
    void settlingWaitsUntilTheAnswerIsStored() {
        takeOff(Optional.of(STORED));
        answer();
        Thread settling = new Thread(flight::settle);
        settling.start();
        Waiting.until(() -> Waiting.isIn(settling, LocalFlight.class, "settle"));

        storing.countDown();

        flight.settle();
        assertThat(forgotten).isTrue();
    }

    @Test
    void anAnswerThatIsNotStoredIsForgottenBeforeAnybodyHasIt() {
        takeOff(Optional.empty());

        answer();

        assertThat(forgotten).isTrue();
        assertThat(flight.landed()).isEmpty();
        storing.countDown();
    }

    private void takeOff(Optional<StoredResult> stored) {
        flight.join();
        flight.takeOff(
                threads,
                () -> new LocalFlight.Landing(new Found(ANSWER, false), stored, this::store),
                () -> forgotten.set(true));
    }

    private void store() {
        try {
            assertThat(storing.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Found answer() {
        return flight.await(Deadline.in(Duration.ofSeconds(60))).orElseThrow();
    }
}
