package dev.karavel.web.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.KeptValue;
import dev.karavel.api.catalog.KeptValues;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Principal;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Fields;
import dev.karavel.web.json.Json;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What somebody chose in the filters of a dashboard, under a key of the page's address; kept for 90 days after it was last read. */
@Component(service = FilterStateResource.class)
@RestResource
@Path("dashboard/{id_or_slug}/filter_state")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class FilterStateResource {
    private static final String KIND = "dashboard_filter_state";
    private static final String VIEW = "DashboardFilterStateRestApi";
    private static final Duration LASTING = Duration.ofDays(90);

    private final KeptValues values;
    private final DashboardFinder finder;

    @Activate
    public FilterStateResource(@Reference KeptValues values, @Reference DashboardFinder finder) {
        this.values = values;
        this.finder = finder;
    }

    @POST
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Keep the state of a dashboard's filters under a key",
            body = {"value*"})
    public Response keep(@PathParam("id_or_slug") String idOrSlug, JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        String value = value(finder.visible(idOrSlug, principal), body);
        KeptValue kept = values.keep(KIND, value, Optional.of(principal.userId()), Optional.of(LASTING));
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("key", kept.key()))
                .build();
    }

    @GET
    @Path("{key}")
    @Needs(action = "can_read", view = VIEW)
    @Says("The state of a dashboard's filters that was kept")
    public Map<String, Object> read(
            @PathParam("id_or_slug") String idOrSlug, @PathParam("key") String key, @Context SecurityContext context) {
        JsonNode state = state(found(finder.visible(idOrSlug, Visitor.principal(context)), key));
        values.renew(KIND, key, LASTING);
        return Map.of("value", state.path("value").asText());
    }

    @PUT
    @Path("{key}")
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Keep another state under a key of one's own",
            body = {"value*"})
    public Map<String, Object> replace(
            @PathParam("id_or_slug") String idOrSlug,
            @PathParam("key") String key,
            JsonNode body,
            @Context SecurityContext context) {
        Dashboard dashboard = own(idOrSlug, key, Visitor.principal(context));
        values.replace(KIND, key, value(dashboard, body), Optional.of(LASTING)).orElseThrow(() -> unknown(key));
        return Map.of("key", key);
    }

    @DELETE
    @Path("{key}")
    @Needs(action = "can_write", view = VIEW)
    @Says("Forget a state of one's own")
    public Map<String, Object> forget(
            @PathParam("id_or_slug") String idOrSlug, @PathParam("key") String key, @Context SecurityContext context) {
        own(idOrSlug, key, Visitor.principal(context));
        values.forget(KIND, key);
        return Map.of("message", "Deleted successfully");
    }

    private Dashboard own(String idOrSlug, String key, Principal principal) {
        Dashboard dashboard = finder.visible(idOrSlug, principal);
        if (!found(dashboard, key).owner().equals(Optional.of(principal.userId()))) {
            throw new KaravelException(ErrorCode.FORBIDDEN, "Somebody else keeps a state under this key");
        }
        return dashboard;
    }

    /** A key counts for the dashboard it was made for alone. */
    private KeptValue found(Dashboard dashboard, String key) {
        return values.find(KIND, key)
                .filter(kept -> state(kept)
                        .path("dashboard")
                        .asText()
                        .equals(dashboard.uuid().toString()))
                .orElseThrow(() -> unknown(key));
    }

    private static String value(Dashboard dashboard, JsonNode body) {
        String value = new Fields(body).jsonText("value", Optional.empty()).orElseThrow(FilterStateResource::missing);
        return Json.text(JsonNodeFactory.instance
                .objectNode()
                .put("dashboard", dashboard.uuid().toString())
                .put("value", value));
    }

    private static KaravelException missing() {
        return KaravelException.invalid(
                "value", "The field value has to be a JSON object: the dataMask of the filters");
    }

    private static JsonNode state(KeptValue kept) {
        try {
            return Json.read(kept.value());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is kept under " + kept.key() + " is damaged", e);
        }
    }

    private static KaravelException unknown(String key) {
        return KaravelException.notFound("Filter state", key);
    }
}
