package dev.karavel.web.sqllab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.KeptValue;
import dev.karavel.api.catalog.KeptValues;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sqllab.SqlLab;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Links to a statement in the editor. They give no rights: who opens one needs the database. */
@Component(service = LabPermalinkResource.class)
@RestResource
@Path("sqllab/permalink")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class LabPermalinkResource {
    private static final String KIND = "sqllab_permalink";
    private static final String VIEW = "SqlLabPermalinkRestApi";

    private final KeptValues values;
    private final SqlLab lab;

    @Activate
    public LabPermalinkResource(@Reference KeptValues values, @Reference SqlLab lab) {
        this.values = values;
        this.lab = lab;
    }

    @POST
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Make a link to a statement",
            body = {"dbId*", "name*", "sql*", "schema", "catalog", "autorun", "templateParams"})
    public Response make(JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Fields fields = new Fields(body);
        Optional<String> schema = fields.filledText("schema", Optional.empty());
        lab.database(fields.requiredWhole("dbId"), schema, principal);
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("dbId", fields.requiredWhole("dbId"));
        state.put("name", fields.requiredText("name"));
        state.put("sql", fields.requiredText("sql"));
        state.put("schema", schema.orElse(null));
        state.put("catalog", fields.filledText("catalog", Optional.empty()).orElse(null));
        state.put("autorun", fields.flag("autorun", false));
        state.put(
                "templateParams",
                fields.jsonText("templateParams", Optional.empty()).orElse(null));
        KeptValue kept = values.keep(KIND, Json.text(state), Optional.of(principal.userId()), Optional.empty());
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("key", kept.key(), "url", "/sqllab/p/" + kept.key()))
                .build();
    }

    @GET
    @Path("{key}")
    @Needs(action = "can_read", view = VIEW)
    @Says("What a link stands for")
    public Map<String, Object> read(@PathParam("key") String key, @Context SecurityContext context) {
        KeptValue kept = values.find(KIND, key).orElseThrow(() -> KaravelException.notFound("Link", key));
        try {
            Map<String, Object> state = Json.mapper().readValue(kept.value(), Json.OBJECT);
            Optional<String> schema = Optional.ofNullable((String) state.get("schema"));
            lab.database(((Number) state.get("dbId")).longValue(), schema, Visitor.principal(context));
            return state;
        } catch (IOException e) {
            throw new UncheckedIOException("Written by this server", e);
        }
    }
}
