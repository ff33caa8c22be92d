package dev.karavel.sql.write;

import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.sql.SqlQuestion;
import dev.karavel.api.sql.TimeBounds;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.Dimension;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The clock people look at: stored times, which are UTC, in the zone of the question or of the dataset, and moved by the
 * dataset's hours.
 *
 * @param bounds known limits of the time column, so that only the zone's changes between them need be said
 */
record WallClock(Dialect dialect, Optional<ZoneId> zone, int hours, Optional<String> timeColumn, TimeBounds bounds) {
    private static final int SECONDS_OF_HOUR = 3_600;
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final LocalDateTime LATEST = LocalDateTime.of(2040, 1, 1, 0, 0);

    static WallClock of(SqlQuestion question, Dialect dialect) {
        Dataset dataset = question.dataset();
        Optional<ZoneId> zone = question.spec()
                .timeZone()
                .or(() -> dataset.settings().timeZone().flatMap(WallClock::zone));
        return new WallClock(
                dialect,
                zone,
                dataset.settings().hourOffset(),
                question.spec().timeColumn().or(dataset::mainTimeColumn),
                question.bounds());
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            // refused when the dataset is saved; an imported one with a wrong name is read as UTC
            return Optional.empty();
        }
    }

    boolean differs() {
        return hours != 0 || zone.isPresent();
    }

    String local(String timestamp, Dimension dimension) {
        boolean bounded = dimension instanceof Dimension.Named named
                && timeColumn.filter(named.column()::equals).isPresent();
        LocalDateTime from = bounded ? bounds.from().orElse(EARLIEST) : EARLIEST;
        LocalDateTime to = bounded ? bounds.to().orElse(LATEST) : LATEST;
        String shown =
                zone.map(each -> dialect.atZone(timestamp, each, from, to)).orElse(timestamp);
        return hours == 0 ? shown : dialect.plusSeconds(shown, (long) hours * SECONDS_OF_HOUR);
    }
}
