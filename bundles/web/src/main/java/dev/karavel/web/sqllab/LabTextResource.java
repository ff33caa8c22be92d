package dev.karavel.web.sqllab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.sqllab.SqlLab;
import dev.karavel.api.sqllab.SqlLab.Estimate;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Fields;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is done with statements without running them. */
@Component(service = LabTextResource.class)
@RestResource
@Path("sqllab")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class LabTextResource {
    private static final String VIEW = "SQLLab";

    private final SqlLab lab;

    @Activate
    public LabTextResource(@Reference SqlLab lab) {
        this.lab = lab;
    }

    @POST
    @Path("format_sql/")
    @Needs(action = "can_format_sql", view = VIEW)
    @Says(
            value = "A statement laid out for reading; templates in it stay as they are",
            body = {"sql*", "database_id", "template_params"})
    public Map<String, Object> format(JsonNode body) {
        return Map.of("result", lab.format(new Fields(body).requiredText("sql")));
    }

    @POST
    @Path("estimate/")
    @Needs(action = "can_estimate_query_cost", view = VIEW)
    @Says(
            value = "What statements are expected to cost, and how they would be run",
            body = {"database_id*", "sql*", "schema", "catalog", "template_params"})
    public Map<String, Object> estimate(JsonNode body, @Context SecurityContext context) {
        List<Estimate> estimates =
                lab.estimate(LabOrder.script(new Fields(body), "template_params"), Visitor.principal(context));
        List<Map<String, String>> result = estimates.stream()
                .map(estimate -> {
                    Map<String, String> figures = new LinkedHashMap<>();
                    estimate.figures().forEach(figure -> figures.put(figure.name(), figure.value()));
                    return figures;
                })
                .toList();
        return Map.of(
                "result", result, "plan", estimates.stream().map(Estimate::plan).collect(Collectors.joining("\n\n")));
    }
}
