package dev.karavel.web.sqllab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sqllab.SavedQueries;
import dev.karavel.api.sqllab.SavedQuery;
import dev.karavel.api.sqllab.SqlLab;
import dev.karavel.web.account.Journal;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Fields;
import dev.karavel.web.list.Ids;
import dev.karavel.web.list.Info;
import dev.karavel.web.list.ListRequest;
import dev.karavel.web.list.Related;
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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Statements people keep: everybody his own, administrators all. */
@Component(service = SavedQueryResource.class)
@RestResource
@Path("saved_query")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SavedQueryResource {
    private static final String READ = "can_read";
    private static final String WRITE = "can_write";
    private static final String VIEW = "SavedQuery";
    private static final String ID = "{id: \\d{1,18}}";
    private static final List<String> TEXT = List.of("eq", "neq", "sw", "ct");
    private static final List<String> ORDERS = List.of(
            "changed_on_delta_humanized",
            "created_on",
            "database.database_name",
            "label",
            "last_run_delta_humanized",
            "schema");

    private final SavedQueries queries;
    private final SavedQueryRows rows;
    private final SavedQueryDraft draft;
    private final SqlLab lab;
    private final Users users;
    private final AccessControl access;
    private final Journal journal;

    @Activate
    public SavedQueryResource(
            @Reference SavedQueries queries,
            @Reference SavedQueryRows rows,
            @Reference SavedQueryDraft draft,
            @Reference SqlLab lab,
            @Reference Users users,
            @Reference AccessControl access,
            @Reference Journal journal) {
        this.queries = queries;
        this.rows = rows;
        this.draft = draft;
        this.lab = lab;
        this.users = users;
        this.access = access;
        this.journal = journal;
    }

    @GET
    @Needs(action = READ, view = VIEW)
    @Says("The caller's saved queries")
    public Map<String, Object> list(@QueryParam("q") String q, @Context SecurityContext context) {
        ListRequest request = ListRequest.parse(q);
        Page<SavedQuery> page = queries.list(request.query(visibility(Visitor.principal(context))));
        return request.answer("List Saved Query", ORDERS, page, rows.rows(page.items()));
    }

    @GET
    @Path("_info")
    @Needs(action = READ, view = VIEW)
    @Says("What the caller may do with saved queries, and how the list filters")
    public Map<String, Object> info(@Context SecurityContext context) {
        return Info.of(
                access,
                Visitor.principal(context),
                VIEW,
                Map.of("label", List.of("eq", "neq", "sw", "ct", "all_text"), "schema", TEXT, "sql", TEXT));
    }

    @GET
    @Path(ID)
    @Needs(action = READ, view = VIEW)
    @Says("One saved query")
    public Map<String, Object> one(@PathParam("id") long id, @Context SecurityContext context) {
        SavedQuery query = find(id, Visitor.principal(context));
        return Map.of("id", id, "result", rows.rows(List.of(query)).get(0));
    }

    @POST
    @Needs(action = WRITE, view = VIEW)
    @Says(
            value = "Keep a query",
            body = {"label*", "db_id*", "sql*", "schema", "catalog", "description", "template_parameters", "extra_json"
            })
    public Response make(JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        SavedQuery saved = queries.save(draft.created(new Fields(body), principal));
        journal.noteThing(principal, "saved_query.add", saved.id());
        return Response.status(Response.Status.CREATED)
                .entity(Map.of(
                        "id", saved.id(), "result", rows.rows(List.of(saved)).get(0)))
                .build();
    }

    @PUT
    @Path(ID)
    @Needs(action = WRITE, view = VIEW)
    @Says(
            value = "Change a saved query",
            body = {
                "label",
                "db_id",
                "sql",
                "schema",
                "catalog",
                "description",
                "template_parameters",
                "extra_json",
                "version"
            })
    public Map<String, Object> change(@PathParam("id") long id, JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        SavedQuery saved = queries.save(draft.changed(find(id, principal), new Fields(body), principal));
        journal.noteThing(principal, "saved_query.edit", id);
        return Map.of("id", id, "result", rows.rows(List.of(saved)).get(0));
    }

    @DELETE
    @Path(ID)
    @Needs(action = WRITE, view = VIEW)
    @Says("Delete a saved query")
    public Map<String, Object> delete(@PathParam("id") long id, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        queries.delete(find(id, principal).id());
        journal.noteThing(principal, "saved_query.delete", id);
        return Map.of("message", "OK");
    }

    @DELETE
    @Needs(action = WRITE, view = VIEW)
    @Says("Delete several saved queries: q=!(1,2)")
    public Map<String, Object> deleteAll(@QueryParam("q") String q, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        List<Long> ids = Ids.parse(q);
        ids.forEach(id -> find(id, principal));
        ids.forEach(id -> {
            queries.delete(id);
            journal.noteThing(principal, "saved_query.delete", id);
        });
        return Map.of("message", "Deleted " + ids.size() + " saved " + (ids.size() == 1 ? "query" : "queries"));
    }

    @GET
    @Path("related/{column}")
    @Needs(action = READ, view = VIEW)
    @Says("Values to filter the list by: database, created_by, changed_by")
    public Map<String, Object> related(
            @PathParam("column") String column, @QueryParam("q") String q, @Context SecurityContext context) {
        return switch (column) {
            case "created_by", "changed_by" -> Related.people(users, q);
            case "database" ->
                Related.answer(lab.databases(Visitor.principal(context)).stream()
                        .filter(database ->
                                database.name().toLowerCase(Locale.ROOT).contains(Related.part(q)))
                        .map(database -> Related.row(database.id(), database.name()))
                        .toList());
            default -> throw KaravelException.notFound("Relation", column);
        };
    }

    @GET
    @Path("distinct/{column}")
    @Needs(action = READ, view = VIEW)
    @Says("Values a column of the list has: schema, catalog")
    public Map<String, Object> distinct(
            @PathParam("column") String column, @QueryParam("q") String q, @Context SecurityContext context) {
        if (!Set.of("schema", "catalog").contains(column)) {
            throw KaravelException.notFound("Column", column);
        }
        ListQuery all =
                new ListQuery(List.of(), "", false, 0, Integer.MAX_VALUE, visibility(Visitor.principal(context)));
        return Related.answer(queries.list(all).items().stream()
                .flatMap(query -> (column.equals("schema") ? query.schema() : query.catalog()).stream())
                .filter(text -> text.toLowerCase(Locale.ROOT).contains(Related.part(q)))
                .distinct()
                .sorted()
                .map(text -> Related.row(text, text))
                .toList());
    }

    private SavedQuery find(long id, Principal principal) {
        return queries.find(id)
                .filter(query -> query.userId() == principal.userId() || principal.isAdmin())
                .orElseThrow(() -> KaravelException.notFound("Saved query", id));
    }

    private static Visibility visibility(Principal principal) {
        return principal.isAdmin()
                ? new Visibility.All()
                : new Visibility.Limited(principal.userId(), Set.of(), Set.of());
    }
}
