package dev.karavel.web.dashboard;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Role;
import dev.karavel.api.catalog.Roles;
import dev.karavel.api.catalog.Theme;
import dev.karavel.api.catalog.Themes;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.render.ChartRenderer;
import dev.karavel.api.security.Principal;
import dev.karavel.web.list.Ago;
import dev.karavel.web.list.People;
import dev.karavel.web.tag.TagRows;
import dev.karavel.web.theme.ThemeRows;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Dashboards as the REST interface shows them. */
@Component(service = DashboardRows.class)
public final class DashboardRows {
    private final Charts charts;
    private final Users users;
    private final Roles roles;
    private final ChartRenderer renderer;
    private final Themes themes;
    private final TagRows tags;

    @Activate
    public DashboardRows(
            @Reference Charts charts,
            @Reference Users users,
            @Reference Roles roles,
            @Reference Themes themes,
            @Reference ChartRenderer renderer,
            @Reference TagRows tags) {
        this.themes = themes;
        this.tags = tags;
        this.charts = charts;
        this.users = users;
        this.roles = roles;
        this.renderer = renderer;
    }

    List<Map<String, Object>> list(List<Dashboard> dashboards, Principal principal) {
        People people = people(dashboards);
        Map<Long, Theme> worn = themes(dashboards);
        Map<Long, String> digests = renderer.dashboardDigests(dashboards, principal);
        List<Map<String, Object>> rows = dashboards.stream()
                .map(dashboard -> {
                    Map<String, Object> row = row(dashboard, people, worn);
                    String digest = digests.get(dashboard.id());
                    row.put("thumbnail_url", "/api/v1/dashboard/" + dashboard.id() + "/thumbnail/" + digest + "/");
                    return row;
                })
                .toList();
        tags.put(ThingKind.DASHBOARD, rows);
        return rows;
    }

    public Map<String, Object> one(Dashboard dashboard) {
        Map<Long, Theme> worn = themes(List.of(dashboard));
        Map<String, Object> row = row(dashboard, people(List.of(dashboard)), worn);
        row.put("version", dashboard.version());
        row.put("css", dashboard.css());
        // with its colours: who may see a dashboard need not be allowed to read themes
        row.put("theme", dashboard.theme().map(worn::get).map(ThemeRows::row).orElse(null));
        row.put("position_json", dashboard.position());
        row.put("json_metadata", dashboard.metadata());
        row.put(
                "charts",
                charts.find(dashboard.charts()).stream().map(Chart::name).toList());
        row.put("changed_on_humanized", Ago.of(dashboard.stamp().changedOn(), Instant.now()));
        tags.put(ThingKind.DASHBOARD, List.of(row));
        return row;
    }

    /** By their ids: one that was deleted is none. */
    private Map<Long, Theme> themes(List<Dashboard> dashboards) {
        List<Long> ids = dashboards.stream()
                .flatMap(each -> each.theme().stream())
                .distinct()
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : themes.find(ids).stream().collect(Collectors.toMap(Theme::id, Function.identity()));
    }

    private People people(List<Dashboard> dashboards) {
        return new People(
                users,
                dashboards.stream().map(Dashboard::stamp).toList(),
                dashboards.stream().map(Dashboard::owners).toList(),
                Instant.now());
    }

    private Map<String, Object> row(Dashboard dashboard, People people, Map<Long, Theme> worn) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", dashboard.id());
        row.put("uuid", dashboard.uuid().toString());
        row.put("dashboard_title", dashboard.title());
        row.put("slug", dashboard.slug().orElse(null));
        row.put("url", "/dashboard/" + dashboard.address() + "/");
        row.put("published", dashboard.published());
        row.put("status", dashboard.published() ? "published" : "draft");
        row.put("description", dashboard.description());
        row.put("certified_by", dashboard.certifiedBy());
        row.put("certification_details", dashboard.certificationDetails());
        row.put("owners", people.owners(dashboard.owners()));
        row.put("roles", roles(dashboard));
        row.put("theme_id", dashboard.theme().filter(worn::containsKey).orElse(null));
        row.put("chart_count", dashboard.charts().size());
        row.put("is_managed_externally", false);
        people.put(row, dashboard.stamp());
        return row;
    }

    private List<Map<String, Object>> roles(Dashboard dashboard) {
        return dashboard.roles().stream()
                .sorted()
                .map(roles::findByName)
                .flatMap(Optional::stream)
                .map(DashboardRows::named)
                .toList();
    }

    private static Map<String, Object> named(Role role) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", role.id());
        result.put("name", role.name());
        return result;
    }
}
