package dev.karavel.query;

import dev.karavel.api.sql.SqlQuestion;
import dev.karavel.api.sql.SqlText;
import dev.karavel.api.sql.TimeBounds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One question and its statement, ready to be run. */
public record Plan(SqlQuestion question, SqlText text, List<String> applied, List<SqlText.Rejected> rejected) {
    static Plan of(SqlQuestion question, SqlText text, List<String> alsoApplied, List<SqlText.Rejected> alsoRejected) {
        Set<String> applied = new LinkedHashSet<>(text.applied());
        applied.addAll(alsoApplied);
        List<SqlText.Rejected> rejected = new ArrayList<>(text.rejected());
        rejected.addAll(alsoRejected);
        return new Plan(question, text, List.copyOf(applied), List.copyOf(rejected));
    }

    /** What the answer says its time range is: the question's own, else that of its first filter on a time column. */
    public TimeBounds bounds() {
        return question.bounds().isEmpty()
                ? question.filterBounds().entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .min(Comparator.comparing(Map.Entry::getKey))
                        .map(Map.Entry::getValue)
                        .orElse(TimeBounds.none())
                : question.bounds();
    }
}
