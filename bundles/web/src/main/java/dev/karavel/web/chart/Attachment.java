package dev.karavel.web.chart;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.karavel.api.query.Download;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.text.Normalizer;

/** Sends a file under its name, row by row. */
public final class Attachment {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private Attachment() {}

    public static Response respond(Download download) {
        StreamingOutput body = download::writeTo;
        return Response.ok(body, download.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(download.fileName()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    /** RFC 6266: a name in ASCII for old programs, and the whole one in UTF-8 (RFC 5987). */
    public static String disposition(String fileName) {
        String plain = Normalizer.normalize(fileName, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^\\x20-\\x7e]|[\"\\\\%]", "_");
        String header = "attachment; filename=\"" + plain + "\"";
        return plain.equals(fileName) ? header : header + "; filename*=UTF-8''" + encoded(fileName);
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(UTF_8)) {
            if (UNRESERVED.indexOf(octet) >= 0) {
                encoded.append((char) octet);
            } else {
                encoded.append(String.format("%%%02X", octet & 0xff));
            }
        }
        return encoded.toString();
    }
}
