package dev.karavel.api.error;

import java.time.Duration;
import java.util.Optional;

/**
 * A failure with a code and someone to blame. Thrown once, where the cause is known; translated once, at the entrance. The
 * message may be shown to the caller: it holds no SQL, no host name and no secret. What only administrators may read goes into
 * the cause.
 */
public class KaravelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String field;
    private final Duration retryAfter;
    private final transient Optional<Place> place;

    /** Where in what was typed, from 1. */
    public record Place(int line, int column) {}

    public KaravelException(ErrorCode code, String field, String message, Throwable cause) {
        this(code, field, message, cause, Duration.ZERO, Optional.empty());
    }

    private KaravelException(
            ErrorCode code, String field, String message, Throwable cause, Duration retryAfter, Optional<Place> place) {
        super(message, cause);
        this.code = code;
        this.field = field;
        this.retryAfter = retryAfter;
        this.place = place;
    }

    public KaravelException(ErrorCode code, String message, Throwable cause) {
        this(code, "", message, cause);
    }

    public KaravelException(ErrorCode code, String message) {
        this(code, "", message, null);
    }

    /** Too much at once, and when it is likely to be less. */
    public static KaravelException busy(ErrorCode code, String message, Duration retryAfter) {
        return new KaravelException(code, "", message, null, retryAfter, Optional.empty());
    }

    /** A request whose field is missing or wrong; the message says what would be right. */
    public static KaravelException invalid(String field, String message) {
        return new KaravelException(ErrorCode.INVALID_REQUEST, field, message, null);
    }

    /** The same failure, with the place in what was typed. */
    public KaravelException at(Place where) {
        return new KaravelException(code, field, getMessage(), getCause(), retryAfter, Optional.of(where));
    }

    /** @param kind what people call it: "Dashboard" */
    public static KaravelException notFound(String kind, Object id) {
        return new KaravelException(ErrorCode.NOT_FOUND, kind + " " + id + " does not exist, or you may not see it");
    }

    public ErrorCode code() {
        return code;
    }

    /** The field of the request to correct, or empty. */
    public String field() {
        return field;
    }

    /** How long to wait before asking again; zero if that is not known or would not help. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** Where in the typed text the fault is, if that is known. */
    public Optional<Place> place() {
        return place == null ? Optional.empty() : place;
    }
}
