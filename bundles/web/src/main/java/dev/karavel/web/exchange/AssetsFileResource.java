package dev.karavel.web.exchange;

import dev.karavel.api.exchange.AssetKind;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Everything there is as one file, in and out. */
@Component(service = AssetsFileResource.class)
@RestResource
@Path("assets")
public final class AssetsFileResource {
    private static final String VIEW = "ImportExportRestApi";

    private final AssetFiles files;

    @Activate
    public AssetsFileResource(@Reference AssetFiles files) {
        this.files = files;
    }

    @GET
    @Path("export/")
    @Produces({"application/zip", MediaType.APPLICATION_JSON})
    @Needs(action = "can_export", view = VIEW)
    @Says("Everything there is, as a ZIP")
    public Response write(@QueryParam("q") String q, @Context SecurityContext context) {
        return files.write(AssetKind.ASSETS, q, context);
    }

    @POST
    @Path("import/")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(action = "can_import", view = VIEW)
    @Says(
            "Bring assets in from a ZIP: a form with bundle, passwords and overwrite; what it stands on may be here already")
    public Response read(
            InputStream body, @HeaderParam(HttpHeaders.CONTENT_TYPE) String type, @Context SecurityContext context) {
        return files.read(AssetKind.ASSETS, body, type, context);
    }
}
