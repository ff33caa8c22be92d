package dev.karavel.spi.data;

import java.util.Locale;
import java.util.Optional;

/** How a filter compares, under the words of Superset's query object. */
public enum Operator {
    EQUALS("=="),
    NOT_EQUALS("!="),
    GREATER(">"),
    LESS("<"),
    GREATER_OR_EQUAL(">="),
    LESS_OR_EQUAL("<="),
    LIKE("LIKE"),
    NOT_LIKE("NOT LIKE"),
    /** Like, whatever the case of letters. */
    ILIKE("ILIKE"),
    NOT_ILIKE("NOT ILIKE"),
    /** Holds the text somewhere, whatever the case of letters; all its signs stand for themselves. */
    CONTAINS("CONTAINS"),
    IS_NULL("IS NULL"),
    IS_NOT_NULL("IS NOT NULL"),
    IN("IN"),
    NOT_IN("NOT IN"),
    IS_TRUE("IS TRUE"),
    IS_FALSE("IS FALSE"),
    /** The value is a time range in words, "Last week" or "2024-01-01 : 2024-02-01"; the end is excluded. */
    TEMPORAL_RANGE("TEMPORAL_RANGE");

    private final String word;

    Operator(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** The operator of that word, whatever its case; empty if there is none. */
    public static Optional<Operator> of(String word) {
        String wanted = word == null ? "" : word.trim().toUpperCase(Locale.ROOT).replace('_', ' ');
        for (Operator operator : values()) {
            if (operator.word.replace('_', ' ').equals(wanted)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }
}
