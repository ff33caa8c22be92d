package dev.karavel.query;

import dev.karavel.api.sql.SqlQuestion;
import dev.karavel.api.sql.SqlText;
import dev.karavel.api.sql.TimeBounds;
import dev.karavel.query.time.DatasetClock;
import dev.karavel.query.time.TimeOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One question and its statement, ready to be run.
 *
 * @param comparisons the same question about other times
 */
record Plan(
        SqlQuestion question,
        SqlText text,
        List<String> applied,
        List<SqlText.Rejected> rejected,
        List<Comparison> comparisons,
        DatasetClock clock) {
    /** @param text of the question about that other time */
    record Comparison(TimeOffset offset, SqlText text) {}

    static Plan of(
            SqlQuestion question,
            SqlText text,
            List<String> alsoApplied,
            List<SqlText.Rejected> alsoRejected,
            List<Comparison> comparisons,
            DatasetClock clock) {
        Set<String> applied = new LinkedHashSet<>(text.applied());
        applied.addAll(alsoApplied);
        List<SqlText.Rejected> rejected = new ArrayList<>(text.rejected());
        rejected.addAll(alsoRejected);
        return new Plan(question, text, List.copyOf(applied), List.copyOf(rejected), List.copyOf(comparisons), clock);
    }

    /** All statements, as people see them. */
    String statements() {
        return Stream.concat(Stream.of(text), comparisons.stream().map(Comparison::text))
                .map(SqlText::statements)
                .collect(Collectors.joining(";\n\n"));
    }

    /** What the answer says its time range is: the question's own, else that of its first filter on a time column. */
    TimeBounds bounds() {
        return clock.shown(stored());
    }

    private TimeBounds stored() {
        return question.bounds().isEmpty()
                ? question.filterBounds().entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .min(Comparator.comparing(Map.Entry::getKey))
                        .map(Map.Entry::getValue)
                        .orElse(TimeBounds.none())
                : question.bounds();
    }
}
