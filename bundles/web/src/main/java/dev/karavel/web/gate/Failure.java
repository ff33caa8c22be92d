package dev.karavel.web.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.karavel.api.error.Blame;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.error.KaravelException.Place;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.web.json.Json;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A failure as the caller is told it; the only place where codes become HTTP and where failures are logged. */
public record Failure(
        int status, ErrorCode code, String message, String field, Duration retryAfter, Optional<Place> place) {
    private static final int TOO_MANY = 429;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Logger LOG = LoggerFactory.getLogger("dev.karavel.web.failure");

    public Failure(int status, ErrorCode code, String message, String field) {
        this(status, code, message, field, Duration.ZERO, Optional.empty());
    }

    /** Whole seconds for the header Retry-After, for those who came at a bad time. */
    public Optional<String> retryAfterSeconds() {
        if (status != TOO_MANY) {
            return Optional.empty();
        }
        Duration wait = retryAfter.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : retryAfter;
        return Optional.of(String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds())));
    }

    public static Failure of(Throwable thrown) {
        if (thrown instanceof KaravelException known) {
            return known(known);
        }
        if (thrown instanceof WarehouseException warehouse) {
            return warehouse(warehouse);
        }
        if (thrown instanceof JsonProcessingException json) {
            return unreadable(json);
        }
        if (thrown instanceof WebApplicationException web) {
            return byStatus(web.getResponse().getStatus());
        }
        return unexpected(thrown);
    }

    public Map<String, Object> body() {
        Map<String, Object> extra = new LinkedHashMap<>();
        extra.put("code", code.name());
        extra.put("blame", code.blame().name().toLowerCase(Locale.ROOT));
        if (!field.isEmpty()) {
            extra.put("field", field);
        }
        place.ifPresent(at -> {
            extra.put("line", at.line());
            extra.put("column", at.column());
        });
        extra.put("issue_codes", List.of());
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", message);
        error.put("error_type", code.blame() == Blame.PRODUCT ? "GENERIC_BACKEND_ERROR" : code.name());
        error.put("level", "error");
        error.put("extra", extra);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("message", message);
        body.put("errors", List.of(error));
        return body;
    }

    private static Failure known(KaravelException thrown) {
        Failure failure = new Failure(
                status(thrown.code()),
                thrown.code(),
                thrown.getMessage(),
                thrown.field(),
                thrown.retryAfter(),
                thrown.place());
        if (thrown.code() == ErrorCode.PLUGIN_MISSING) {
            LOG.warn("{}: {}", thrown.code(), thrown.getMessage());
        } else if (thrown.code().blame() == Blame.PRODUCT) {
            LOG.error("{}: {}", thrown.code(), thrown.getMessage(), thrown);
        } else if (thrown.code().blame() == Blame.WAREHOUSE) {
            LOG.warn("{}: {}{}", thrown.code(), thrown.getMessage(), cause(thrown));
        }
        return failure;
    }

    /** Its own words name hosts and statements: they stay in the log. */
    private static Failure warehouse(WarehouseException thrown) {
        LOG.warn("Warehouse: {} {}", thrown.reason(), thrown.getMessage());
        return switch (thrown.reason()) {
            case SETTINGS ->
                new Failure(400, ErrorCode.INVALID_REQUEST, "A setting is missing or wrong", thrown.field());
            case STATEMENT -> new Failure(422, ErrorCode.WAREHOUSE_REFUSED, "The warehouse refused the request", "");
            case TIMEOUT -> new Failure(503, ErrorCode.WAREHOUSE_TIMEOUT, "The warehouse did not answer in time", "");
            default -> new Failure(503, ErrorCode.WAREHOUSE_UNREACHABLE, "The warehouse cannot be reached", "");
        };
    }

    private static String cause(Throwable thrown) {
        return thrown.getCause() == null ? "" : " (" + thrown.getCause() + ")";
    }

    private static Failure unreadable(JsonProcessingException thrown) {
        return new Failure(
                400, ErrorCode.INVALID_REQUEST, "The body is not the JSON this needs" + Json.place(thrown), "");
    }

    private static Failure unexpected(Throwable thrown) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Request failed [{}]", reference, thrown);
        return new Failure(
                500,
                ErrorCode.INTERNAL,
                "Something went wrong on the server; its log says more under " + reference,
                "");
    }

    private static Failure byStatus(int status) {
        return switch (status) {
            case 401 -> new Failure(status, ErrorCode.UNAUTHENTICATED, "Sign in first", "");
            case 403 -> new Failure(status, ErrorCode.FORBIDDEN, "Not allowed", "");
            case 404 -> new Failure(status, ErrorCode.NOT_FOUND, "There is nothing at this address", "");
            case 405 -> new Failure(status, ErrorCode.INVALID_REQUEST, "This address does not take that method", "");
            case 406 ->
                new Failure(
                        status, ErrorCode.INVALID_REQUEST, "This address does not answer in the form asked for", "");
            case 413 -> new Failure(status, ErrorCode.TOO_LARGE, "The request is too large", "");
            case 415 -> new Failure(status, ErrorCode.INVALID_REQUEST, "Send the body as application/json", "");
            default ->
                new Failure(
                        status,
                        status < 500 ? ErrorCode.INVALID_REQUEST : ErrorCode.INTERNAL,
                        "The request cannot be answered",
                        "");
        };
    }

    private static int status(ErrorCode code) {
        return switch (code) {
            case INVALID_REQUEST -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case RESULT_EXPIRED -> 410;
            case TOO_LARGE -> 413;
            case STATEMENT_REFUSED, WAREHOUSE_REFUSED, CHANNEL_REFUSED, PLUGIN_MISSING -> 422;
            case TOO_MANY_REQUESTS, QUEUE_FULL -> TOO_MANY;
            case WAREHOUSE_UNREACHABLE, WAREHOUSE_TIMEOUT, CHANNEL_UNREACHABLE, CANCELLED -> 503;
            case PLUGIN_FAILED, INTERNAL -> 500;
        };
    }
}
