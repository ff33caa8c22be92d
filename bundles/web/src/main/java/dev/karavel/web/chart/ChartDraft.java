package dev.karavel.web.chart;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.web.json.Fields;
import dev.karavel.web.list.Owners;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes charts: checks that the data and the dashboards they are put on are the writer's to use. */
@Component(service = ChartDraft.class)
public final class ChartDraft {
    private final Charts charts;
    private final Datasets datasets;
    private final Dashboards dashboards;
    private final Users users;
    private final AccessControl access;

    @Activate
    public ChartDraft(
            @Reference Charts charts,
            @Reference Datasets datasets,
            @Reference Dashboards dashboards,
            @Reference Users users,
            @Reference AccessControl access) {
        this.charts = charts;
        this.datasets = datasets;
        this.dashboards = dashboards;
        this.users = users;
        this.access = access;
    }

    Chart create(Fields fields, Principal principal) {
        fields.requiredText("slice_name");
        fields.requiredWhole("datasource_id");
        Chart empty = new Chart(
                0,
                UUID.randomUUID(),
                0,
                "",
                "table",
                0,
                "{}",
                Optional.empty(),
                "",
                Optional.empty(),
                "",
                "",
                Set.of(),
                Stamp.none());
        return save(empty, fields, principal);
    }

    Chart change(Chart old, Fields fields, Principal principal) {
        fields.requireVersion(old.version());
        return save(old, fields, principal);
    }

    private Chart save(Chart old, Fields fields, Principal principal) {
        if (!fields.text("datasource_type", "table").equals("table")) {
            throw KaravelException.invalid(
                    "datasource_type", "A chart's data comes from a table or a statement saved as dataset: table");
        }
        List<Dashboard> targets =
                fields.ids("dashboards").map(ids -> editable(ids, principal)).orElse(List.of());
        Chart saved = charts.save(new Chart(
                old.id(),
                old.uuid(),
                old.version(),
                fields.has("slice_name") ? fields.requiredText("slice_name") : old.name(),
                fields.has("viz_type") ? fields.requiredText("viz_type") : old.vizType(),
                dataset(fields, old, principal),
                fields.jsonText("params", old.params()),
                fields.jsonText("query_context", old.queryContext()),
                fields.text("description", old.description()),
                fields.seconds("cache_timeout", old.cacheTimeout()),
                fields.text("certified_by", old.certifiedBy()),
                fields.text("certification_details", old.certificationDetails()),
                Owners.after(fields, old.owners(), principal, users),
                old.stamp().by(principal.userId())));
        if (fields.ids("dashboards").isPresent()) {
            place(saved, targets, principal);
        }
        return saved;
    }

    private long dataset(Fields fields, Chart old, Principal principal) {
        long id = fields.whole("datasource_id", Optional.of(old.datasetId())).orElse(0L);
        if (id != old.datasetId()) {
            datasets.find(id)
                    .filter(dataset -> access.mayQuery(principal, dataset))
                    .orElseThrow(() -> KaravelException.invalid(
                            "datasource_id", "Dataset " + id + " does not exist, or you may not query it"));
        }
        return id;
    }

    private List<Dashboard> editable(List<Long> ids, Principal principal) {
        List<Dashboard> found = dashboards.find(ids);
        for (Dashboard dashboard : found) {
            if (!access.mayEdit(principal, dashboard.owners())) {
                throw new KaravelException(
                        ErrorCode.FORBIDDEN,
                        "dashboards",
                        "Only its owners may put a chart on dashboard " + dashboard.id(),
                        null);
            }
        }
        if (found.size() != new HashSet<>(ids).size()) {
            throw KaravelException.invalid("dashboards", "Dashboards are invalid: one of them does not exist");
        }
        return found;
    }

    /** On the wanted dashboards and no other one the writer may change. */
    private void place(Chart chart, List<Dashboard> targets, Principal principal) {
        Set<Long> wanted = new HashSet<>();
        for (Dashboard target : targets) {
            wanted.add(target.id());
            if (!target.charts().contains(chart.id())) {
                List<Long> more = new ArrayList<>(target.charts());
                more.add(chart.id());
                dashboards.save(withCharts(target, more, principal));
            }
        }
        for (Dashboard other : dashboards.withChart(chart.id())) {
            if (!wanted.contains(other.id()) && access.mayEdit(principal, other.owners())) {
                List<Long> fewer = new ArrayList<>(other.charts());
                fewer.remove(chart.id());
                dashboards.save(withCharts(other, fewer, principal));
            }
        }
    }

    private static Dashboard withCharts(Dashboard old, List<Long> charts, Principal principal) {
        return new Dashboard(
                old.id(),
                old.uuid(),
                old.version(),
                old.title(),
                old.slug(),
                old.description(),
                old.position(),
                old.metadata(),
                old.css(),
                old.published(),
                old.certifiedBy(),
                old.certificationDetails(),
                charts,
                old.owners(),
                old.roles(),
                old.theme(),
                old.stamp().by(principal.userId()));
    }
}
