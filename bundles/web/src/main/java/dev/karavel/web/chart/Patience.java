package dev.karavel.web.chart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.error.KaravelException;
import java.time.Duration;
import java.util.Optional;

/** How long a caller holds the line: {@code "async": true} not at all, {@code "async": {"after": 2000}} for so many milliseconds. */
final class Patience {
    private static final int MOST_MILLISECONDS = 60_000;

    private Patience() {}

    /** Empty where he waits as long as it takes. */
    static Optional<Duration> of(JsonNode body) {
        JsonNode async = body.path("async");
        if (async.isMissingNode() || async.isNull() || async.isBoolean()) {
            return async.asBoolean(false) ? Optional.of(Duration.ZERO) : Optional.empty();
        }
        JsonNode after = async.path("after");
        if (!after.canConvertToInt() || after.intValue() < 0 || after.intValue() > MOST_MILLISECONDS) {
            throw KaravelException.invalid(
                    "async", "async is true, or {\"after\": milliseconds from 0 to " + MOST_MILLISECONDS + "}");
        }
        return Optional.of(Duration.ofMillis(after.intValue()));
    }
}
