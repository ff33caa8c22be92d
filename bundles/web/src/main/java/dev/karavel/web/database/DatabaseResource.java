package dev.karavel.web.database;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.web.account.Journal;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Fields;
import dev.karavel.web.list.Info;
import dev.karavel.web.list.ListRequest;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Connections to warehouses. */
@Component(service = DatabaseResource.class)
@RestResource
@Path("database")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DatabaseResource {
    private static final List<String> ORDER = List.of(
            "database_name", "backend", "expose_in_sqllab", "allow_dml", "changed_on", "changed_on_delta_humanized");
    private static final String VIEW = "Database";

    private final Databases databases;
    private final Datasets datasets;
    private final DatabaseRows rows;
    private final DatabaseDraft draft;
    private final DatabaseFinder finder;
    private final AccessControl access;
    private final Journal journal;

    @Activate
    public DatabaseResource(
            @Reference Databases databases,
            @Reference Datasets datasets,
            @Reference DatabaseRows rows,
            @Reference DatabaseDraft draft,
            @Reference DatabaseFinder finder,
            @Reference AccessControl access,
            @Reference Journal journal) {
        this.databases = databases;
        this.datasets = datasets;
        this.rows = rows;
        this.draft = draft;
        this.finder = finder;
        this.access = access;
        this.journal = journal;
    }

    @GET
    @Needs(action = "can_read", view = VIEW)
    @Says("Databases the caller may use")
    public Map<String, Object> list(@QueryParam("q") String q, @Context SecurityContext context) {
        ListRequest request = ListRequest.parse(q);
        Page<Database> page = finder.list(request, Visitor.principal(context));
        return request.answer("List Databases", ORDER, page, rows.list(page.items()));
    }

    @GET
    @Path("_info")
    @Needs(action = "can_read", view = VIEW)
    @Says("What the caller may do with databases, and how their list filters")
    public Map<String, Object> info(@Context SecurityContext context) {
        Map<String, List<String>> filters = Map.of("database_name", List.of("ct", "eq"), "backend", List.of("eq"));
        return Info.of(access, Visitor.principal(context), VIEW, filters);
    }

    @GET
    @Path("{id: \\d{1,18}}")
    @Needs(action = "can_read", view = VIEW)
    @Says("One database; its connection only for those who may change it")
    public Map<String, Object> one(@PathParam("id") long id, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        boolean connection = access.may(principal, "can_write", VIEW);
        return Map.of("id", id, "result", rows.one(finder.usable(id, principal), connection));
    }

    @GET
    @Path("{id: \\d{1,18}}/connection")
    @Needs(action = "can_write", view = VIEW)
    @Says("The connection of a database with its secrets masked")
    public Map<String, Object> connection(@PathParam("id") long id, @Context SecurityContext context) {
        return Map.of("id", id, "result", rows.one(finder.usable(id, Visitor.principal(context)), true));
    }

    @POST
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Connect a database",
            body = {
                "database_name*",
                "sqlalchemy_uri",
                "masked_encrypted_extra",
                "engine",
                "driver",
                "configuration_method",
                "parameters",
                "ssh_tunnel",
                "server_cert",
                "impersonate_user",
                "cache_timeout",
                "expose_in_sqllab",
                "allow_dml",
                "allow_file_upload",
                "allow_run_async",
                "allow_ctas",
                "allow_cvas",
                "force_ctas_schema",
                "extra"
            })
    public Response create(JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Database saved = draft.create(new Fields(body), principal);
        journal.noteThing(principal, "database_created", saved.id());
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("id", saved.id(), "result", rows.one(saved, true)))
                .build();
    }

    @PUT
    @Path("{id: \\d{1,18}}")
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Change a database",
            body = {
                "database_name",
                "sqlalchemy_uri",
                "masked_encrypted_extra",
                "engine",
                "driver",
                "configuration_method",
                "parameters",
                "ssh_tunnel",
                "server_cert",
                "impersonate_user",
                "cache_timeout",
                "expose_in_sqllab",
                "allow_dml",
                "allow_file_upload",
                "allow_run_async",
                "allow_ctas",
                "allow_cvas",
                "force_ctas_schema",
                "extra"
            })
    public Map<String, Object> change(@PathParam("id") long id, JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Database saved = draft.change(finder.usable(id, principal), new Fields(body), principal);
        journal.noteThing(principal, "database_changed", id);
        return Map.of("id", id, "result", rows.one(saved, true));
    }

    @DELETE
    @Path("{id: \\d{1,18}}")
    @Needs(action = "can_write", view = VIEW)
    @Says("Disconnect a database that no dataset uses")
    public Map<String, Object> delete(@PathParam("id") long id, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Database database = finder.usable(id, principal);
        int used = datasets.ofDatabase(id).size();
        if (used > 0) {
            throw new KaravelException(
                    ErrorCode.CONFLICT, "This database still has " + used + " datasets; delete them first");
        }
        databases.delete(database.id());
        journal.noteThing(principal, "database_deleted", id);
        return Map.of("message", "OK");
    }

    @DELETE
    @Path("{id: \\d{1,18}}/ssh_tunnel/")
    @Needs(action = "can_write", view = VIEW)
    @Says("Take away the SSH tunnel of a database")
    public Map<String, Object> deleteTunnel(@PathParam("id") long id, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        draft.withoutTunnel(finder.usable(id, principal), principal);
        journal.noteThing(principal, "database_changed", id);
        return Map.of("message", "OK");
    }
}
