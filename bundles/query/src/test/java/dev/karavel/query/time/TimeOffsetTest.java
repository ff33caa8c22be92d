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
        TimeBounds moved = TimeOffset.of("1 month ago", TimeBounds.none())
                .back(new TimeBounds(Optional.of(MAY), Optional.empty()));

        assertThat(moved)
                .isEqualTo(new TimeBounds(Optional.of(LocalDateTime.parse("2024-04-15T00:00")), Optional.empty()));
    }

    @Test
    void aWeekOfLastYearBelongsToTheWeekItsDateIsIn() {
        LocalDateTime monday = LocalDateTime.parse("2023-05-15T00:00");

        assertThat(TimeOffset.of("1 year ago", TimeBounds.none()).forth(monday, Optional.of(TimeGrain.WEEK)))
                .isEqualTo(LocalDateTime.parse("2024-05-13T00:00"));
        assertThat(TimeOffset.of("1 YEAR", TimeBounds.none()).forth(monday, Optional.empty()))
                .isEqualTo(MAY);
    }

    @Test
    void otherWordsAreRefused() {
        for (String words : new String[] {"inherit", "a year ago", "1 fortnight ago", ""}) {
            assertThatThrownBy(() -> TimeOffset.of(words, TimeBounds.none()))
                    .isInstanceOfSatisfying(KaravelException.class, refused -> assertThat(refused.field())
                            .isEqualTo("time_offsets"));
        }
    }

    @Test
    void asLongBeforeAsTheTimeTakesItself() {
        TimeBounds may = new TimeBounds(Optional.of(MAY), Optional.of(MAY.plusDays(31)));
        TimeOffset before = TimeOffset.of("inherit", may);
        assertThat(before.back(may)).isEqualTo(new TimeBounds(Optional.of(MAY.minusDays(31)), Optional.of(MAY)));
        assertThat(before.forth(MAY.minusDays(31), Optional.empty())).isEqualTo(MAY);
        TimeBounds open = new TimeBounds(Optional.of(MAY), Optional.empty());
        assertThatThrownBy(() -> TimeOffset.of("inherit", open))
                .hasMessageContaining("needs a time range with two ends");
    }

    @Test
    void beginningAtADay() {
        TimeBounds may = new TimeBounds(Optional.of(MAY), Optional.of(MAY.plusDays(10)));
        String day = MAY.minusDays(100).toLocalDate().toString();
        assertThat(TimeOffset.of(day, may).back(may).from())
                .contains(MAY.minusDays(100).toLocalDate().atStartOfDay());
        assertThatThrownBy(() -> TimeOffset.of("2024-13-01", may)).hasMessageContaining("is no day");
    }
}
