package dev.karavel.web.sqllab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sqllab.LabQueries;
import dev.karavel.api.sqllab.LabQuery;
import dev.karavel.api.sqllab.SqlLab;
import dev.karavel.web.account.Journal;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Fields;
import dev.karavel.web.list.ListRequest;
import dev.karavel.web.list.Related;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import dev.karavel.web.rison.Rison;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The history of SQL Lab. */
@Component(service = QueryResource.class)
@RestResource
@Path("query")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class QueryResource {
    private static final String READ = "can_read";
    private static final String VIEW = "Query";
    private static final int MOST = 500;
    private static final List<String> ORDERS = List.of(
            "changed_on",
            "database.database_name",
            "end_time",
            "rows",
            "schema",
            "sql",
            "start_time",
            "status",
            "tab_name",
            "tmp_table_name",
            "user.first_name");

    private final LabQueries queries;
    private final SqlLab lab;
    private final LabFinder finder;
    private final LabQueryRows rows;
    private final Users users;
    private final Journal journal;

    @Activate
    public QueryResource(
            @Reference LabQueries queries,
            @Reference SqlLab lab,
            @Reference LabFinder finder,
            @Reference LabQueryRows rows,
            @Reference Users users,
            @Reference Journal journal) {
        this.queries = queries;
        this.lab = lab;
        this.finder = finder;
        this.rows = rows;
        this.users = users;
        this.journal = journal;
    }

    @GET
    @Needs(action = READ, view = VIEW)
    @Says("The caller's queries, or everybody's for those who may see them")
    public Map<String, Object> list(@QueryParam("q") String q, @Context SecurityContext context) {
        ListRequest request = ListRequest.parse(q);
        Page<LabQuery> page = queries.list(request.query(finder.visibility(Visitor.principal(context))));
        return request.answer("List Query", ORDERS, page, rows.list(page.items()));
    }

    @GET
    @Path("{id: \\d{1,18}}")
    @Needs(action = READ, view = VIEW)
    @Says("One query")
    public Map<String, Object> one(@PathParam("id") long id, @Context SecurityContext context) {
        LabQuery query = finder.byId(id, Visitor.principal(context));
        return Map.of("id", id, "result", rows.list(List.of(query)).get(0));
    }

    @GET
    @Path("updated_since")
    @Needs(action = READ, view = VIEW)
    @Says("The caller's queries that changed since a moment: q=(last_updated_ms:1764432000000)")
    public Map<String, Object> updatedSince(@QueryParam("q") String q, @Context SecurityContext context) {
        Map<?, ?> asked = q != null && Rison.parse(q) instanceof Map<?, ?> map ? map : Map.of();
        if (!(asked.get("last_updated_ms") instanceof Number moment)) {
            throw KaravelException.invalid(
                    "last_updated_ms", "Name a moment in milliseconds since 1970: q=(last_updated_ms:0)");
        }
        Principal principal = Visitor.principal(context);
        List<LabQuery> changed =
                queries.changedSince(principal.userId(), Instant.ofEpochMilli(moment.longValue()), MOST);
        return Map.of("result", rows.editor(changed));
    }

    @POST
    @Path("stop")
    @Needs(action = READ, view = VIEW)
    @Says(
            value = "Stop a query, at the database too; nothing happens to one that is done",
            body = {"client_id*"})
    public Map<String, Object> stop(JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        LabQuery query = finder.byClientId(new Fields(body).requiredText("client_id"), principal);
        lab.stop(query);
        journal.noteThing(principal, "sqllab.stop", query.id());
        return Map.of("result", "OK");
    }

    @GET
    @Path("related/{column}")
    @Needs(action = READ, view = VIEW)
    @Says("Values to filter the list by: user, database")
    public Map<String, Object> related(
            @PathParam("column") String column, @QueryParam("q") String q, @Context SecurityContext context) {
        return switch (column) {
            case "user" -> Related.people(users, q);
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
    @Says("Values a column of the list has: status, schema, tab_name")
    public Map<String, Object> distinct(
            @PathParam("column") String column, @QueryParam("q") String q, @Context SecurityContext context) {
        List<Map<String, Object>> all = rows.list(queries.list(
                        new ListQuery(List.of(), "", false, 0, MOST, finder.visibility(Visitor.principal(context))))
                .items());
        if (!List.of("status", "schema", "tab_name").contains(column)) {
            throw KaravelException.notFound("Column", column);
        }
        List<Map<String, Object>> values = all.stream()
                .map(row -> row.get(column))
                .filter(value -> value != null && !value.toString().isEmpty())
                .map(Object::toString)
                .filter(text -> text.toLowerCase(Locale.ROOT).contains(Related.part(q)))
                .distinct()
                .sorted()
                .map(text -> {
                    Map<String, Object> value = new LinkedHashMap<>();
                    value.put("value", text);
                    value.put("text", text);
                    return value;
                })
                .toList();
        return Related.answer(values);
    }
}
