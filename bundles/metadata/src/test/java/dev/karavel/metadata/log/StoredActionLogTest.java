package dev.karavel.metadata.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.catalog.LogEntry;
import dev.karavel.metadata.store.OpenDatabase;
import dev.karavel.metadata.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoredActionLogTest {
    private final OpenDatabase database = TestDatabase.inMemory();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatWaitsIsWrittenBeforeTheLogCloses() throws InterruptedException {
        StoredActionLog log = new StoredActionLog(database.transactions());
        LogEntry entry = entry(1, "dashboard.view");
        for (int i = 0; i < 1200; i++) {
            log.write(entry);
        }
        log.close();
        assertThat(log.latest(2000)).hasSize(1200).containsOnly(entry);
    }

    @Test
    void underOverloadTheOldestAreDropped() throws InterruptedException {
        StoredActionLog log = new StoredActionLog(database.transactions(), 3);
        IntStream.rangeClosed(1, 5).forEach(i -> log.write(entry(i, "action " + i)));
        log.close();
        log.writeAll();
        assertThat(log.latest(10)).extracting(LogEntry::action).containsExactly("action 5", "action 4", "action 3");
        assertThat(log.latest(1)).extracting(LogEntry::action).containsExactly("action 5");
    }

    @Test
    void whatDoesNotFitIsShortenedInsteadOfLost() throws InterruptedException {
        StoredActionLog log = new StoredActionLog(database.transactions(), 3);
        log.write(entry(1, "x\0" + "y".repeat(1000)));
        log.close();
        log.writeAll();
        assertThat(log.latest(1))
                .singleElement()
                .satisfies(entry -> assertThat(entry.action()).startsWith("xyy").hasSize(512));
    }

    @Test
    void dashboardsMostLookedAtComeFirst() throws InterruptedException {
        StoredActionLog log = new StoredActionLog(database.transactions());
        for (long dashboard : new long[] {1, 2, 2, 3, 3, 3}) {
            log.write(new LogEntry(
                    Instant.now(),
                    Optional.of(7L),
                    "dashboard_viewed",
                    Optional.of(dashboard),
                    Optional.empty(),
                    "{}",
                    Duration.ZERO));
        }
        log.close();
        StoredActionHistory history = new StoredActionHistory(database.transactions());
        Instant lately = Instant.now().minusSeconds(60);
        assertThat(history.mostOften("dashboard_viewed", lately, 2)).containsExactly(3L, 2L);
        assertThat(history.mostOften("dashboard_viewed", Instant.now().plusSeconds(60), 2))
                .isEmpty();
    }

    private static LogEntry entry(int second, String action) {
        return new LogEntry(
                Instant.ofEpochSecond(1_700_000_000L + second),
                Optional.of(7L),
                action,
                Optional.empty(),
                Optional.of(3L),
                "{\"a\":1}",
                Duration.ofMillis(12));
    }
}
