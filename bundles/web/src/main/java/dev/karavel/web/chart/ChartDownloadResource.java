package dev.karavel.web.chart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.QueryService;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.security.Principal;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.gate.WebSettings;
import dev.karavel.web.json.Fields;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The data of charts as files that the browser stores as they come, past the memory of the page. */
@Component(service = ChartDownloadResource.class)
@RestResource
@Path("karavel/chart_files")
@Consumes(MediaType.APPLICATION_JSON)
public final class ChartDownloadResource {
    private static final String ROUTE = "/api/v1/karavel/chart_files/";

    private final QueryService queries;
    private final WebSettings settings;
    private final FileAddresses addresses;

    @Activate
    public ChartDownloadResource(
            @Reference QueryService queries, @Reference WebSettings settings, @Reference FileAddresses addresses) {
        this.queries = queries;
        this.settings = settings;
        this.addresses = addresses;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(action = "can_read", view = "Chart")
    @Says(
            value = "An address that gives the data of a chart as a file, once; asked as chart/data is",
            body = {"datasource", "result_type", "result_format", "form_data", "queries", "all_rows"})
    public Map<String, Object> address(JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        DataRequest request = DataRequest.of(body, "");
        if (request.format().kept() && request.format() != ResultFormat.ARROW) {
            throw KaravelException.invalid("result_format", "A file is csv, xlsx, records or arrow");
        }
        // what stands in the way is told here, where the page can show it: a browser says only that a file did not come
        queries.answer(request.chart(), ResultFormat.COLUMNS, principal, deadline());
        return Map.of("url", addresses.give(ROUTE, body, principal));
    }

    @GET
    @Path("{key}")
    @Needs(action = "can_read", view = "Chart")
    @Says("The file, to whom the address was given")
    public Response file(@PathParam("key") String key, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        JsonNode body = addresses.take(ROUTE, key, principal);
        DataRequest request = DataRequest.of(body, "");
        return Attachment.respond(
                new Fields(body).flag("all_rows", false)
                        ? queries.export(request.chart(), request.format(), principal)
                        : queries.download(request.chart(), request.format(), principal, deadline()));
    }

    private Instant deadline() {
        return Instant.now().plus(settings.queryTimeout());
    }
}
