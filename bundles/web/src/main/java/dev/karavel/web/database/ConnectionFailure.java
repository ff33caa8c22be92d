package dev.karavel.web.database;

import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import dev.karavel.web.json.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why a connection cannot be made, by Superset's names for it, with the field to correct. */
final class ConnectionFailure {
    private static final int UNPROCESSABLE = 422;

    private ConnectionFailure() {}

    /** @throws KaravelException the failure itself, if it is none of the connection */
    static Response answer(KaravelException failure, String engine) {
        if (!(failure.getCause() instanceof WarehouseException cause)) {
            throw failure;
        }
        String type = type(cause.reason());
        int issue = issue(cause.reason());
        Map<String, Object> extra = new LinkedHashMap<>();
        extra.put("code", failure.code().name());
        extra.put("engine_name", engine);
        if (!failure.field().isEmpty()) {
            extra.put("field", failure.field());
            extra.put(isMissing(cause) ? "missing" : "invalid", List.of(failure.field()));
        }
        extra.put(
                "issue_codes",
                List.of(Map.of("code", issue, "message", "Issue " + issue + " - " + failure.getMessage())));
        return answer(failure.getMessage(), type, extra);
    }

    static Response missing(List<String> names, String engine) {
        String message = "Fill in " + String.join(", ", names);
        Map<String, Object> extra = new LinkedHashMap<>();
        extra.put("code", "INVALID_REQUEST");
        extra.put("engine_name", engine);
        extra.put("field", names.get(0));
        extra.put("missing", names);
        extra.put("issue_codes", List.of(Map.of("code", 1018, "message", "Issue 1018 - " + message)));
        return answer(message, "CONNECTION_MISSING_PARAMETERS_ERROR", extra);
    }

    private static Response answer(String message, String type, Map<String, Object> extra) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", message);
        error.put("error_type", type);
        error.put("level", "error");
        error.put("extra", extra);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("message", message);
        body.put("errors", List.of(error));
        return Response.status(UNPROCESSABLE)
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Json.bytes(body))
                .build();
    }

    private static boolean isMissing(WarehouseException cause) {
        return cause.reason() == Reason.SETTINGS
                && String.valueOf(cause.getMessage()).endsWith(" is missing");
    }

    private static String type(Reason reason) {
        return switch (reason) {
            case SETTINGS -> "CONNECTION_MISSING_PARAMETERS_ERROR";
            case HOST_UNKNOWN -> "CONNECTION_INVALID_HOSTNAME_ERROR";
            case PORT_CLOSED -> "CONNECTION_PORT_CLOSED_ERROR";
            case UNREACHABLE, TIMEOUT -> "CONNECTION_HOST_DOWN_ERROR";
            case CREDENTIALS -> "CONNECTION_ACCESS_DENIED_ERROR";
            case DATABASE_UNKNOWN -> "CONNECTION_UNKNOWN_DATABASE_ERROR";
            default -> "GENERIC_DB_ENGINE_ERROR";
        };
    }

    /** Superset's numbers. */
    private static int issue(Reason reason) {
        return switch (reason) {
            case SETTINGS -> 1018;
            case HOST_UNKNOWN -> 1007;
            case PORT_CLOSED -> 1008;
            case UNREACHABLE, TIMEOUT -> 1009;
            case CREDENTIALS -> 1014;
            case DATABASE_UNKNOWN -> 1015;
            default -> 1002;
        };
    }
}
