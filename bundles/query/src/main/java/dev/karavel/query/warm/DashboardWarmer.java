package dev.karavel.query.warm;

import dev.karavel.api.cache.Cluster;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.QueryService;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.query.ResultType;
import dev.karavel.api.security.Identities;
import dev.karavel.api.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the answers of dashboards on their own schedules, under the defaults of their filters, as one of their owners. One
 * thread: one question at a time, so that people go before. Of a cluster the oldest node alone does it.
 */
@Component(service = DashboardWarmer.class, immediate = true)
public final class DashboardWarmer {
    private static final Logger LOG = LoggerFactory.getLogger(DashboardWarmer.class);
    private static final long MOST_MISSED = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Dashboards dashboards;
    private final Identities identities;
    private final QueryService queries;
    private final Cluster cluster;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    private Instant checked;

    @Activate
    public DashboardWarmer(
            @Reference Dashboards dashboards,
            @Reference Identities identities,
            @Reference QueryService queries,
            @Reference Cluster cluster) {
        this(dashboards, identities, queries, cluster, Clock.systemUTC());
        Instant now = clock.instant();
        long toNextMinute = Duration.between(
                        now, now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES))
                .toMillis();
        thread.scheduleAtFixedRate(this::tick, toNextMinute, TimeUnit.MINUTES.toMillis(1), TimeUnit.MILLISECONDS);
    }

    DashboardWarmer(Dashboards dashboards, Identities identities, QueryService queries, Cluster cluster, Clock clock) {
        this.dashboards = dashboards;
        this.identities = identities;
        this.queries = queries;
        this.cluster = cluster;
        this.clock = clock;
        checked = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread warming = new Thread(task, "karavel-warm-up");
            warming.setDaemon(true);
            return warming;
        });
    }

    @Deactivate
    public void stop() {
        thread.shutdownNow();
    }

    private void tick() {
        try {
            warmWhatIsDue();
        } catch (RuntimeException e) { // the edge of the thread: the next minute comes all the same
            LOG.warn("Dashboards were not warmed up: {}", e.toString());
        }
    }

    /**
     * Whatever was due since the last look: a long warm-up makes nobody's minute pass unseen.
     *
     * @return how many answers were fetched
     */
    int warmWhatIsDue() {
        Instant since = checked;
        checked = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (cluster.nodes().stream().findFirst().filter(Cluster.Node::local).isEmpty()) {
            return 0;
        }
        int fetched = 0;
        for (Dashboard dashboard : dashboards.list(ListQuery.everything()).items()) {
            if (isDue(dashboard, since, checked)) {
                fetched += warm(dashboard);
            }
        }
        return fetched;
    }

    private static boolean isDue(Dashboard dashboard, Instant since, Instant until) {
        try {
            long minutes = Duration.between(since, until).toMinutes();
            return WarmUp.of(dashboard)
                    .filter(schedule -> LongStream.rangeClosed(1, Math.min(minutes, MOST_MISSED))
                            .anyMatch(ago -> schedule.isDue(until.minus(minutes - ago, ChronoUnit.MINUTES))))
                    .isPresent();
        } catch (KaravelException e) {
            LOG.warn("Dashboard {} has a warm_up that cannot be read: {}", dashboard.id(), e.getMessage());
            return false;
        }
    }

    private int warm(Dashboard dashboard) {
        Optional<Principal> owner = dashboard.owners().stream()
                .sorted()
                .flatMap(id -> identities.find(id).stream())
                .findFirst();
        if (owner.isEmpty()) {
            LOG.warn("Dashboard {} is not warmed up: it has no active owner", dashboard.id());
            return 0;
        }
        DefaultFilters filters = new DefaultFilters(dashboard);
        int fetched = 0;
        for (long chart : dashboard.charts()) {
            fetched += ask(dashboard, chart, filters.of(chart), owner.get()) ? 1 : 0;
        }
        LOG.info(
                "Dashboard {} is warm: {} of {} charts",
                dashboard.id(),
                fetched,
                dashboard.charts().size());
        return fetched;
    }

    private boolean ask(Dashboard dashboard, long chart, Map<String, Object> extra, Principal owner) {
        Map<String, Object> formData = extra.isEmpty() ? Map.of() : Map.of("extra_form_data", extra);
        int stale =
                WarmUp.read(dashboard.metadata()).path("stale_while_revalidate").asInt(0);
        ChartRequest request = new ChartRequest(
                Optional.of(chart),
                Optional.empty(),
                formData,
                List.of(),
                ResultType.FULL,
                true,
                Optional.empty(),
                new ChartRequest.Stale(stale, false));
        try {
            queries.answer(request, ResultFormat.COLUMNS, owner, clock.instant().plus(PATIENCE));
            return true;
        } catch (KaravelException e) {
            LOG.warn("Chart {} of dashboard {} was not warmed up: {}", chart, dashboard.id(), e.getMessage());
            return false;
        }
    }
}
