package dev.karavel.spi.data;

import java.time.Duration;

/**
 * Bounds of one run. The reader stops after {@code rows}; the statement is cancelled after {@code time}.
 *
 * @param fetchSize rows asked for at a time
 */
public record Limits(int rows, Duration time, int fetchSize) {
    public Limits {
        if (rows <= 0 || fetchSize <= 0) {
            throw new IllegalArgumentException("Rows and fetch size must be positive: " + rows + ", " + fetchSize);
        }
    }

    public static Limits of(int rows, Duration time) {
        return new Limits(rows, time, Math.min(rows, 5_000));
    }
}
