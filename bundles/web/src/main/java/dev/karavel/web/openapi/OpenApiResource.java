package dev.karavel.web.openapi;

import dev.karavel.web.json.Json;
import dev.karavel.web.karavel.Version;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The OpenAPI document. */
@Component(service = OpenApiResource.class)
@RestResource
@Path("_openapi")
@Produces(MediaType.APPLICATION_JSON)
public final class OpenApiResource {
    private final byte[] document;

    @Activate
    public OpenApiResource() {
        document = Json.bytes(new OpenApiDocument(Routes.all()).build(Version.current()));
    }

    @GET
    @Needs(action = "can_get", view = "OpenApi")
    @Says("This document")
    public Response document() {
        return Response.ok(document, MediaType.APPLICATION_JSON_TYPE).build();
    }
}
