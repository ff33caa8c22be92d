package dev.karavel.api.query;

import java.util.Objects;

/**
 * The answer to a chart's question, ready to be sent.
 *
 * @param gzip the answer in its format, for JSON the {@code {"result": [...]}} of the REST interface, in one gzip member; never
 *     changed
 * @param etag strong entity tag without quotes; the same for the same stored answer
 * @param fromCache whether all of it was stored before
 * @param mediaType of what is in the gzip member
 * @param fileName for whoever saves it: the name of the chart or dataset, with an ending
 */
public record ChartAnswer(byte[] gzip, String etag, boolean fromCache, String mediaType, String fileName) {
    public ChartAnswer {
        Objects.requireNonNull(gzip, "gzip");
        Objects.requireNonNull(etag, "etag");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(fileName, "fileName");
    }

    /** JSON without a name of its own. */
    public ChartAnswer(byte[] gzip, String etag, boolean fromCache) {
        this(gzip, etag, fromCache, ResultFormat.JSON.mediaType(), "data.json");
    }
}
