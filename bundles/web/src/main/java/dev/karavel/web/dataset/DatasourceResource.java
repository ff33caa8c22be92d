package dev.karavel.web.dataset;

import dev.karavel.api.query.QueryService;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.gate.WebSettings;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Values of a dataset's columns. */
@Component(service = DatasourceResource.class)
@RestResource
@Path("datasource")
@Produces(MediaType.APPLICATION_JSON)
public final class DatasourceResource {
    private static final int MOST_VALUES = 10_000;

    private final QueryService queries;
    private final WebSettings settings;

    @Activate
    public DatasourceResource(@Reference QueryService queries, @Reference WebSettings settings) {
        this.queries = queries;
        this.settings = settings;
    }

    @GET
    @Path("{type: table|dataset}/{id: \\d{1,18}}/column/{column}/values/")
    @Needs(action = "can_get_column_values", view = "Datasource")
    @Says("Distinct values of a column, for filters")
    public Map<String, Object> values(
            @PathParam("id") long id, @PathParam("column") String column, @Context SecurityContext context) {
        Instant deadline = Instant.now().plus(settings.queryTimeout());
        return Map.of("result", queries.values(id, column, MOST_VALUES, Visitor.principal(context), deadline));
    }
}
