package dev.karavel.web.server;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.TimeWords;
import dev.karavel.api.sql.TimeBounds;
import java.time.LocalDateTime;
import java.util.Optional;

/** Knows one range and none. */
final class FakeTimeWords implements TimeWords {
    @Override
    public TimeBounds resolve(String words) {
        return switch (words) {
            case "Last week" ->
                new TimeBounds(
                        Optional.of(LocalDateTime.of(2001, 2, 5, 0, 0)),
                        Optional.of(LocalDateTime.of(2001, 2, 12, 6, 30, 15)));
            case "No filter" -> TimeBounds.none();
            default -> throw KaravelException.invalid("time_range", "\"" + words + "\" is no range of time");
        };
    }
}
