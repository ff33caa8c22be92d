package dev.karavel.web.database;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.SshTunnel;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.spi.data.Setting;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Fields;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Connections that are being made: their forms, and what is wrong with what was filled in. */
@Component(service = ConnectionResource.class)
@RestResource
@Path("database")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ConnectionResource {
    private static final String VIEW = "Database";

    private final Warehouses warehouses;
    private final DatabaseDraft draft;

    @Activate
    public ConnectionResource(@Reference Warehouses warehouses, @Reference DatabaseDraft draft) {
        this.warehouses = warehouses;
        this.draft = draft;
    }

    @GET
    @Path("available/")
    @Needs(action = "can_write", view = VIEW)
    @Says("Kinds of database that can be connected, with their connection forms")
    public Map<String, Object> available() {
        return Map.of(
                "databases",
                warehouses.kinds().stream().map(ConnectionForm::of).toList(),
                "ssh_tunnel",
                ConnectionForm.fields(SshTunnel.FORM));
    }

    @POST
    @Path("test_connection/")
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Try a connection without saving it",
            body = {"id", "database_name", "sqlalchemy_uri", "engine", "parameters", "ssh_tunnel", "extra"})
    public Response test(JsonNode body, @Context SecurityContext context) {
        return tested(new Fields(body), context);
    }

    @POST
    @Path("validate_parameters/")
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Say what is missing or wrong in a connection form",
            body = {"engine*", "id", "database_name", "configuration_method", "parameters", "ssh_tunnel", "extra"})
    public Response validate(JsonNode body, @Context SecurityContext context) {
        Fields fields = new Fields(body);
        String engine = fields.requiredText("engine");
        Optional<Warehouses.Kind> kind = warehouses.kinds().stream()
                .filter(each -> each.id().equals(engine))
                .findFirst();
        if (kind.isPresent()
                && fields.filledText("sqlalchemy_uri", Optional.empty()).isEmpty()) {
            Map<String, Object> given = fields.map("parameters");
            List<String> missing = kind.get().settings().stream()
                    .filter(setting -> setting.required() && setting.fallback().isEmpty())
                    .map(Setting::name)
                    .filter(name -> !isFilled(given, name))
                    .toList();
            if (!missing.isEmpty()) {
                return ConnectionFailure.missing(missing, engine);
            }
        }
        return tested(fields, context);
    }

    private static boolean isFilled(Map<String, Object> given, String name) {
        Object value = given.get(name) == null && name.equals("user") ? given.get("username") : given.get(name);
        return value != null && !String.valueOf(value).isBlank();
    }

    private Response tested(Fields fields, SecurityContext context) {
        try {
            draft.test(fields, Visitor.principal(context));
            return Response.ok(Map.of("message", "OK")).build();
        } catch (KaravelException e) {
            return ConnectionFailure.answer(e, fields.text("engine", ""));
        }
    }
}
