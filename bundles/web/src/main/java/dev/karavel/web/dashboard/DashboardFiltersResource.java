package dev.karavel.web.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.security.Principal;
import dev.karavel.web.account.Journal;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Fields;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes of a dashboard's filters alone, so that two people who work on other parts of it do not collide. */
@Component(service = DashboardFiltersResource.class)
@RestResource
@Path("dashboard")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DashboardFiltersResource {
    private final DashboardFinder finder;
    private final DashboardDraft draft;
    private final Journal journal;

    @Activate
    public DashboardFiltersResource(
            @Reference DashboardFinder finder, @Reference DashboardDraft draft, @Reference Journal journal) {
        this.finder = finder;
        this.draft = draft;
        this.journal = journal;
    }

    @PUT
    @Path("{id: \\d{1,18}}/filters")
    @Needs(action = "can_write", view = "Dashboard")
    @Says(
            value = "Delete, change, add and order filters of a dashboard",
            body = {"deleted", "modified", "reordered"})
    public Map<String, Object> change(@PathParam("id") long id, JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Dashboard dashboard = finder.editable(Long.toString(id), principal);
        FilterConfiguration filters =
                FilterConfiguration.of(dashboard.metadata()).after(new Fields(body));
        ObjectNode change = JsonNodeFactory.instance.objectNode();
        change.set("json_metadata", filters.metadata());
        draft.change(dashboard, new Fields(change), principal);
        journal.noteDashboard(principal, "dashboard_filters_changed", id);
        return Map.of("result", filters.items());
    }
}
