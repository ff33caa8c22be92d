package dev.karavel.api.sql;

import java.time.LocalDateTime;
import java.util.Optional;

/** From (included) to (excluded), in UTC. */
public record TimeBounds(Optional<LocalDateTime> from, Optional<LocalDateTime> to) {
    public static TimeBounds none() {
        return new TimeBounds(Optional.empty(), Optional.empty());
    }

    public boolean isEmpty() {
        return from.isEmpty() && to.isEmpty();
    }
}
