package dev.karavel.render.v8;

import java.time.Duration;

/**
 * What one drawing may take.
 *
 * @param longest after which a plugin's script is stopped
 * @param heapMegabytes of one isolate
 */
public record Limits(Duration longest, int heapMegabytes) {
    Limits times(int more) {
        return new Limits(longest.multipliedBy(more), heapMegabytes);
    }
}
