package dev.karavel.web.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.error.Blame;
import dev.karavel.api.error.KaravelException;
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

    @Activate
    public StatementCheckResource(@Reference DatasetDraft draft) {
        this.draft = draft;
    }

    @POST
    @Path("{id: \\d{1,18}}/validate_sql/")
    @Needs(action = "can_write", view = "Dataset")
    @Says(
            value = "What is wrong with a statement, nothing if it can be asked; and the columns it gives",
            body = {"sql*", "schema", "catalog", "template_params"})
    public Map<String, Object> validate(@PathParam("id") long id, JsonNode body, @Context SecurityContext context) {
        Fields fields = new Fields(body);
        fields.requiredText("sql");
        try {
            List<SourceColumn> columns = draft.columnsOf(id, fields, Visitor.principal(context));
            return Map.of(
                    "result",
                    List.of(),
                    "columns",
                    columns.stream()
                            .map(column -> Map.of(
                                    "column_name", column.name(),
                                    "type", column.sourceType(),
                                    "is_dttm", column.type().isTemporal()))
                            .toList());
        } catch (KaravelException e) {
            if (e.code().blame() == Blame.PRODUCT || e.code().blame() == Blame.CAPACITY) {
                throw e;
            }
            return wrong(e.getMessage());
        } catch (WarehouseException e) {
            if (e.reason() != WarehouseException.Reason.STATEMENT) {
                throw e;
            }
            return wrong(e.getMessage());
        }
    }

    private static Map<String, Object> wrong(String message) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("line_number", null);
        place.put("start_column", null);
        place.put("end_column", null);
        place.put("message", message);
        return Map.of("result", List.of(place), "columns", List.of());
    }
}
