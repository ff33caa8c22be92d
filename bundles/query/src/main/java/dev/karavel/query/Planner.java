package dev.karavel.query;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sql.SqlQuestion;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.api.sql.SqlText;
import dev.karavel.api.sql.TimeBounds;
import dev.karavel.query.question.Asked;
import dev.karavel.query.time.DatasetClock;
import dev.karavel.query.time.TimeOffset;
import dev.karavel.query.time.TimeRanges;
import dev.karavel.spi.data.Operator;
import dev.karavel.spi.data.QuerySpec;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes statements of questions: turns time words into bounds, adds row rules, bounds the rows. */
final class Planner {
    private final AccessControl access;
    private final SqlRunner runner;
    private final Clock clock;

    Planner(AccessControl access, SqlRunner runner, Clock clock) {
        this.access = access;
        this.runner = runner;
        this.clock = clock;
    }

    List<Plan> plan(Asked asked, Principal principal, int defaultRows, int mostRows) {
        List<Plan> plans = new ArrayList<>();
        for (QuerySpec spec : asked.questions()) {
            plans.add(plan(asked, spec, principal, defaultRows, mostRows));
        }
        return plans;
    }

    private Plan plan(Asked asked, QuerySpec spec, Principal principal, int defaultRows, int mostRows) {
        Dataset dataset = asked.dataset();
        Database database = asked.database();
        // Whole minutes, so that a question with "now" in it is the same question, and cached, for a while.
        DatasetClock shown = DatasetClock.of(spec, dataset);
        LocalDateTime now = shown.now(clock).truncatedTo(ChronoUnit.MINUTES);
        Map<Integer, TimeBounds> filterBounds = new HashMap<>();
        for (int i = 0; i < spec.filters().size(); i++) {
            if (spec.filters().get(i).operator() == Operator.TEMPORAL_RANGE) {
                String words = String.valueOf(spec.filters().get(i).values().get(0));
                filterBounds.put(i, shown.stored(TimeRanges.resolve(words, now)));
            }
        }
        TimeBounds bounds = shown.stored(TimeRanges.resolve(spec.timeRange(), now));
        List<SqlText.Rejected> rejected = new ArrayList<>(asked.rejected());
        if (!bounds.isEmpty() && spec.timeColumn().or(dataset::mainTimeColumn).isEmpty()) {
            bounds = TimeBounds.none();
            rejected.add(new SqlText.Rejected("__time_range", "no_temporal_column"));
        }
        int rows = Math.min(spec.rowLimit() > 0 ? spec.rowLimit() : defaultRows, mostRows);
        SqlQuestion question = new SqlQuestion(
                database, dataset, spec, bounds, filterBounds, access.rowRules(principal, dataset), rows);
        List<Plan.Comparison> comparisons = spec.timeOffsets().stream()
                .map(TimeOffset::of)
                .map(offset -> new Plan.Comparison(offset, runner.write(shifted(question, offset))))
                .toList();
        return Plan.of(question, runner.write(question), asked.applied(), rejected, comparisons, shown);
    }

    private static SqlQuestion shifted(SqlQuestion question, TimeOffset offset) {
        Map<Integer, TimeBounds> filterBounds = new HashMap<>();
        question.filterBounds().forEach((filter, bounds) -> filterBounds.put(filter, offset.back(bounds)));
        return new SqlQuestion(
                question.database(),
                question.dataset(),
                question.spec(),
                offset.back(question.bounds()),
                filterBounds,
                question.rowRules(),
                question.tableRules(),
                question.rowLimit());
    }
}
