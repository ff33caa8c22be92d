package dev.karavel.web.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Principal;
import dev.karavel.web.account.Journal;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Fields;
import dev.karavel.web.json.Json;
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
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The colours of a dashboard, without touching anything else of it. */
@Component(service = DashboardColorsResource.class)
@RestResource
@Path("dashboard")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DashboardColorsResource {
    private static final List<String> TEXTS = List.of("color_namespace", "color_scheme");
    private static final List<String> MAPS = List.of("map_label_colors", "label_colors");
    private static final List<String> LISTS = List.of("shared_label_colors", "color_scheme_domain");

    private final DashboardFinder finder;
    private final DashboardDraft draft;
    private final Journal journal;

    @Activate
    public DashboardColorsResource(
            @Reference DashboardFinder finder, @Reference DashboardDraft draft, @Reference Journal journal) {
        this.finder = finder;
        this.draft = draft;
        this.journal = journal;
    }

    @PUT
    @Path("{id: \\d{1,18}}/colors")
    @Needs(action = "can_write", view = "Dashboard")
    @Says(
            value = "Change the colours of a dashboard",
            body = {
                "color_namespace",
                "color_scheme",
                "map_label_colors",
                "label_colors",
                "shared_label_colors",
                "color_scheme_domain"
            })
    public Map<String, Object> colors(@PathParam("id") long id, JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Dashboard dashboard = finder.editable(Long.toString(id), principal);
        Fields fields = new Fields(body);
        ObjectNode metadata = DashboardDraft.object(dashboard.metadata());
        TEXTS.forEach(name -> {
            fields.text(name, "");
            keep(metadata, fields, name);
        });
        MAPS.forEach(name -> {
            fields.map(name);
            keep(metadata, fields, name);
        });
        LISTS.forEach(name -> {
            // older clients sent the shared colours as an object
            if (!name.equals("shared_label_colors") || !fields.node(name).isObject()) {
                fields.list(name);
            }
            keep(metadata, fields, name);
        });
        if (fields.has("map_label_colors") && fields.node("map_label_colors").size() > 10_000) {
            throw KaravelException.invalid("map_label_colors", "At most 10000 labels have colours of their own");
        }
        ObjectNode change = Json.mapper().createObjectNode();
        change.set("json_metadata", metadata);
        draft.change(dashboard, new Fields(change), principal);
        journal.noteDashboard(principal, "dashboard_changed", id);
        return Map.of("result", "Dashboard colors updated");
    }

    private static void keep(ObjectNode metadata, Fields fields, String name) {
        if (fields.has(name)) {
            metadata.set(name, fields.node(name));
        }
    }
}
