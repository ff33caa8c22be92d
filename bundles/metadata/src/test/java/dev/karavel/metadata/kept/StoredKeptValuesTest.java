package dev.karavel.metadata.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.catalog.KeptValue;
import dev.karavel.api.error.KaravelException;
import dev.karavel.metadata.store.OpenDatabase;
import dev.karavel.metadata.store.RealPostgres;
import dev.karavel.metadata.store.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoredKeptValuesTest {
    private static final Duration WEEK = Duration.ofDays(7);

    private final OpenDatabase database = TestDatabase.inMemory();
    private final TurnedClock clock = new TurnedClock();
    private final StoredKeptValues values = new StoredKeptValues(database.transactions(), clock);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aValueIsFoundUnderItsKeyAndKindOnly() {
        KeptValue kept = values.keep("link", "{\"a\":1}", Optional.of(7L), Optional.empty());
        assertThat(kept.key()).hasSize(24);
        assertThat(values.find("link", kept.key())).contains(kept);
        assertThat(values.find("draft", kept.key())).isEmpty();
        assertThat(values.find("link", "another")).isEmpty();
        assertThat(values.keep("link", "{}", Optional.empty(), Optional.empty()).key())
                .isNotEqualTo(kept.key());
    }

    @Test
    void whatExpiresIsGoneUnlessItIsRenewed() {
        KeptValue gone = values.keep("draft", "{}", Optional.empty(), Optional.of(WEEK));
        KeptValue renewed = values.keep("draft", "{}", Optional.empty(), Optional.of(WEEK));
        clock.turn(Duration.ofDays(6));
        values.renew("draft", renewed.key(), WEEK);
        clock.turn(Duration.ofDays(2));
        values.keep("link", "{}", Optional.empty(), Optional.empty());
        assertThat(values.find("draft", gone.key())).isEmpty();
        assertThat(values.find("draft", renewed.key())).isPresent();
        assertThat(values.replace("draft", gone.key(), "{}", Optional.of(WEEK))).isEmpty();
    }

    @Test
    void aValueIsReplacedAndForgotten() {
        KeptValue kept = values.keep("draft", "{}", Optional.empty(), Optional.of(WEEK));
        assertThat(values.replace("draft", kept.key(), "{\"b\":2}", Optional.of(WEEK))
                        .map(KeptValue::value))
                .contains("{\"b\":2}");
        assertThat(values.forget("link", kept.key())).isFalse();
        assertThat(values.forget("draft", kept.key())).isTrue();
        assertThat(values.find("draft", kept.key())).isEmpty();
        assertThat(values.forget("draft", kept.key())).isFalse();
    }

    @Test
    void postgresKeepsTheSame() {
        try (RealPostgres server = RealPostgres.start();
                OpenDatabase there = TestDatabase.on(server)) {
            keepsTheSame(there);
        }
    }

    @Test
    void mariaDbKeepsTheSame() {
        try (OpenDatabase there = TestDatabase.onMariaDb("around")) {
            keepsTheSame(there);
        }
    }

    private void keepsTheSame(OpenDatabase there) {
        StoredKeptValues kept = new StoredKeptValues(there.transactions(), clock);
        KeptValue value = kept.keep("link", "{\"ü\":\"€\"}", Optional.of(7L), Optional.of(WEEK));
        assertThat(kept.find("link", value.key())).contains(value);
        assertThat(kept.replace("link", value.key(), "{}", Optional.empty()).flatMap(KeptValue::expiresOn))
                .isEmpty();
        assertThat(kept.forget("link", value.key())).isTrue();
    }

    @Test
    void whatIsTooLongIsRefused() {
        String endless = "x".repeat(1_000_001);
        assertThatThrownBy(() -> values.keep("link", endless, Optional.empty(), Optional.empty()))
                .isInstanceOf(KaravelException.class)
                .hasMessageContaining("1000000");
    }

    private static final class TurnedClock extends Clock {
        private Instant now = Instant.parse("2026-03-01T10:00:00Z");

        void turn(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
