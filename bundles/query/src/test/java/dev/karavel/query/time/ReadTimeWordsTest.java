package dev.karavel.query.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.TimeBounds;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadTimeWordsTest {
    private final ReadTimeWords words =
            new ReadTimeWords(Clock.fixed(Instant.parse("2026-03-10T15:30:00Z"), ZoneOffset.UTC));

    @Test
    void wordsMeanWhatTheyMeanNow() {
        assertThat(words.resolve("Last week"))
                .isEqualTo(new TimeBounds(
                        Optional.of(LocalDateTime.of(2026, 3, 3, 0, 0)),
                        Optional.of(LocalDateTime.of(2026, 3, 10, 0, 0))));
        assertThat(words.resolve("No filter").isEmpty()).isTrue();
    }

    @Test
    void otherWordsAreRefusedAtTheTimeRange() {
        assertThatThrownBy(() -> words.resolve("someday"))
                .isInstanceOfSatisfying(KaravelException.class, refused -> assertThat(refused.field())
                        .isEqualTo("time_range"));
    }
}
