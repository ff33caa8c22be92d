package dev.karavel.api.sql;

import java.time.Duration;
import java.util.List;

/**
 * How long something took, since the start of this node.
 *
 * @param counts how many took at most as long as the bound of the same position; the last one, without a bound, counts all
 */
public record Times(long count, Duration total, Duration longest, List<Long> counts) {
    /** Upper bounds of all but the last count. */
    public static final List<Duration> BOUNDS = List.of(
            Duration.ofMillis(5),
            Duration.ofMillis(25),
            Duration.ofMillis(100),
            Duration.ofMillis(500),
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60));

    private static final Times NONE =
            new Times(0, Duration.ZERO, Duration.ZERO, List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L));

    public Times {
        counts = List.copyOf(counts);
    }

    public static Times none() {
        return NONE;
    }
}
