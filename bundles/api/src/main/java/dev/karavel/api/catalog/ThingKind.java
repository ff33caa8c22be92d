package dev.karavel.api.catalog;

import java.util.Arrays;
import java.util.Optional;

/** Kinds of things people keep, mark, tag and throw away. */
public enum ThingKind {
    DASHBOARD("dashboard", 3),
    CHART("chart", 2),
    DATASET("dataset", 4),
    SAVED_QUERY("query", 1),
    TAG("tag", 0);

    private final String word;
    private final int number;

    ThingKind(String word, int number) {
        this.word = word;
        this.number = number;
    }

    /** As the database and Superset's clients call it. */
    public String word() {
        return word;
    }

    /** Superset's number of a kind that can be tagged. */
    public int number() {
        return number;
    }

    /** By word or number, as clients send either. */
    public static Optional<ThingKind> named(String text) {
        return Arrays.stream(values())
                .filter(kind ->
                        kind.word.equals(text) || Integer.toString(kind.number).equals(text))
                .findFirst();
    }
}
