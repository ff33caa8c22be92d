package dev.karavel.query.time;

import dev.karavel.api.query.TimeWords;
import dev.karavel.api.sql.TimeBounds;
import java.time.Clock;
import java.time.LocalDateTime;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** As of the server's own time. */
@Component
public final class ReadTimeWords implements TimeWords {
    private final Clock clock;

    @Activate
    public ReadTimeWords() {
        this(Clock.systemUTC());
    }

    ReadTimeWords(Clock clock) {
        this.clock = clock;
    }

    @Override
    public TimeBounds resolve(String words) {
        return TimeRanges.resolve(words, LocalDateTime.now(clock));
    }
}
