package dev.karavel.web.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.error.Blame;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.error.KaravelException.Place;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sqllab.SqlLab;
import dev.karavel.api.sqllab.SqlLab.Fault;
import dev.karavel.api.sqllab.SqlLab.Script;
import dev.karavel.spi.data.SourceColumn;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Fields;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether a statement could be the one of a dataset, without making one. */
@Component(service = StatementCheckResource.class)
@RestResource
@Path("database")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class StatementCheckResource {
    private final DatasetDraft draft;
    private final SqlLab lab;
    private final AccessControl access;

    @Activate
    public StatementCheckResource(
            @Reference DatasetDraft draft, @Reference SqlLab lab, @Reference AccessControl access) {
        this.draft = draft;
        this.lab = lab;
        this.access = access;
    }

    @POST
    @Path("{id: \\d{1,18}}/validate_sql/")
    @Needs(action = "can_read", view = "Database")
    @Says(
            value = "What is wrong with a statement, nothing if it can be asked; and the columns it gives",
            body = {"sql*", "schema", "catalog", "template_params"})
    public Map<String, Object> validate(@PathParam("id") long id, JsonNode body, @Context SecurityContext context) {
        Fields fields = new Fields(body);
        Principal principal = Visitor.principal(context);
        boolean typed = access.may(principal, "can_execute_sql_query", "SQLLab")
                && lab.databases(principal).stream().anyMatch(database -> database.id() == id);
        if (typed) {
            Script script = new Script(
                    id,
                    fields.filledText("schema", Optional.empty()),
                    fields.requiredText("sql"),
                    fields.jsonText("template_params", Optional.empty()).orElse(""));
            List<Fault> faults = lab.check(script, principal);
            if (!faults.isEmpty()) {
                return answer(faults, List.of());
            }
        }
        if (access.may(principal, "can_write", "Dataset")) {
            return columns(id, fields, principal);
        }
        access.require(principal, "can_execute_sql_query", "SQLLab");
        if (!typed) {
            throw KaravelException.notFound("Database", id);
        }
        return answer(List.of(), List.of());
    }

    private Map<String, Object> columns(long id, Fields fields, Principal principal) {
        fields.requiredText("sql");
        try {
            return answer(List.of(), draft.columnsOf(id, fields, principal));
        } catch (KaravelException e) {
            if (e.code().blame() == Blame.PRODUCT || e.code().blame() == Blame.CAPACITY) {
                throw e;
            }
            Place place = e.place().orElse(new Place(0, 0));
            return answer(List.of(new Fault(e.getMessage(), place.line(), place.column())), List.of());
        } catch (WarehouseException e) {
            if (e.reason() != WarehouseException.Reason.STATEMENT) {
                throw e;
            }
            return answer(List.of(new Fault(e.getMessage(), 0, 0)), List.of());
        }
    }

    private static Map<String, Object> answer(List<Fault> faults, List<SourceColumn> columns) {
        return Map.of(
                "result",
                faults.stream().map(StatementCheckResource::row).toList(),
                "columns",
                columns.stream()
                        .map(column -> Map.of(
                                "column_name", column.name(),
                                "type", column.sourceType(),
                                "is_dttm", column.type().isTemporal()))
                        .toList());
    }

    private static Map<String, Object> row(Fault fault) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("line_number", fault.line() == 0 ? null : fault.line());
        row.put("start_column", fault.column() == 0 ? null : fault.column());
        row.put("end_column", fault.column() == 0 ? null : fault.column());
        row.put("message", fault.message());
        return row;
    }
}
