package dev.karavel.api.catalog;

import java.time.LocalDateTime;
import java.util.Objects;
import java.util.UUID;

/**
 * Something that happened, to be drawn over charts.
 *
 * @param begin by the clock that charts show, in milliseconds
 * @param end not before the beginning; the same for a moment
 * @param metadata JSON of whoever made it
 */
public record Annotation(
        long id,
        UUID uuid,
        int version,
        long layerId,
        LocalDateTime begin,
        LocalDateTime end,
        String title,
        String text,
        String metadata,
        Stamp stamp)
        implements Stored {
    public Annotation {
        Objects.requireNonNull(begin, "begin");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(metadata, "metadata");
        Objects.requireNonNull(stamp, "stamp");
    }
}
