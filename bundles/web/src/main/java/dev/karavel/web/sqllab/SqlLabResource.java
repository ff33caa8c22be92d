package dev.karavel.web.sqllab;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sql.SqlPlans;
import dev.karavel.api.sqllab.LabQueries;
import dev.karavel.api.sqllab.LabTab;
import dev.karavel.api.sqllab.LabTabs;
import dev.karavel.api.sqllab.SqlLab;
import dev.karavel.api.sqllab.SqlLab.Bounds;
import dev.karavel.web.database.DatabaseExtra;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the page needs to begin with. */
@Component(service = SqlLabResource.class)
@RestResource
@Path("sqllab")
@Produces(MediaType.APPLICATION_JSON)
public final class SqlLabResource {
    private static final int NEWEST = 100;

    private final SqlLab lab;
    private final LabTabs tabs;
    private final TabRows tabRows;
    private final LabQueries queries;
    private final LabQueryRows queryRows;
    private final SqlPlans plans;

    @Activate
    public SqlLabResource(
            @Reference SqlLab lab,
            @Reference LabTabs tabs,
            @Reference TabRows tabRows,
            @Reference LabQueries queries,
            @Reference LabQueryRows queryRows,
            @Reference SqlPlans plans) {
        this.lab = lab;
        this.tabs = tabs;
        this.tabRows = tabRows;
        this.queries = queries;
        this.queryRows = queryRows;
        this.plans = plans;
    }

    @GET
    @Needs(action = "can_read", view = "SQLLab")
    @Says("The caller's tabs, databases and newest queries")
    public Map<String, Object> begin(@Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        List<LabTab> own = tabs.ofUser(principal.userId());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(
                "active_tab",
                own.stream()
                        .filter(LabTab::active)
                        .findFirst()
                        .map(tabRows::row)
                        .orElse(null));
        result.put(
                "tab_state_ids",
                own.stream()
                        .map(tab -> Map.of("id", tab.id(), "label", tab.label()))
                        .toList());
        Map<String, Object> databases = new LinkedHashMap<>();
        lab.databases(principal).forEach(database -> databases.put(String.valueOf(database.id()), row(database)));
        result.put("databases", databases);
        Map<String, Object> newest = new LinkedHashMap<>();
        ListQuery recent = new ListQuery(
                List.of(), "", false, 0, NEWEST, new Visibility.Limited(principal.userId(), Set.of(), Set.of()));
        queryRows.editor(queries.list(recent).items()).forEach(row -> newest.put(String.valueOf(row.get("id")), row));
        result.put("queries", newest);
        result.put("limits", limits(lab.bounds()));
        return Map.of("result", result);
    }

    private Map<String, Object> row(Database database) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", database.id());
        row.put("database_name", database.name());
        row.put("backend", database.backend());
        row.put("expose_in_sqllab", database.exposeInSqlLab());
        row.put("allow_dml", database.allowDml());
        row.put("allow_file_upload", database.allowFileUpload());
        DatabaseExtra.of(database).putLab(row);
        row.put("allows_cost_estimate", plans.estimates(database) || plans.explains(database));
        return row;
    }

    private static Map<String, Object> limits(Bounds bounds) {
        Map<String, Object> limits = new LinkedHashMap<>();
        limits.put("default", bounds.usualLimit());
        limits.put("most", bounds.mostLimit());
        limits.put("display", bounds.shown());
        limits.put("timeoutSeconds", bounds.syncTime().toSeconds());
        return limits;
    }
}
