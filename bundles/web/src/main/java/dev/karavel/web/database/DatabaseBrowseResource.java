package dev.karavel.web.database;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.spi.data.Setting;
import dev.karavel.spi.data.SourceColumn;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.Warehouse;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What lies in a warehouse, and which kinds of warehouse there are. */
@Component(service = DatabaseBrowseResource.class)
@RestResource
@Path("database")
@Produces(MediaType.APPLICATION_JSON)
public final class DatabaseBrowseResource {
    private final DatabaseFinder finder;
    private final Warehouses warehouses;

    @Activate
    public DatabaseBrowseResource(@Reference DatabaseFinder finder, @Reference Warehouses warehouses) {
        this.finder = finder;
        this.warehouses = warehouses;
    }

    @GET
    @Path("available/")
    @Needs(action = "can_write", view = "Database")
    @Says("Kinds of database that can be connected, with their connection forms")
    public Map<String, Object> available() {
        return Map.of(
                "databases",
                warehouses.kinds().stream().map(DatabaseBrowseResource::kind).toList());
    }

    @GET
    @Path("{id: \\d{1,18}}/schemas/")
    @Needs(action = "can_read", view = "Database")
    @Says("Schemas of a database")
    public Map<String, Object> schemas(@PathParam("id") long id, @Context SecurityContext context) {
        return Map.of("result", open(id, context).schemas());
    }

    @GET
    @Path("{id: \\d{1,18}}/tables/")
    @Needs(action = "can_read", view = "Database")
    @Says("Tables and views of a schema: q=(schema_name:main)")
    public Map<String, Object> tables(
            @PathParam("id") long id, @QueryParam("q") String q, @Context SecurityContext context) {
        Optional<String> schema = schema(q);
        Warehouse warehouse = open(id, context);
        List<Map<String, Object>> result = new ArrayList<>();
        warehouse.tables(schema).forEach(table -> result.add(entry(table, "table")));
        warehouse.views(schema).forEach(view -> result.add(entry(view, "view")));
        return Map.of("count", result.size(), "result", result);
    }

    @GET
    @Path("{id: \\d{1,18}}/table_metadata/")
    @Needs(action = "can_read", view = "Database")
    @Says("Columns of a table")
    public Map<String, Object> columns(
            @PathParam("id") long id,
            @QueryParam("name") String name,
            @QueryParam("schema") String schema,
            @Context SecurityContext context) {
        if (name == null || name.isBlank()) {
            throw KaravelException.invalid("name", "Name the table");
        }
        TableName table = new TableName(Optional.ofNullable(schema).filter(text -> !text.isBlank()), name);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("name", name);
        answer.put(
                "columns",
                open(id, context).columns(table).stream()
                        .map(DatabaseBrowseResource::column)
                        .toList());
        answer.put("indexes", List.of());
        answer.put("foreignKeys", List.of());
        answer.put("primaryKey", Map.of());
        return answer;
    }

    private Warehouse open(long id, SecurityContext context) {
        Database database = finder.usable(id, Visitor.principal(context));
        return warehouses.open(database);
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

    private static Map<String, Object> column(SourceColumn source) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", source.name());
        row.put("type", source.sourceType());
        row.put("longType", source.sourceType());
        row.put("type_generic", source.type().genericCode());
        row.put("keys", List.of());
        return row;
    }

    private static Map<String, Object> kind(Warehouses.Kind kind) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", kind.title());
        row.put("engine", kind.id());
        row.put("available_drivers", List.of(kind.id()));
        row.put(
                "parameters",
                kind.settings().stream().map(DatabaseBrowseResource::setting).toList());
        return row;
    }

    private static Map<String, Object> setting(Setting setting) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", setting.name());
        row.put("title", setting.title());
        row.put("kind", setting.kind().name().toLowerCase(Locale.ROOT));
        row.put("required", setting.required());
        row.put("default", setting.fallback());
        row.put("help", setting.help());
        return row;
    }
}
