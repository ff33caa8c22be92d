package dev.karavel.render.thumbnail;

import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.render.ChartRenderer;
import dev.karavel.api.render.DashboardPart;
import dev.karavel.api.render.Look;
import dev.karavel.api.render.PictureFormat;
import dev.karavel.api.security.Identities;
import dev.karavel.api.security.Principal;
import dev.karavel.api.task.TaskHandler;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Draws the small pictures that lists show before anybody asks, as an owner sees them, in both themes. They are kept as those are
 * that somebody asked for, so that drawing one twice costs nothing.
 */
@Component
public final class Thumbnails implements TaskHandler {
    static final String KIND = "thumbnail";
    static final String CHART = "chart/";
    static final String DASHBOARD = "dashboard/";

    // what the address of a thumbnail means where it says nothing
    private static final Look OF_CHART = new Look(640, 304, 1, false, "en", PictureFormat.PNG, true, false);
    private static final Look OF_DASHBOARD = new Look(1280, 800, 0.5, false, "en", PictureFormat.PNG, false, false);

    private final Charts charts;
    private final Dashboards dashboards;
    private final ChartRenderer renderer;
    private final Identities identities;

    @Activate
    public Thumbnails(
            @Reference Charts charts,
            @Reference Dashboards dashboards,
            @Reference ChartRenderer renderer,
            @Reference Identities identities) {
        this.charts = charts;
        this.dashboards = dashboards;
        this.renderer = renderer;
        this.identities = identities;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String handle(Work work) {
        String key = work.task().order().key();
        String thing = key.substring(0, key.indexOf('@'));
        long id = Long.parseLong(thing.substring(thing.indexOf('/') + 1));
        for (boolean dark : new boolean[] {false, true}) {
            if (!work.isOver()) {
                draw(thing.startsWith(CHART), id, dark);
            }
        }
        return "{}";
    }

    private void draw(boolean ofChart, long id, boolean dark) {
        if (ofChart) {
            charts.find(id)
                    .flatMap(chart -> anOwner(chart.owners()))
                    .ifPresent(owner -> renderer.chart(ChartRequest.ofChart(id), OF_CHART.inTheme(dark), owner));
        } else {
            dashboards
                    .find(id)
                    .flatMap(dashboard -> anOwner(dashboard.owners()))
                    .ifPresent(owner ->
                            renderer.dashboard(id, DashboardPart.asOpened(), OF_DASHBOARD.inTheme(dark), owner));
        }
    }

    private Optional<Principal> anOwner(Set<Long> owners) {
        return owners.stream()
                .sorted()
                .flatMap(id -> identities.find(id).stream())
                .findFirst();
    }
}
