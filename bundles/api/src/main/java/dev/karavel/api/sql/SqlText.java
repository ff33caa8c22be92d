package dev.karavel.api.sql;

import java.util.List;

/**
 * A statement made from a question.
 *
 * @param applied columns whose filters are in the statement
 * @param rejected columns whose filters are not, and why
 */
public record SqlText(String sql, List<String> applied, List<Rejected> rejected) {
    public record Rejected(String column, String reason) {}

    public SqlText {
        applied = List.copyOf(applied);
        rejected = List.copyOf(rejected);
    }
}
