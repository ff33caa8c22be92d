package dev.karavel.web.sqllab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.security.Principal;
import dev.karavel.web.chart.FileAddresses;
import dev.karavel.web.gate.Visitor;
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
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All rows of a query as a file that the browser stores as it comes, past the memory of the page. */
@Component(service = LabDownloadResource.class)
@RestResource
@Path("karavel/sqllab_files")
@Consumes(MediaType.APPLICATION_JSON)
public final class LabDownloadResource {
    private static final String ROUTE = "/api/v1/karavel/sqllab_files/";
    private static final String EXPORT = "can_export_csv";
    private static final String VIEW = "SQLLab";

    private final LabFinder finder;
    private final LabFileResource files;
    private final FileAddresses addresses;

    @Activate
    public LabDownloadResource(
            @Reference LabFinder finder, @Reference LabFileResource files, @Reference FileAddresses addresses) {
        this.finder = finder;
        this.files = files;
        this.addresses = addresses;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(action = EXPORT, view = VIEW)
    @Says(
            value = "An address that gives the result of a query as a file, once; with all_rows past its limit",
            body = {"client_id*", "format", "filename", "all_rows"})
    public Map<String, Object> address(JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        finder.byClientId(new Fields(body).requiredText("client_id"), principal);
        return Map.of("url", addresses.give(ROUTE, body, principal));
    }

    @GET
    @Path("{key}")
    @Needs(action = EXPORT, view = VIEW)
    @Says("The file, to whom the address was given")
    public Response file(@PathParam("key") String key, @Context SecurityContext context) {
        JsonNode body = addresses.take(ROUTE, key, Visitor.principal(context));
        Fields fields = new Fields(body);
        return fields.flag("all_rows", false)
                ? files.exportAll(body, context)
                : files.export(fields.requiredText("client_id"), fields.text("format", "csv"), context);
    }
}
