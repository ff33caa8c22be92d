package dev.karavel.query;

import dev.karavel.api.cache.ResultCache;
import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.DatasetColumn;
import dev.karavel.api.catalog.DatasetMetric;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.ChartAnswer;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.api.sql.SqlText;
import dev.karavel.api.viz.VisualizationRegistry;
import dev.karavel.query.answer.Part;
import dev.karavel.query.answer.finish.FinishedTable;
import dev.karavel.query.post.PostProcessor;
import dev.karavel.query.post.time.Covering;
import dev.karavel.query.question.Asked;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gets the answer to planned questions: from the cache, or from the warehouse into the cache. */
final class Execution {
    /**
     * @param showStatement whether the SQL is part of the answer
     * @param finished whether the table is made as its chart type shows it
     * @param cacheTimeout seconds, before all others
     * @param overlays to put beside the rows, by name
     */
    record Wishes(
            boolean force,
            boolean showStatement,
            boolean finished,
            Optional<Integer> cacheTimeout,
            ChartRequest.Stale stale,
            Instant deadline,
            Map<String, Overlays.Overlay> overlays) {
        static Wishes plain(Instant deadline) {
            return new Wishes(false, false, false, Optional.empty(), ChartRequest.Stale.NEVER, deadline, Map.of());
        }

        /** For the rows that are laid over another answer. */
        Wishes alone() {
            return new Wishes(force, false, false, Optional.empty(), ChartRequest.Stale.NEVER, deadline, Map.of());
        }

        Wishes with(Map<String, Overlays.Overlay> others) {
            return new Wishes(force, showStatement, finished, cacheTimeout, stale, deadline, others);
        }
    }

    private final VisualizationRegistry visualizations;
    private final KeptAnswers kept;
    private final SqlRunner runner;
    private final Bounds bounds;
    private final Clock clock;

    Execution(VisualizationRegistry visualizations, ResultCache cache, SqlRunner runner, Bounds bounds, Clock clock) {
        this.visualizations = visualizations;
        this.kept = new KeptAnswers(cache, clock);
        this.runner = runner;
        this.bounds = bounds;
        this.clock = clock;
    }

    ChartAnswer answer(Asked asked, List<Plan> plans, Wishes wishes, ResultFormat format) {
        return kept.answer(question(asked, plans, wishes), format);
    }

    /** The answer if nobody has to be asked for it. */
    Optional<ChartAnswer> kept(Asked asked, List<Plan> plans, Wishes wishes, ResultFormat format) {
        return kept.kept(question(asked, plans, wishes), format);
    }

    /** The answer as rows. */
    List<Part> parts(Asked asked, List<Plan> plans, Wishes wishes) {
        return kept.parts(question(asked, plans, wishes));
    }

    /** Whether the rows of the warehouse are those of the answer. */
    boolean streams(Asked asked, List<Plan> plans) {
        return shaping(asked).isEmpty()
                && plans.stream()
                        .allMatch(plan -> plan.comparisons().isEmpty()
                                && plan.text().later().isEmpty()
                                && plan.question().spec().postProcessing().isEmpty());
    }

    private KeptAnswers.Question question(Asked asked, List<Plan> plans, Wishes wishes) {
        plans.forEach(plan -> PostProcessor.check(plan.question().spec().postProcessing()));
        Optional<String> shaping = shaping(asked);
        return new KeptAnswers.Question(
                key(asked, plans, wishes),
                asked.name(),
                plans.size() == 1,
                seconds(asked, wishes),
                wishes.force(),
                wishes.stale(),
                remaining(wishes.deadline()),
                () -> ask(asked, plans, wishes, shaping));
    }

    private Optional<String> shaping(Asked asked) {
        return asked.vizType().filter(visualizations::shapes);
    }

    private List<Part> ask(Asked asked, List<Plan> plans, Wishes wishes, Optional<String> shaping) {
        Map<String, String> annotations = new LinkedHashMap<>();
        wishes.overlays().forEach((name, overlay) -> annotations.put(name, overlay.records()));
        List<Part> parts = new ArrayList<>();
        for (Plan plan : plans) {
            Instant begin = clock.instant();
            Table rows = run(asked, plan.text(), plan, wishes);
            for (Plan.Comparison other : plan.comparisons()) {
                rows = ComparedTimes.join(
                        rows,
                        run(asked, other.text(), plan, wishes),
                        plan.question().spec(),
                        other.offset());
            }
            long milliseconds = Duration.between(begin, clock.instant()).toMillis();
            Table processed =
                    PostProcessor.run(Covering.steps(plan.question().spec().postProcessing(), plan.bounds()), rows);
            Table shaped = shaping.map(vizType -> visualizations.shape(vizType, processed, asked.formData()))
                    .orElse(processed);
            Table table = wishes.finished() ? FinishedTable.of(shaped, asked.formData()) : shaped;
            parts.add(new Part(
                    table,
                    wishes.showStatement() ? Optional.of(plan.statements()) : Optional.empty(),
                    labels(asked.dataset(), table.columns()),
                    MetricFormats.of(asked.dataset(), table.columns()),
                    plan.bounds(),
                    plan.applied(),
                    plan.rejected(),
                    rows.rows(),
                    annotations,
                    begin,
                    milliseconds));
        }
        return parts;
    }

    private Table run(Asked asked, SqlText text, Plan plan, Wishes wishes) {
        Limits limits = Limits.of(plan.question().rowLimit(), remaining(wishes.deadline()));
        return runner.run(asked.database(), text, limits, wishes.deadline());
    }

    /** What the answer depends on. */
    String key(Asked asked, List<Plan> plans, Wishes wishes) {
        CacheKey key = new CacheKey().add(asked.database()).add(asked.dataset()).add(wishes.showStatement());
        for (Plan plan : plans) {
            key.add(plan.statements())
                    .add(plan.question().rowRules())
                    .add(plan.keys())
                    .add(plan.question().rowLimit())
                    .add(plan.bounds())
                    .add(plan.applied())
                    .add(plan.rejected())
                    .add(plan.question().spec().timeOffsets())
                    .add(plan.question().spec().postProcessing());
        }
        wishes.overlays().forEach((name, overlay) -> key.add(name).add(overlay.key()));
        if (wishes.finished()) {
            key.add("finished").add(asked.formData());
        }
        shaping(asked).ifPresent(vizType -> key.add(vizType)
                .add(visualizations.find(vizType).map(plugin -> plugin.plugin() + " " + plugin.version()))
                .add(asked.formData()));
        return key.text();
    }

    private int seconds(Asked asked, Wishes wishes) {
        return wishes.cacheTimeout()
                .or(() -> asked.chart().flatMap(Chart::cacheTimeout))
                .or(() -> asked.dataset().cacheTimeout())
                .or(() -> asked.database().cacheTimeout())
                .orElse(bounds.cacheSeconds());
    }

    private Duration remaining(Instant deadline) {
        Duration remaining = Duration.between(clock.instant(), deadline);
        if (remaining.isNegative() || remaining.isZero()) {
            throw new KaravelException(ErrorCode.WAREHOUSE_TIMEOUT, "The answer did not come in time");
        }
        return remaining;
    }

    static Map<String, String> labels(Dataset dataset, List<Column> columns) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Column column : columns) {
            labels.put(column.name(), ComparedTimes.label(column.name(), name -> label(dataset, name)));
        }
        return labels;
    }

    private static String label(Dataset dataset, String name) {
        return dataset.column(name)
                .map(DatasetColumn::label)
                .or(() -> dataset.metric(name).map(DatasetMetric::label))
                .orElse(name);
    }
}
