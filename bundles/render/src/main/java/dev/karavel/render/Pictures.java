package dev.karavel.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.cache.ResultCache;
import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.Themes;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.QueryService;
import dev.karavel.api.render.ChartRenderer;
import dev.karavel.api.render.DashboardPart;
import dev.karavel.api.render.Look;
import dev.karavel.api.render.Picture;
import dev.karavel.api.render.Sample;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.api.security.Tokens;
import dev.karavel.api.viz.Visualization;
import dev.karavel.api.viz.VisualizationRegistry;
import dev.karavel.render.filter.ChartPaths;
import dev.karavel.render.filter.FilterState;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Charts and dashboards as pictures. */
@Component(service = ChartRenderer.class, configurationPid = "dev.karavel.render")
@Designate(ocd = Settings.class)
public final class Pictures implements ChartRenderer {
    private final Charts charts;
    private final Dashboards dashboards;
    private final AccessControl access;
    private final Plugins plugins;
    private final Wishes wishes;
    private final Digests digests;
    private final Studio studio;
    private final Easel easel;
    private final KeptPictures kept;
    private final FirstValues firstValues;
    private final Wardrobe wardrobe;

    @Activate
    public Pictures(
            @Reference Charts charts,
            @Reference Dashboards dashboards,
            @Reference Datasets datasets,
            @Reference Themes themes,
            @Reference AccessControl access,
            @Reference QueryService queries,
            @Reference VisualizationRegistry registry,
            @Reference ResultCache cache,
            @Reference Tokens tokens,
            @Reference Drawing drawing,
            Settings settings) {
        this.charts = charts;
        this.dashboards = dashboards;
        this.access = access;
        plugins = new Plugins(registry);
        Duration patience = Duration.ofSeconds(settings.data_seconds());
        wishes = new Wishes(charts, queries, plugins, patience);
        firstValues = new FirstValues(queries, patience);
        wardrobe = new Wardrobe(themes);
        digests = new Digests(charts, datasets, access, plugins, wardrobe, drawing.version());
        studio = new Studio(
                drawing.isolates(),
                new Darkroom(drawing.browser(), tokens, drawing.fontTables(), settings.browser_always()));
        easel = new Easel(drawing.painter(), settings.megapixels());
        kept = new KeptPictures(cache, Duration.parse(settings.time_to_live()), patience.multipliedBy(2));
    }

    @Override
    public Picture chart(ChartRequest request, Look look, Principal principal) {
        easel.check(look);
        return picture(wishes.of(request, look.locale(), principal), look, principal);
    }

    @Override
    public Picture sample(Sample sample, Look look, Principal principal) {
        easel.check(look);
        return picture(wishes.of(sample, look.locale()), look, principal);
    }

    private Picture picture(Wish wish, Look look, Principal principal) {
        String key = Digests.of(digests.script(), look, wish.module(), wish.settings(), wish.tag());
        return kept.load(
                key,
                look.format(),
                wish.name(),
                () -> studio.chart(wish, look, principal, painting -> easel.paint(painting, look, wish.name())));
    }

    @Override
    public Picture dashboard(long dashboardId, DashboardPart part, Look look, Principal principal) {
        easel.check(look);
        Dashboard dashboard = dashboards
                .find(dashboardId)
                .filter(one -> access.maySee(principal, one))
                .orElseThrow(() -> KaravelException.notFound("Dashboard", dashboardId));
        JsonNode tones = Plugins.JSON.valueToTree(wardrobe.tones(dashboard, look.dark()));
        Map<Long, Wish> shown = new LinkedHashMap<>();
        List<Chart> held = charts.find(dashboard.charts());
        FilterState filters = FilterState.of(
                dashboard, dashboard.charts(), part.dataMask(), filter -> firstValues.of(filter, principal));
        for (Chart chart : held) {
            ChartRequest request = asked(chart.id(), filters.extraFormData(chart.id()), part.urlParams());
            Wish wish = wish(chart, request, dashboard, look, principal);
            wish.settings().set("tones", tones);
            shown.put(chart.id(), wish);
        }
        String plan = plan(dashboard, held, part, look, tones);
        StringBuilder content = new StringBuilder(plan);
        shown.forEach((id, wish) -> content.append(Digests.of(id, wish.module(), wish.settings(), wish.tag())));
        String key = Digests.of(digests.script(), look, content);
        return kept.load(
                key,
                look.format(),
                dashboard.title(),
                () -> studio.dashboard(
                        plan, shown, look, principal, painting -> easel.paint(painting, look, dashboard.title())));
    }

    private static ChartRequest asked(long chart, Map<String, Object> extra, Map<String, String> urlParams) {
        Map<String, Object> form = new LinkedHashMap<>();
        if (!extra.isEmpty()) {
            form.put("extra_form_data", extra);
        }
        if (!urlParams.isEmpty()) {
            form.put("url_params", urlParams);
        }
        ChartRequest saved = ChartRequest.ofChart(chart);
        return new ChartRequest(
                saved.chartId(), saved.datasetId(), form, saved.queries(), saved.resultType(), false, Optional.empty());
    }

    private Wish wish(Chart chart, ChartRequest request, Dashboard dashboard, Look look, Principal principal) {
        Wish wish;
        try {
            wish = wishes.of(request, look.locale(), principal);
        } catch (KaravelException e) {
            wish = wishes.said(chart, State.of(e, look.locale()), look.locale());
        }
        wish.settings().put("metadata", dashboard.metadata());
        return wish;
    }

    private String plan(Dashboard dashboard, List<Chart> held, DashboardPart part, Look look, JsonNode tones) {
        ObjectNode plan = Plugins.JSON.createObjectNode();
        plan.put("width", look.width())
                .put("mode", look.dark() ? "dark" : "light")
                .put("locale", look.locale());
        plan.set("tones", tones);
        plan.put("title", look.titled() ? dashboard.title() : "").put("position", dashboard.position());
        Set<String> tabs = new TreeSet<>(part.tabs());
        part.anchor().ifPresent(anchor -> tabs.addAll(ChartPaths.above(Plugins.object(dashboard.position()), anchor)));
        plan.put("allTabs", part.allTabs()).set("tabs", Plugins.JSON.valueToTree(tabs));
        ArrayNode list = plan.putArray("charts");
        for (Chart chart : held) {
            ObjectNode one = list.addObject().put("id", chart.id()).put("name", chart.name());
            plugins.find(chart.vizType()).map(Visualization::category).ifPresent(name -> one.put("category", name));
        }
        return plan.toString();
    }

    @Override
    public Map<Long, String> chartDigests(Collection<Chart> some, Principal principal) {
        return digests.ofCharts(some, principal);
    }

    @Override
    public Map<Long, String> dashboardDigests(Collection<Dashboard> some, Principal principal) {
        return digests.ofDashboards(some, principal);
    }
}
