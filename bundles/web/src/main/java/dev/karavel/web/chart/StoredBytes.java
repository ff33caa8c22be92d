package dev.karavel.web.chart;

import dev.karavel.api.query.ChartAnswer;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Sends a stored answer: not at all to those who have it, compressed to those who can read that, else inflated. */
final class StoredBytes {
    private StoredBytes() {}

    static Response respond(ChartAnswer answer, String acceptEncoding, String ifNoneMatch) {
        String tag = "\"" + answer.etag() + "\"";
        if (matches(ifNoneMatch, tag)) {
            return headers(Response.notModified(), tag).build();
        }
        if (acceptsGzip(acceptEncoding)) {
            return headers(body(answer.gzip(), answer), tag)
                    .header(HttpHeaders.CONTENT_ENCODING, "gzip")
                    .build();
        }
        StreamingOutput inflated = out -> {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.gzip()), 8192)) {
                in.transferTo(out);
            }
        };
        return headers(body(inflated, answer), tag).build();
    }

    private static Response.ResponseBuilder body(Object bytes, ChartAnswer answer) {
        Response.ResponseBuilder response = Response.ok(bytes, answer.mediaType());
        return answer.mediaType().endsWith("json")
                ? response
                : response.header(HttpHeaders.CONTENT_DISPOSITION, Attachment.disposition(answer.fileName()));
    }

    private static Response.ResponseBuilder headers(Response.ResponseBuilder response, String tag) {
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, "Accept, Accept-Encoding, Authorization, Cookie");
    }

    static boolean acceptsGzip(String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        for (String part : acceptEncoding.toLowerCase(Locale.ROOT).split(",")) {
            String[] words = part.trim().split(";", 2);
            boolean refused = words.length == 2 && words[1].replace(" ", "").matches("q=0(\\.0*)?");
            if ((words[0].trim().equals("gzip") || words[0].trim().equals("*")) && !refused) {
                return true;
            }
        }
        return false;
    }

    /** A proxy or Jetty may have weakened the tag or marked it as compressed. */
    private static boolean matches(String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String one : ifNoneMatch.split(",")) {
            String known = one.trim().replaceFirst("^W/", "").replace("--gzip\"", "\"");
            if (known.equals(tag) || known.equals("*")) {
                return true;
            }
        }
        return false;
    }
}
