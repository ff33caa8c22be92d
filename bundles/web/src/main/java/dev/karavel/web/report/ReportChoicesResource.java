package dev.karavel.web.report;

import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.ListQuery.Condition;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.report.Reports;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sqllab.SqlLab;
import dev.karavel.spi.data.Setting;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.list.Related;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import dev.karavel.web.rison.Rison;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the form of an alert or report offers: channels, Slack's channels, people, charts, dashboards, databases. */
@Component(service = ReportChoicesResource.class)
@RestResource
@Path("report")
@Produces(MediaType.APPLICATION_JSON)
public final class ReportChoicesResource {
    private static final int MOST = 100;

    private final Reports reports;
    private final Charts charts;
    private final Dashboards dashboards;
    private final Users users;
    private final SqlLab lab;
    private final AccessControl access;

    @Activate
    public ReportChoicesResource(
            @Reference Reports reports,
            @Reference Charts charts,
            @Reference Dashboards dashboards,
            @Reference Users users,
            @Reference SqlLab lab,
            @Reference AccessControl access) {
        this.reports = reports;
        this.charts = charts;
        this.dashboards = dashboards;
        this.users = users;
        this.lab = lab;
        this.access = access;
    }

    @GET
    @Path("related/{column}")
    @Needs(action = ReportResource.READ, view = ReportResource.VIEW)
    @Says("Values of the form and the list's filters: chart, dashboard, database, owners, created_by, changed_by")
    public Map<String, Object> related(
            @PathParam("column") String column, @QueryParam("q") String q, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        String part = Related.part(q);
        return switch (column) {
            case "owners", "created_by", "changed_by" -> Related.people(users, q);
            case "database" ->
                Related.answer(lab.askable(principal).stream()
                        .filter(database ->
                                database.name().toLowerCase(Locale.ROOT).contains(part))
                        .map(database -> Related.row(database.id(), database.name()))
                        .toList());
            case "chart" ->
                Related.answer(charts.list(named("slice_name", part, principal)).items().stream()
                        .filter(chart -> access.maySee(principal, chart))
                        .map(chart -> Related.row(chart.id(), chart.name()))
                        .toList());
            case "dashboard" ->
                Related.answer(dashboards.list(named("dashboard_title", part, principal)).items().stream()
                        .filter(dashboard -> access.maySee(principal, dashboard))
                        .map(dashboard -> Related.row(dashboard.id(), dashboard.title()))
                        .toList());
            default -> throw KaravelException.notFound("Relation", column);
        };
    }

    @GET
    @Path("channels")
    @Needs(action = ReportResource.READ, view = ReportResource.VIEW)
    @Says("The installed channels, each with the form of a recipient")
    public Map<String, Object> channels() {
        List<Map<String, Object>> rows =
                reports.channels().stream().map(ReportChoicesResource::channel).toList();
        return Map.of("count", rows.size(), "result", rows);
    }

    @GET
    @Path("slack_channels")
    @Needs(action = ReportResource.READ, view = ReportResource.VIEW)
    @Says("Slack's channels by a part of their name: q=(search_string:sales)")
    public Map<String, Object> slack(@QueryParam("q") String q) {
        String search = q == null || q.isBlank() ? "" : search(Rison.parse(q));
        List<Map<String, Object>> rows = reports.choices("SlackV2", "target", search).stream()
                .map(choice -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("id", choice.value());
                    row.put("name", choice.title());
                    return row;
                })
                .toList();
        return Map.of("count", rows.size(), "result", rows);
    }

    private static String search(Object parsed) {
        return parsed instanceof Map<?, ?> map && map.get("search_string") instanceof String text ? text : "";
    }

    private ListQuery named(String column, String part, Principal principal) {
        List<Condition> conditions = part.isEmpty() ? List.of() : List.of(new Condition(column, "ct", part));
        return new ListQuery(conditions, column, false, 0, MOST, access.visibility(principal));
    }

    private static Map<String, Object> channel(Reports.Channel channel) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", channel.id());
        row.put("title", channel.title());
        row.put("ready", channel.hindrance().isEmpty());
        row.put("hindrance", channel.hindrance());
        row.put(
                "settings",
                channel.settings().stream().map(ReportChoicesResource::setting).toList());
        return row;
    }

    private static Map<String, Object> setting(Setting setting) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", setting.name());
        row.put("title", setting.title());
        row.put("kind", setting.kind().name().toLowerCase(Locale.ROOT));
        row.put("required", setting.required());
        row.put("default", setting.fallback());
        row.put("help", setting.help());
        return row;
    }
}
