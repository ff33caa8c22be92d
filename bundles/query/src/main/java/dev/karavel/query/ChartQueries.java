package dev.karavel.query;

import dev.karavel.api.cache.ResultCache;
import dev.karavel.api.catalog.Annotations;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.ChartAnswer;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.Download;
import dev.karavel.api.query.QueryService;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.query.ResultType;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.api.viz.VisualizationRegistry;
import dev.karavel.query.answer.Descriptions;
import dev.karavel.query.answer.Part;
import dev.karavel.query.question.Asked;
import dev.karavel.query.question.RequestReader;
import dev.karavel.query.template.DatasetTemplates;
import dev.karavel.spi.data.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The use case "answer a chart's question". */
@Component(configurationPid = "dev.karavel.query")
@Designate(ocd = ChartQueries.Config.class)
public final class ChartQueries implements QueryService {
    @ObjectClassDefinition(name = "Karavel queries")
    @interface Config {
        @AttributeDefinition(
                name = "Seconds an answer is kept where neither chart, dataset nor database says; -1 for never")
        int default_cache_timeout() default 300;

        @AttributeDefinition(name = "Most rows where the question says none", min = "1")
        int default_row_limit() default 50_000;

        @AttributeDefinition(name = "Most rows of any answer", min = "1")
        int max_row_limit() default 100_000;

        @AttributeDefinition(name = "Most rows of samples", min = "1")
        int samples_row_limit() default 1_000;

        @AttributeDefinition(name = "Most seconds a question may take", min = "1")
        int deadline_seconds() default 60;

        @AttributeDefinition(name = "Most rows of a file with all rows", min = "1")
        int export_rows() default 10_000_000;

        @AttributeDefinition(name = "Most seconds a file with all rows may take", min = "1")
        int export_seconds() default 3_600;

        @AttributeDefinition(name = "Whether CSV files begin with a byte order mark, which Excel reads UTF-8 by")
        boolean csv_byte_order_mark() default false;
    }

    private final AccessControl access;
    private final RequestReader requests;
    private final SqlRunner runner;
    private final Planner planner;
    private final Execution execution;
    private final Overlays overlays;
    private final Bounds bounds;
    private final Clock clock;

    @Activate
    public ChartQueries(
            @Reference Charts charts,
            @Reference Datasets datasets,
            @Reference Databases databases,
            @Reference Annotations annotations,
            @Reference AccessControl access,
            @Reference VisualizationRegistry visualizations,
            @Reference ResultCache cache,
            @Reference SqlRunner runner,
            @Reference DatasetTemplates templates,
            Config config) {
        this(
                new RequestReader(charts, datasets, databases, access, visualizations),
                annotations,
                access,
                visualizations,
                cache,
                runner,
                templates,
                new Bounds(
                        config.default_row_limit(),
                        config.max_row_limit(),
                        config.samples_row_limit(),
                        config.default_cache_timeout(),
                        Duration.ofSeconds(config.deadline_seconds()),
                        config.export_rows(),
                        Duration.ofSeconds(config.export_seconds()),
                        config.csv_byte_order_mark()),
                Clock.systemUTC());
    }

    ChartQueries(
            RequestReader requests,
            Annotations annotations,
            AccessControl access,
            VisualizationRegistry visualizations,
            ResultCache cache,
            SqlRunner runner,
            DatasetTemplates templates,
            Bounds bounds,
            Clock clock) {
        this.requests = requests;
        this.runner = runner;
        this.access = access;
        this.bounds = bounds;
        this.clock = clock;
        planner = new Planner(templates, runner, clock);
        execution = new Execution(visualizations, cache, runner, bounds, clock);
        overlays = new Overlays(requests, planner, execution, bounds, annotations, access);
    }

    @Override
    public ChartAnswer answer(ChartRequest request, ResultFormat format, Principal principal, Instant deadline) {
        if (!format.kept()) {
            throw new IllegalArgumentException(format + " is a download");
        }
        Asked asked = requests.read(request, principal);
        return switch (request.resultType()) {
            case QUERY -> statements(asked, principal);
            case COLUMNS -> Descriptions.columns(asked.dataset());
            case TIMEGRAINS -> Descriptions.timeGrains(asked.dataset());
            default ->
                execution.answer(
                        asked, plans(request, asked, principal), wishes(request, asked, principal, deadline), format);
        };
    }

    @Override
    public Optional<ChartAnswer> kept(ChartRequest request, ResultFormat format, Principal principal) {
        if (request.force() || !format.kept() || describes(request.resultType())) {
            return Optional.empty();
        }
        Asked asked = requests.read(request, principal);
        Instant deadline = clock.instant().plus(bounds.deadline());
        return execution.kept(
                asked, plans(request, asked, principal), wishes(request, asked, principal, deadline), format);
    }

    @Override
    public Download download(ChartRequest request, ResultFormat format, Principal principal, Instant deadline) {
        refuseDescriptions(request);
        ChartRequest file = asFile(request, format);
        Asked asked = requests.read(file, principal);
        return new PartsDownload(asked.name(), format, bounds.byteOrderMark(), parts(file, asked, principal, deadline));
    }

    @Override
    public Download export(ChartRequest request, ResultFormat format, Principal principal) {
        refuseDescriptions(request);
        Asked asked = withoutLimits(requests.read(asFile(request, format), principal));
        List<Plan> plans = planner.plan(asked, principal, bounds.exportRows(), bounds.exportRows());
        if (request.resultType() == ResultType.POST_PROCESSED || !execution.streams(asked, plans)) {
            return download(request, format, principal, clock.instant().plus(bounds.deadline()));
        }
        return new StreamedDownload(
                asked, plans, format, bounds, runner, clock.instant().plus(bounds.exportDeadline()));
    }

    /** Says to chart types that ask differently for a file, such as of all pages, that it is one. */
    private static ChartRequest asFile(ChartRequest request, ResultFormat format) {
        Map<String, Object> formData = new LinkedHashMap<>(request.formData());
        formData.put("result_format", format.word());
        return new ChartRequest(
                request.chartId(),
                request.datasetId(),
                formData,
                request.queries(),
                request.resultType(),
                request.force(),
                request.cacheTimeout());
    }

    private static Asked withoutLimits(Asked asked) {
        return asked.with(asked.questions().stream()
                .map(spec -> spec.toBuilder().rowLimit(0).rowOffset(0).build())
                .toList());
    }

    @Override
    public List<Table> tables(ChartRequest request, Principal principal, Instant deadline) {
        refuseDescriptions(request);
        return parts(request, requests.read(request, principal), principal, deadline).stream()
                .map(Part::table)
                .toList();
    }

    @Override
    public List<Object> values(long datasetId, String column, int limit, Principal principal, Instant deadline) {
        Dataset dataset = requests.dataset(datasetId, principal);
        if (!dataset.settings().filterSelectEnabled()) {
            return List.of();
        }
        Asked asked = requests.values(dataset, column, Math.min(Math.max(1, limit), bounds.mostRows()));
        List<Plan> plans = planner.plan(asked, principal, bounds.defaultRows(), bounds.mostRows());
        Table table = execution
                .parts(asked, plans, Execution.Wishes.plain(until(deadline)))
                .get(0)
                .table();
        List<Object> values = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            values.add(table.value(row, 0));
        }
        values.removeIf(Objects::isNull);
        return values;
    }

    private static void refuseDescriptions(ChartRequest request) {
        ResultType type = request.resultType();
        if (describes(type)) {
            throw KaravelException.invalid("result_type", "There are no rows in a result of type " + type);
        }
    }

    private static boolean describes(ResultType type) {
        return type == ResultType.QUERY || type == ResultType.COLUMNS || type == ResultType.TIMEGRAINS;
    }

    private List<Part> parts(ChartRequest request, Asked asked, Principal principal, Instant deadline) {
        return execution.parts(asked, plans(request, asked, principal), wishes(request, asked, principal, deadline));
    }

    private List<Plan> plans(ChartRequest request, Asked asked, Principal principal) {
        boolean samples = request.resultType() == ResultType.SAMPLES || request.resultType() == ResultType.DRILL_DETAIL;
        return planner.plan(asked, principal, samples ? bounds.sampleRows() : bounds.defaultRows(), bounds.mostRows());
    }

    private Execution.Wishes wishes(ChartRequest request, Asked asked, Principal principal, Instant deadline) {
        Execution.Wishes wishes = new Execution.Wishes(
                request.force(),
                request.resultType() != ResultType.RESULTS && maySeeStatements(principal),
                request.resultType() == ResultType.POST_PROCESSED,
                request.cacheTimeout(),
                request.stale(),
                until(deadline),
                Map.of());
        return wishes.with(overlays.of(asked, principal, wishes));
    }

    private ChartAnswer statements(Asked asked, Principal principal) {
        if (!maySeeStatements(principal)) {
            throw new KaravelException(ErrorCode.FORBIDDEN, "You may not see the SQL of charts");
        }
        return Descriptions.statements(planner.plan(asked, principal, bounds.defaultRows(), bounds.mostRows()).stream()
                .map(Plan::statements)
                .toList());
    }

    private boolean maySeeStatements(Principal principal) {
        return access.may(principal, "can_view_query", "Dashboard");
    }

    private Instant until(Instant deadline) {
        Instant latest = clock.instant().plus(bounds.deadline());
        return deadline.isBefore(latest) ? deadline : latest;
    }
}
