package dev.karavel.query.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.sql.TimeBounds;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatasetClockTest {
    private static final DatasetClock BERLIN = new DatasetClock(ZoneId.of("Europe/Berlin"), 0);

    private static TimeBounds between(String from, String to) {
        return new TimeBounds(Optional.of(LocalDateTime.parse(from)), Optional.of(LocalDateTime.parse(to)));
    }

    @Test
    void todayBeginsAtTheZonesMidnight() {
        Clock clock = Clock.fixed(Instant.parse("2024-07-14T22:30:00Z"), ZoneOffset.UTC);
        assertThat(BERLIN.now(clock)).isEqualTo("2024-07-15T00:30");
        assertThat(BERLIN.stored(TimeRanges.resolve("Today", BERLIN.now(clock))))
                .isEqualTo(between("2024-07-14T22:00", "2024-07-15T22:00"));
    }

    @Test
    void theDayTheClockIsPutForwardHas23Hours() {
        assertThat(BERLIN.stored(between("2024-03-31T00:00", "2024-04-01T00:00")))
                .isEqualTo(between("2024-03-30T23:00", "2024-03-31T22:00"));
    }

    @Test
    void theDayTheClockIsPutBackHas25Hours() {
        assertThat(BERLIN.stored(between("2024-10-27T00:00", "2024-10-28T00:00")))
                .isEqualTo(between("2024-10-26T22:00", "2024-10-27T23:00"));
    }

    @Test
    void hoursOfTheDatasetMoveWhatIsShown() {
        DatasetClock moved = new DatasetClock(ZoneOffset.UTC, 3);
        assertThat(moved.stored(between("2024-01-01T00:00", "2024-01-02T00:00")))
                .isEqualTo(between("2023-12-31T21:00", "2024-01-01T21:00"));
        assertThat(moved.shown(moved.stored(between("2024-01-01T00:00", "2024-01-02T00:00"))))
                .isEqualTo(between("2024-01-01T00:00", "2024-01-02T00:00"));
    }
}
