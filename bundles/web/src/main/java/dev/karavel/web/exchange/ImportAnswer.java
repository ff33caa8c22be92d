package dev.karavel.web.exchange;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells that something has to be said first, as Superset's pages read it: by file, in the message and beside the error. */
public final class ImportAnswer {
    private static final int UNPROCESSABLE = 422;

    private ImportAnswer() {}

    /** In Superset's words. */
    public static String exists(String noun) {
        return noun + " already exists and `overwrite=true` was not passed";
    }

    public static Response asks(String word, Map<String, List<String>> secrets, Map<String, String> present) {
        Map<String, Object> files = new LinkedHashMap<>();
        secrets.forEach((file, words) -> files.put(file, Map.of("_schema", words)));
        present.forEach(files::put);
        Map<String, Object> extra = new LinkedHashMap<>(files);
        extra.put("issue_codes", List.of());
        Map<String, Object> error = Map.of(
                "message",
                "Error importing " + word,
                "error_type",
                "GENERIC_COMMAND_ERROR",
                "level",
                "warning",
                "extra",
                extra);
        return Response.status(UNPROCESSABLE)
                .entity(Map.of("message", files, "errors", List.of(error)))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
