package dev.karavel.web.dashboard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.Themes;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.web.json.Fields;
import dev.karavel.web.json.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A second dashboard like a first one: a draft of whoever copies it. */
@Component(service = DashboardCopy.class)
public final class DashboardCopy {
    private final DashboardDraft draft;
    private final Themes themes;
    private final Charts charts;
    private final Datasets datasets;
    private final AccessControl access;

    @Activate
    public DashboardCopy(
            @Reference DashboardDraft draft,
            @Reference Themes themes,
            @Reference Charts charts,
            @Reference Datasets datasets,
            @Reference AccessControl access) {
        this.draft = draft;
        this.themes = themes;
        this.charts = charts;
        this.datasets = datasets;
        this.access = access;
    }

    Dashboard of(Dashboard source, Fields wanted, Principal principal) {
        String title = wanted.requiredText("dashboard_title");
        boolean duplicate = wanted.flag("duplicate_slices", false);
        ObjectNode metadata = DashboardDraft.object(wanted.jsonText("json_metadata", source.metadata()));
        String position = Layout.within(metadata).orElseGet(() -> wanted.jsonText("position_json", source.position()));
        ObjectNode copy = Json.mapper().createObjectNode();
        copy.put("dashboard_title", title);
        copy.put("css", wanted.text("css", source.css()));
        copy.put("description", source.description());
        source.theme().filter(id -> themes.find(id).isPresent()).ifPresent(id -> copy.put("theme_id", id));
        copy.set("json_metadata", metadata);
        copy.put("position_json", position);
        if (duplicate) {
            duplicates(new Layout(position), copy, principal);
        }
        return draft.create(new Fields(copy), principal);
    }

    private void duplicates(Layout layout, ObjectNode copy, Principal principal) {
        access.require(principal, "can_write", "Chart");
        Map<Long, Chart> made = new HashMap<>();
        for (Chart chart : charts.find(layout.charts())) {
            if (mayUse(chart, principal)) {
                made.put(chart.id(), charts.save(duplicate(chart, principal)));
            }
        }
        Map<Long, UUID> uuids = new HashMap<>();
        Map<Long, Long> ids = new HashMap<>();
        made.forEach((old, chart) -> {
            ids.put(old, chart.id());
            uuids.put(old, chart.uuid());
        });
        copy.put("position_json", layout.withCharts(ids, uuids));
        copy.set("json_metadata", ChartReferences.renumbered((ObjectNode) copy.get("json_metadata"), ids));
    }

    /** Who may see a chart on a dashboard given to their role may still not query its data: it stays the one it was. */
    private boolean mayUse(Chart chart, Principal principal) {
        Optional<Dataset> dataset = datasets.find(chart.datasetId());
        return access.maySee(principal, chart)
                && dataset.filter(data -> access.mayQuery(principal, data)).isPresent();
    }

    private static Chart duplicate(Chart chart, Principal principal) {
        return new Chart(
                0,
                UUID.randomUUID(),
                0,
                chart.name(),
                chart.vizType(),
                chart.datasetId(),
                chart.params(),
                chart.queryContext(),
                chart.description(),
                chart.cacheTimeout(),
                "",
                "",
                Set.of(principal.userId()),
                Stamp.none().by(principal.userId()));
    }
}
