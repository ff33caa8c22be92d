package dev.karavel.query;

import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sql.SqlQuestion;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.api.sql.SqlText;
import dev.karavel.api.sql.TimeBounds;
import dev.karavel.query.question.Asked;
import dev.karavel.query.template.DatasetTemplates;
import dev.karavel.query.template.Expanded;
import dev.karavel.query.template.Occasion;
import dev.karavel.query.time.DatasetClock;
import dev.karavel.query.time.TimeOffset;
import dev.karavel.query.time.TimeRanges;
import dev.karavel.spi.data.Operator;
import dev.karavel.spi.data.QuerySpec;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes statements of questions: turns time words into bounds, adds row rules, bounds the rows. */
final class Planner {
    private final DatasetTemplates templates;
    private final SqlRunner runner;
    private final Clock clock;

    Planner(DatasetTemplates templates, SqlRunner runner, Clock clock) {
        this.templates = templates;
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

    private Plan plan(Asked asked, QuerySpec given, Principal principal, int defaultRows, int mostRows) {
        Dataset dataset = asked.dataset();
        QuerySpec spec = MainTime.bounded(given, dataset);
        // Whole minutes, so that a question with "now" in it is the same question, and cached, for a while.
        DatasetClock shown = DatasetClock.of(spec, dataset);
        LocalDateTime now = shown.now(clock).truncatedTo(ChronoUnit.MINUTES);
        Function<String, TimeBounds> times = words -> shown.stored(TimeRanges.resolve(words, now));
        int rows = Math.min(spec.rowLimit() > 0 ? spec.rowLimit() : defaultRows, mostRows);
        List<Expanded> expanded = new ArrayList<>();
        SqlQuestion question = question(asked, spec, principal, rows, times, expanded);
        List<Plan.Comparison> comparisons = new ArrayList<>();
        for (String words : spec.timeOffsets()) {
            TimeOffset offset = TimeOffset.of(words, time(spec, dataset, times));
            SqlQuestion shifted =
                    question(asked, spec, principal, rows, range -> offset.back(times.apply(range)), expanded);
            comparisons.add(new Plan.Comparison(offset, runner.write(shifted)));
        }
        List<String> applied = new ArrayList<>(asked.applied());
        List<SqlText.Rejected> rejected = new ArrayList<>(asked.rejected());
        List<String> keys = new ArrayList<>();
        for (Expanded each : expanded) {
            applied.addAll(each.used());
            rejected.removeIf(filter -> each.used().contains(filter.column()));
            keys.addAll(each.keys());
        }
        if (!times.apply(spec.timeRange()).isEmpty()
                && timeColumn(spec, dataset).isEmpty()) {
            rejected.add(new SqlText.Rejected("__time_range", "no_temporal_column"));
        }
        return Plan.of(
                question,
                runner.write(question),
                applied,
                rejected,
                comparisons,
                shown.shown(time(spec, dataset, times)),
                keys);
    }

    /** The question about one time, with its templates rendered for that time. */
    private SqlQuestion question(
            Asked asked,
            QuerySpec spec,
            Principal principal,
            int rows,
            Function<String, TimeBounds> times,
            List<Expanded> expanded) {
        Dataset dataset = asked.dataset();
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (asked.formData().values().get("url_params") instanceof Map<?, ?> sent) {
            sent.forEach((name, value) -> parameters.put(String.valueOf(name), value));
        }
        Expanded rendered = templates.expand(new Occasion(
                asked.database(),
                dataset,
                spec,
                asked.unplaced(),
                parameters,
                time(spec, dataset, times),
                times,
                principal));
        expanded.add(rendered);
        return new SqlQuestion(
                asked.database(),
                rendered.dataset(),
                rendered.spec(),
                own(rendered.spec(), dataset, times),
                filterBounds(rendered.spec(), times),
                rendered.rowRules(),
                rendered.tableRules(),
                rows);
    }

    private static Optional<String> timeColumn(QuerySpec spec, Dataset dataset) {
        return spec.timeColumn().or(dataset::mainTimeColumn);
    }

    private static TimeBounds own(QuerySpec spec, Dataset dataset, Function<String, TimeBounds> times) {
        return timeColumn(spec, dataset).isEmpty() ? TimeBounds.none() : times.apply(spec.timeRange());
    }

    private static Map<Integer, TimeBounds> filterBounds(QuerySpec spec, Function<String, TimeBounds> times) {
        Map<Integer, TimeBounds> bounds = new TreeMap<>();
        for (int i = 0; i < spec.filters().size(); i++) {
            if (spec.filters().get(i).operator() == Operator.TEMPORAL_RANGE) {
                bounds.put(
                        i,
                        times.apply(
                                String.valueOf(spec.filters().get(i).values().get(0))));
            }
        }
        return bounds;
    }

    /** What the question is about: its own time range, else that of its first filter on a time column. */
    private static TimeBounds time(QuerySpec spec, Dataset dataset, Function<String, TimeBounds> times) {
        TimeBounds own = own(spec, dataset, times);
        return own.isEmpty()
                ? filterBounds(spec, times).values().stream()
                        .filter(bounds -> !bounds.isEmpty())
                        .findFirst()
                        .orElse(TimeBounds.none())
                : own;
    }
}
