package dev.karavel.query.warm;

import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.QueryService;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.query.ResultType;
import dev.karavel.api.security.Identities;
import dev.karavel.api.security.Principal;
import dev.karavel.api.task.TaskHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the answers of dashboards before people come, under the defaults of their filters, as one of their owners: a task asks one
 * question at a time, so that people go before.
 */
@Component
public final class DashboardWarmer implements TaskHandler {
    static final String KIND = "warm-up";

    private static final Logger LOG = LoggerFactory.getLogger(DashboardWarmer.class);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Dashboards dashboards;
    private final Identities identities;
    private final QueryService queries;
    private final WarmChoice choice;
    private final Clock clock;

    @Activate
    public DashboardWarmer(
            @Reference Dashboards dashboards,
            @Reference Identities identities,
            @Reference QueryService queries,
            @Reference WarmChoice choice) {
        this(dashboards, identities, queries, choice, Clock.systemUTC());
    }

    DashboardWarmer(
            Dashboards dashboards, Identities identities, QueryService queries, WarmChoice choice, Clock clock) {
        this.dashboards = dashboards;
        this.identities = identities;
        this.queries = queries;
        this.choice = choice;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Asking twice does no harm: the second time most answers are there. */
    @Override
    public String handle(Work work) {
        long one = WarmUp.read(work.task().order().payload()).path("dashboard").asLong();
        List<Dashboard> wanted = one == 0 ? choice.dashboards() : dashboards.find(List.of(one));
        int fetched = 0;
        for (int i = 0; i < wanted.size() && !work.isOver(); i++) {
            work.progress(i * 100 / wanted.size(), wanted.get(i).title());
            fetched += warm(wanted.get(i));
        }
        return "{\"dashboards\":" + wanted.size() + ",\"answers\":" + fetched + "}";
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
