package dev.karavel.web.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.security.Principal;
import dev.karavel.web.account.Journal;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Fields;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
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

/** Saving a dashboard under another name. */
@Component(service = DashboardCopyResource.class)
@RestResource
@Path("dashboard")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DashboardCopyResource {
    private final DashboardFinder finder;
    private final DashboardCopy copy;
    private final Journal journal;

    @Activate
    public DashboardCopyResource(
            @Reference DashboardFinder finder, @Reference DashboardCopy copy, @Reference Journal journal) {
        this.finder = finder;
        this.copy = copy;
        this.journal = journal;
    }

    @POST
    @Path("{id_or_slug}/copy/")
    @Needs(action = "can_write", view = "Dashboard")
    @Says(
            value = "Copy a dashboard the caller may see, as it is or with the given layout; with its charts if wished",
            body = {"dashboard_title*", "css", "json_metadata", "position_json", "duplicate_slices"})
    public Map<String, Object> copy(
            @PathParam("id_or_slug") String idOrSlug, JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Dashboard source = finder.visible(idOrSlug, principal);
        Dashboard saved = copy.of(source, new Fields(body), principal);
        journal.noteDashboard(principal, "dashboard_created", saved.id());
        return Map.of(
                "result",
                Map.of(
                        "id",
                        saved.id(),
                        "url",
                        "/dashboard/" + saved.address() + "/",
                        "last_modified_time",
                        saved.stamp().changedOn().toEpochMilli() / 1000.0));
    }
}
