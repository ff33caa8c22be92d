package dev.karavel.web.explore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Links to a chart as it stood when the link was made, saved or not. They stay for ever. */
@Component(service = PermalinkResource.class)
@RestResource
@Path("explore/permalink")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PermalinkResource {
    private static final String KIND = "explore_permalink";
    private static final String VIEW = "ExplorePermalinkRestApi";

    private final KeptValues values;
    private final ExploreSubjects subjects;

    @Activate
    public PermalinkResource(@Reference KeptValues values, @Reference ExploreSubjects subjects) {
        this.values = values;
        this.subjects = subjects;
    }

    @POST
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Make a link to form data",
            body = {"formData*", "urlParams"})
    public Response make(JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Fields fields = new Fields(body);
        if (!fields.node("formData").isObject()) {
            throw KaravelException.invalid("formData", "The field formData has to be a JSON object");
        }
        Fields formData = new Fields(fields.node("formData"));
        fields.list("urlParams");
        subjects.require(ExploreSubjects.dataset(formData), chart(formData), principal);
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        state.set("formData", fields.node("formData"));
        if (fields.node("urlParams").isArray()) {
            state.set("urlParams", fields.node("urlParams"));
        }
        KeptValue kept = values.keep(KIND, Json.text(state), Optional.of(principal.userId()), Optional.empty());
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("key", kept.key(), "url", "/superset/explore/p/" + kept.key() + "/"))
                .build();
    }

    @GET
    @Path("{key}")
    @Needs(action = "can_read", view = VIEW)
    @Says("What a link stands for")
    public Map<String, Object> read(@PathParam("key") String key, @Context SecurityContext context) {
        Fields state =
                ExploreSubjects.state(values.find(KIND, key).orElseThrow(() -> KaravelException.notFound("Link", key)));
        Fields formData = new Fields(state.node("formData"));
        long dataset = ExploreSubjects.dataset(formData);
        subjects.require(dataset, chart(formData), Visitor.principal(context));
        Map<String, Object> answer = new LinkedHashMap<>();
        JsonNode urlParams = state.node("urlParams");
        answer.put(
                "state",
                Map.of("formData", state.map("formData"), "urlParams", urlParams.isArray() ? urlParams : List.of()));
        answer.put("datasourceId", dataset);
        answer.put("datasourceType", "table");
        answer.put("chartId", chart(formData).orElse(null));
        return answer;
    }

    private static Optional<Long> chart(Fields formData) {
        return formData.whole("slice_id", Optional.empty()).filter(id -> id > 0);
    }
}
