package dev.karavel.query.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.TimeBounds;
import dev.karavel.spi.data.TimeGrain;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeOffsetTest {
    private static final LocalDateTime MAY = LocalDateTime.parse("2024-05-15T00:00");

    @Test
    void boundsMoveBackAndOpenEndsStayOpen() {
        TimeBounds moved = TimeOffset.of("1 month ago").back(new TimeBounds(Optional.of(MAY), Optional.empty()));

        assertThat(moved)
                .isEqualTo(new TimeBounds(Optional.of(LocalDateTime.parse("2024-04-15T00:00")), Optional.empty()));
    }

    @Test
    void aWeekOfLastYearBelongsToTheWeekItsDateIsIn() {
        LocalDateTime monday = LocalDateTime.parse("2023-05-15T00:00");

        assertThat(TimeOffset.of("1 year ago").forth(monday, Optional.of(TimeGrain.WEEK)))
                .isEqualTo(LocalDateTime.parse("2024-05-13T00:00"));
        assertThat(TimeOffset.of("1 YEAR").forth(monday, Optional.empty())).isEqualTo(MAY);
    }

    @Test
    void otherWordsAreRefused() {
        for (String words : new String[] {"inherit", "a year ago", "1 fortnight ago", ""}) {
            assertThatThrownBy(() -> TimeOffset.of(words))
                    .isInstanceOfSatisfying(KaravelException.class, refused -> assertThat(refused.field())
                            .isEqualTo("time_offsets"));
        }
    }
}
