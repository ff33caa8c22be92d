package dev.karavel.web.explore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** Form data on its way from one page to the next, kept for a week after it was last read. */
@Component(service = FormDataResource.class)
@RestResource
@Path("explore/form_data")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class FormDataResource {
    private static final String KIND = "explore_form_data";
    private static final String VIEW = "ExploreFormDataRestApi";
    private static final Duration WEEK = Duration.ofDays(7);

    private final KeptValues values;
    private final ExploreSubjects subjects;

    @Activate
    public FormDataResource(@Reference KeptValues values, @Reference ExploreSubjects subjects) {
        this.values = values;
        this.subjects = subjects;
    }

    @POST
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Keep form data under a key",
            body = {"datasource_id*", "datasource_type*", "form_data*", "chart_id"})
    public Response keep(JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        String value = value(new Fields(body), principal);
        KeptValue kept = values.keep(KIND, value, Optional.of(principal.userId()), Optional.of(WEEK));
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("key", kept.key()))
                .build();
    }

    @GET
    @Path("{key}")
    @Needs(action = "can_read", view = VIEW)
    @Says("Form data that was kept")
    public Map<String, Object> read(@PathParam("key") String key, @Context SecurityContext context) {
        Fields state = readable(key, Visitor.principal(context));
        values.renew(KIND, key, WEEK);
        return Map.of("form_data", state.text("form_data", "{}"));
    }

    @PUT
    @Path("{key}")
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Keep other form data under a key of one's own",
            body = {"datasource_id*", "datasource_type*", "form_data*", "chart_id"})
    public Map<String, Object> replace(@PathParam("key") String key, JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        requireOwn(key, principal);
        values.replace(KIND, key, value(new Fields(body), principal), Optional.of(WEEK))
                .orElseThrow(() -> unknown(key));
        return Map.of("key", key);
    }

    @DELETE
    @Path("{key}")
    @Needs(action = "can_write", view = VIEW)
    @Says("Forget form data of one's own")
    public Map<String, Object> forget(@PathParam("key") String key, @Context SecurityContext context) {
        requireOwn(key, Visitor.principal(context));
        values.forget(KIND, key);
        return Map.of("message", "Deleted successfully");
    }

    private String value(Fields fields, Principal principal) {
        long dataset = fields.requiredWhole("datasource_id");
        Optional<Long> chart = fields.whole("chart_id", Optional.empty()).filter(id -> id > 0);
        subjects.require(dataset, chart, principal);
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        state.put("datasource_id", dataset).put("form_data", fields.jsonText("form_data", "{}"));
        chart.ifPresent(id -> state.put("chart_id", id));
        return Json.text(state);
    }

    private Fields readable(String key, Principal principal) {
        Fields state = ExploreSubjects.state(values.find(KIND, key).orElseThrow(() -> unknown(key)));
        subjects.require(state.requiredWhole("datasource_id"), state.whole("chart_id", Optional.empty()), principal);
        return state;
    }

    private void requireOwn(String key, Principal principal) {
        KeptValue kept = values.find(KIND, key).orElseThrow(() -> unknown(key));
        if (!kept.owner().equals(Optional.of(principal.userId()))) {
            throw new KaravelException(ErrorCode.FORBIDDEN, "Somebody else keeps form data under this key");
        }
    }

    private static KaravelException unknown(String key) {
        return KaravelException.notFound("Form data", key);
    }
}
