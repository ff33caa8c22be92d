package dev.karavel.web.database;

import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.TableName;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import dev.karavel.web.rison.Rison;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What lies in a warehouse. */
@Component(service = DatabaseBrowseResource.class)
@RestResource
@Path("database")
@Produces(MediaType.APPLICATION_JSON)
public final class DatabaseBrowseResource {
    private static final String VIEW = "Database";
    private static final String READ = "can_read";

    private final BrowseRights rights;

    @Activate
    public DatabaseBrowseResource(@Reference BrowseRights rights) {
        this.rights = rights;
    }

    @GET
    @Path("{id: \\d{1,18}}/catalogs/")
    @Needs(action = READ, view = VIEW)
    @Says("Catalogs of a database: none, a connection leads to one")
    public Map<String, Object> catalogs(@PathParam("id") long id, @Context SecurityContext context) {
        seen(id, context);
        return Map.of("result", List.of());
    }

    @GET
    @Path("{id: \\d{1,18}}/schemas/")
    @Needs(action = READ, view = VIEW)
    @Says("Schemas of a database")
    public Map<String, Object> schemas(@PathParam("id") long id, @Context SecurityContext context) {
        return Map.of("result", seen(id, context).schemas());
    }

    @GET
    @Path("{id: \\d{1,18}}/tables/")
    @Needs(action = READ, view = VIEW)
    @Says("Tables and views of a schema: q=(schema_name:main)")
    public Map<String, Object> tables(
            @PathParam("id") long id, @QueryParam("q") String q, @Context SecurityContext context) {
        Optional<String> schema = schema(q);
        BrowseRights.Seen seen = seen(id, context);
        List<Map<String, Object>> result = new ArrayList<>();
        seen.warehouse().tables(schema).stream()
                .filter(seen::shows)
                .forEach(table -> result.add(entry(table, "table")));
        seen.warehouse().views(schema).stream().filter(seen::shows).forEach(view -> result.add(entry(view, "view")));
        return Map.of("count", result.size(), "result", result);
    }

    @GET
    @Path("{id: \\d{1,18}}/table_metadata/")
    @Needs(action = READ, view = VIEW)
    @Says("Columns of a table: name=flights&schema=main")
    public Map<String, Object> columns(
            @PathParam("id") long id,
            @QueryParam("name") String name,
            @QueryParam("schema") String schema,
            @Context SecurityContext context) {
        return TableDescription.of(seen(id, context), name(name, schema));
    }

    @GET
    @Path("{id: \\d{1,18}}/table_metadata/extra/")
    @Needs(action = READ, view = VIEW)
    @Says("What else is known of a table: nothing")
    public Map<String, Object> extra(@PathParam("id") long id, @Context SecurityContext context) {
        seen(id, context);
        return Map.of("metadata", Map.of());
    }

    @GET
    @Path("{id: \\d{1,18}}/table/{name}/{schema}/")
    @Needs(action = READ, view = VIEW)
    @Says("Columns of a table")
    public Map<String, Object> table(
            @PathParam("id") long id,
            @PathParam("name") String name,
            @PathParam("schema") String schema,
            @Context SecurityContext context) {
        return TableDescription.of(seen(id, context), name(name, schema));
    }

    @GET
    @Path("{id: \\d{1,18}}/table_extra/{name}/{schema}/")
    @Needs(action = READ, view = VIEW)
    @Says("What else is known of a table: nothing")
    public Map<String, Object> tableExtra(@PathParam("id") long id, @Context SecurityContext context) {
        return extra(id, context);
    }

    @GET
    @Path("{id: \\d{1,18}}/select_star/{name}/")
    @Needs(action = READ, view = VIEW)
    @Says("A statement that reads some rows of a table")
    public Map<String, Object> star(
            @PathParam("id") long id, @PathParam("name") String name, @Context SecurityContext context) {
        return starOfSchema(id, name, "", context);
    }

    @GET
    @Path("{id: \\d{1,18}}/select_star/{name}/{schema}/")
    @Needs(action = READ, view = VIEW)
    @Says("A statement that reads some rows of a table of a schema")
    public Map<String, Object> starOfSchema(
            @PathParam("id") long id,
            @PathParam("name") String name,
            @PathParam("schema") String schema,
            @Context SecurityContext context) {
        TableName table = name(name, schema);
        return Map.of("result", TableDescription.star(seen(id, context), table));
    }

    @GET
    @Path("{id: \\d{1,18}}/function_names/")
    @Needs(action = READ, view = VIEW)
    @Says("Functions to offer while SQL is typed")
    public Map<String, Object> functions(@PathParam("id") long id, @Context SecurityContext context) {
        return Map.of("function_names", Functions.of(seen(id, context).warehouse()));
    }

    private BrowseRights.Seen seen(long id, SecurityContext context) {
        return rights.of(id, Visitor.principal(context));
    }

    private static TableName name(String name, String schema) {
        if (name == null || name.isBlank()) {
            throw KaravelException.invalid("name", "Name the table");
        }
        return new TableName(Optional.ofNullable(schema).filter(text -> !text.isBlank()), name);
    }

    private static Optional<String> schema(String q) {
        Object query = q == null || q.isBlank() ? Map.of() : Rison.parse(q);
        return query instanceof Map<?, ?> map && map.get("schema_name") instanceof String name && !name.isBlank()
                ? Optional.of(name)
                : Optional.empty();
    }

    private static Map<String, Object> entry(TableName table, String type) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("value", table.name());
        row.put("type", type);
        row.put("extra", null);
        return row;
    }
}
