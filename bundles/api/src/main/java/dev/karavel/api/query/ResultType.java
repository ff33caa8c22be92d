package dev.karavel.api.query;

import java.util.Locale;
import java.util.Optional;

/** What of an answer is wanted, under Superset's words. */
public enum ResultType {
    FULL,
    RESULTS,
    QUERY,
    SAMPLES,
    COLUMNS,
    TIMEGRAINS,
    POST_PROCESSED,
    DRILL_DETAIL;

    public static Optional<ResultType> of(String word) {
        for (ResultType type : values()) {
            if (type.name().equals(word.toUpperCase(Locale.ROOT))) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
