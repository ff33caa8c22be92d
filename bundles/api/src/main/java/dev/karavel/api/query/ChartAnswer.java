package dev.karavel.api.query;

import java.util.Objects;

/**
 * The answer to a chart's question, ready to be sent.
 *
 * @param gzip the answer in its format, for JSON the {@code {"result": [...]}} of the REST interface, in one gzip member; never
 *     changed
 * @param etag strong entity tag without quotes; the same for the same stored answer
 * @param fromCache whether all of it was stored before
 */
public record ChartAnswer(byte[] gzip, String etag, boolean fromCache) {
    public ChartAnswer {
        Objects.requireNonNull(gzip, "gzip");
        Objects.requireNonNull(etag, "etag");
    }
}
