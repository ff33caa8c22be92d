package dev.karavel.api.sql;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A statement made from a question.
 *
 * @param applied columns whose filters are in the statement
 * @param rejected columns whose filters are not, and why
 * @param later what the warehouse cannot say in the statement, and is worked out from others after it
 */
public record SqlText(String sql, List<String> applied, List<Rejected> rejected, List<Later> later) {
    public record Rejected(String column, String reason) {}

    /**
     * One more column of the result.
     *
     * @param sql gives the keys of the groups and, last, a number
     * @param keys how many columns are keys, first here and first in the main result
     * @param position of the column in the whole result
     * @param percentile the column is this percentile (0 to 1) of the group's numbers; empty: it is the group's only number
     */
    public record Later(String sql, int keys, int position, String label, Optional<Double> percentile) {}

    public SqlText {
        Objects.requireNonNull(sql, "sql");
        applied = List.copyOf(applied);
        rejected = List.copyOf(rejected);
        later = List.copyOf(later);
    }

    /** One that says it all. */
    public SqlText(String sql, List<String> applied, List<Rejected> rejected) {
        this(sql, applied, rejected, List.of());
    }

    /** All statements, as people see them. */
    public String statements() {
        StringBuilder all = new StringBuilder(sql);
        later.stream().map(Later::sql).distinct().forEach(each -> all.append(";\n\n")
                .append(each));
        return all.toString();
    }
}
