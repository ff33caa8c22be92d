package dev.karavel.web.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.KeptValue;
import dev.karavel.api.catalog.KeptValues;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Principal;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Fields;
import dev.karavel.web.json.Json;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Links to a dashboard as somebody sees it: filters, open tabs, the place on the page. They stay for ever. */
@Component(service = DashboardLinkResource.class)
@RestResource
@Path("dashboard")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DashboardLinkResource {
    private static final String KIND = "dashboard_permalink";
    private static final String VIEW = "DashboardPermalinkRestApi";

    private final KeptValues values;
    private final DashboardFinder finder;

    @Activate
    public DashboardLinkResource(@Reference KeptValues values, @Reference DashboardFinder finder) {
        this.values = values;
        this.finder = finder;
    }

    @POST
    @Path("{id_or_slug}/permalink")
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Make a link to a dashboard as it is seen now",
            body = {"dataMask", "activeTabs", "urlParams", "anchor", "chartStates"})
    public Response make(@PathParam("id_or_slug") String idOrSlug, JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Dashboard dashboard = finder.visible(idOrSlug, principal);
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        kept.put("dashboardId", dashboard.uuid().toString());
        kept.set("state", state(new Fields(body)));
        KeptValue value = values.keep(KIND, Json.text(kept), Optional.of(principal.userId()), Optional.empty());
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("key", value.key(), "url", "/superset/dashboard/p/" + value.key() + "/"))
                .build();
    }

    @GET
    @Path("permalink/{key}")
    @Needs(action = "can_read", view = VIEW)
    @Says("What a link to a dashboard stands for")
    public Map<String, Object> read(@PathParam("key") String key, @Context SecurityContext context) {
        JsonNode kept = values.find(KIND, key)
                .map(value -> parsed(value, key))
                .orElseThrow(() -> KaravelException.notFound("Link", key));
        Dashboard dashboard = finder.visible(kept.path("dashboardId").asText(), Visitor.principal(context));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("key", key);
        answer.put("dashboardId", dashboard.uuid().toString());
        answer.put("url", "/dashboard/" + dashboard.address() + "/");
        answer.put("state", kept.path("state"));
        return answer;
    }

    /** Only what a link is for, each of the right kind. */
    private static ObjectNode state(Fields fields) {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        for (String name : new String[] {"dataMask", "chartStates"}) {
            fields.map(name);
            keep(state, name, fields.node(name));
        }
        for (String name : new String[] {"activeTabs", "urlParams"}) {
            fields.list(name);
            keep(state, name, fields.node(name));
        }
        fields.filledText("anchor", Optional.empty()).ifPresent(anchor -> state.put("anchor", anchor));
        return state;
    }

    private static void keep(ObjectNode state, String name, JsonNode value) {
        if (value.isContainerNode()) {
            state.set(name, value);
        }
    }

    private static JsonNode parsed(KeptValue value, String key) {
        try {
            return Json.read(value.value());
        } catch (JsonProcessingException e) {
            throw KaravelException.notFound("Link", key);
        }
    }
}
