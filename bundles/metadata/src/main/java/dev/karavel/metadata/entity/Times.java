package dev.karavel.metadata.entity;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Columns hold UTC without a zone, in milliseconds: what every database keeps exactly, and REST tells. */
final class Times {
    private Times() {}

    static Instant instant(LocalDateTime stored) {
        return stored.toInstant(ZoneOffset.UTC);
    }

    static LocalDateTime stored(Instant time) {
        return LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    }

    /** Now, but always later than the last time, even if the clock was set back. */
    static LocalDateTime after(LocalDateTime last, Instant now) {
        LocalDateTime time = stored(now);
        return last == null || time.isAfter(last) ? time : last.plus(1, ChronoUnit.MILLIS);
    }
}
