package dev.karavel.web.thing;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sqllab.SavedQueries;
import dev.karavel.api.sqllab.SavedQuery;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds things of any kind; one that may not be seen is as good as missing. */
@Component(service = Things.class)
public final class Things {
    private final Dashboards dashboards;
    private final Charts charts;
    private final Datasets datasets;
    private final SavedQueries queries;
    private final AccessControl access;

    @Activate
    public Things(
            @Reference Dashboards dashboards,
            @Reference Charts charts,
            @Reference Datasets datasets,
            @Reference SavedQueries queries,
            @Reference AccessControl access) {
        this.dashboards = dashboards;
        this.charts = charts;
        this.datasets = datasets;
        this.queries = queries;
        this.access = access;
    }

    public Optional<Thing> find(ThingKind kind, long id, Principal principal) {
        return switch (kind) {
            case DASHBOARD ->
                dashboards
                        .find(id)
                        .filter(dashboard -> access.maySee(principal, dashboard))
                        .map(Things::of);
            case CHART ->
                charts.find(id).filter(chart -> access.maySee(principal, chart)).map(Things::of);
            case DATASET ->
                datasets.find(id)
                        .filter(dataset -> access.mayQuery(principal, dataset))
                        .map(Things::of);
            case SAVED_QUERY ->
                queries.find(id)
                        .filter(query -> access.mayEdit(principal, Set.of(query.userId())))
                        .map(Things::of);
            case TAG -> Optional.empty();
        };
    }

    public Thing visible(ThingKind kind, long id, Principal principal) {
        return find(kind, id, principal).orElseThrow(() -> KaravelException.notFound(noun(kind), id));
    }

    public Thing editable(ThingKind kind, long id, Principal principal) {
        Thing thing = visible(kind, id, principal);
        if (!access.mayEdit(principal, thing.owners())) {
            throw new KaravelException(ErrorCode.FORBIDDEN, "Only its owners may change this " + kind.word());
        }
        return thing;
    }

    public static String noun(ThingKind kind) {
        String word = kind.word();
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    public static Thing of(Dashboard from) {
        return new Thing(
                ThingKind.DASHBOARD,
                from.id(),
                from.title(),
                "/dashboard/" + from.address() + "/",
                from.owners(),
                from.stamp());
    }

    public static Thing of(Chart from) {
        return new Thing(
                ThingKind.CHART,
                from.id(),
                from.name(),
                "/explore/?slice_id=" + from.id(),
                from.owners(),
                from.stamp());
    }

    public static Thing of(SavedQuery from) {
        return new Thing(
                ThingKind.SAVED_QUERY,
                from.id(),
                from.label(),
                "/sqllab/?savedQueryId=" + from.id(),
                Set.of(from.userId()),
                from.stamp());
    }

    public static Thing of(Dataset from) {
        return new Thing(
                ThingKind.DATASET,
                from.id(),
                from.tableName(),
                "/explore/?datasource_type=table&datasource_id=" + from.id(),
                from.owners(),
                from.stamp());
    }
}
