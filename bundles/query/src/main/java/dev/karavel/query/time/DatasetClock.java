package dev.karavel.query.time;

import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.sql.TimeBounds;
import dev.karavel.spi.data.QuerySpec;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The clock people look at when they ask: that of the question's or the dataset's zone, moved by the dataset's hours. Words of
 * time mean this clock; the warehouse has UTC.
 */
public record DatasetClock(ZoneId zone, int hours) {
    public static DatasetClock of(QuerySpec spec, Dataset dataset) {
        ZoneId zone = spec.timeZone()
                .or(() -> dataset.settings().timeZone().flatMap(DatasetClock::zone))
                .orElse(ZoneOffset.UTC);
        return new DatasetClock(zone, dataset.settings().hourOffset());
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            // the statement is written as for UTC then, too
            return Optional.empty();
        }
    }

    public LocalDateTime now(Clock clock) {
        return LocalDateTime.now(clock.withZone(zone)).plusHours(hours);
    }

    /** A moment that the clock shows twice, when it is put back, is the first of both; one it leaves out is as much later. */
    public TimeBounds stored(TimeBounds shown) {
        return each(shown, moment -> moment.minusHours(hours)
                .atZone(zone)
                .withZoneSameInstant(ZoneOffset.UTC)
                .toLocalDateTime());
    }

    public TimeBounds shown(TimeBounds stored) {
        return each(stored, moment -> moment.atZone(ZoneOffset.UTC)
                .withZoneSameInstant(zone)
                .toLocalDateTime()
                .plusHours(hours));
    }

    private static TimeBounds each(TimeBounds bounds, UnaryOperator<LocalDateTime> change) {
        return new TimeBounds(bounds.from().map(change), bounds.to().map(change));
    }
}
