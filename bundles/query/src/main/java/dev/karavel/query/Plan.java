package dev.karavel.query;

import dev.karavel.api.sql.SqlQuestion;
import dev.karavel.api.sql.SqlText;
import dev.karavel.api.sql.TimeBounds;
import dev.karavel.query.time.TimeOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One question and its statement, ready to be run.
 *
 * @param comparisons the same question about other times
 * @param bounds the time asked about, as the dataset's clock shows it
 * @param keys what the answer depends on beside its statement
 */
record Plan(
        SqlQuestion question,
        SqlText text,
        List<String> applied,
        List<SqlText.Rejected> rejected,
        List<Comparison> comparisons,
        TimeBounds bounds,
        List<String> keys) {
    /** @param text of the question about that other time */
    record Comparison(TimeOffset offset, SqlText text) {}

    static Plan of(
            SqlQuestion question,
            SqlText text,
            List<String> alsoApplied,
            List<SqlText.Rejected> alsoRejected,
            List<Comparison> comparisons,
            TimeBounds bounds,
            List<String> keys) {
        Set<String> applied = new LinkedHashSet<>(text.applied());
        applied.addAll(alsoApplied);
        List<SqlText.Rejected> rejected = new ArrayList<>(text.rejected());
        rejected.addAll(alsoRejected);
        return new Plan(
                question,
                text,
                List.copyOf(applied),
                List.copyOf(rejected),
                List.copyOf(comparisons),
                bounds,
                List.copyOf(keys));
    }

    /** All statements, as people see them. */
    String statements() {
        return Stream.concat(Stream.of(text), comparisons.stream().map(Comparison::text))
                .map(SqlText::statements)
                .collect(Collectors.joining(";\n\n"));
    }
}
