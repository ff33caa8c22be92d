package dev.karavel.web.picture;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.render.ChartRenderer;
import dev.karavel.api.render.Picture;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.web.chart.Attachment;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.picture.PictureRequest.Usual;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Charts as pictures. */
@Component(service = ChartPictureResource.class)
@RestResource
@Path("chart")
@Produces({MediaType.APPLICATION_JSON, "image/png", "image/svg+xml", "application/pdf"})
@Consumes(MediaType.APPLICATION_JSON)
public final class ChartPictureResource {
    private static final String VIEW = "Chart";

    private final Charts charts;
    private final AccessControl access;
    private final ChartRenderer renderer;

    @Activate
    public ChartPictureResource(
            @Reference Charts charts, @Reference AccessControl access, @Reference ChartRenderer renderer) {
        this.charts = charts;
        this.access = access;
        this.renderer = renderer;
    }

    @GET
    @Path("{id: \\d{1,18}}/thumbnail/{digest: [a-z0-9]{1,64}}/")
    @Needs(action = "can_read", view = VIEW)
    @Says("A small picture of a chart; any digest but the right one leads to that, current to the latest")
    public Response thumbnail(
            @PathParam("id") long id, @BeanParam PictureRequest request, @Context SecurityContext context) {
        return picture(id, request, PictureRequest.CHART_THUMBNAIL, context);
    }

    @GET
    @Path("{id: \\d{1,18}}/screenshot/{digest: [a-z0-9]{1,64}}/")
    @Needs(action = "can_read", view = VIEW)
    @Says("A picture of a chart in the size, format and theme the address asks for")
    public Response screenshot(
            @PathParam("id") long id, @BeanParam PictureRequest request, @Context SecurityContext context) {
        return picture(id, request, PictureRequest.CHART, context);
    }

    @GET
    @Path("{id: \\d{1,18}}/cache_screenshot/")
    @Needs(action = "can_read", view = VIEW)
    @Says("Makes a picture of a chart ahead, and says where it is")
    public Response ahead(
            @PathParam("id") long id, @BeanParam PictureRequest request, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Chart chart = visible(id, principal);
        Picture picture = renderer.chart(ChartRequest.ofChart(id), request.look(PictureRequest.CHART), principal);
        String image = "/api/v1/chart/" + id + "/screenshot/" + digest(chart, principal) + "/";
        return PictureBytes.ready(picture, "chart", "/explore/?slice_id=" + id, image);
    }

    @POST
    @Path("render")
    @Needs(action = "can_read", view = VIEW)
    @Says(
            value = "A picture of form data, or of a sample with its own rows, as a file",
            body = {
                "form_data*",
                "datasource",
                "sample",
                "format",
                "width",
                "height",
                "scale",
                "theme",
                "locale",
                "title",
                "card"
            })
    public Response render(
            JsonNode body,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @Context SecurityContext context) {
        RenderBody wanted = RenderBody.of(body, languages);
        Principal principal = Visitor.principal(context);
        Picture picture = wanted.sample().isPresent()
                ? renderer.sample(wanted.sample().get(), wanted.look(), principal)
                : renderer.chart(wanted.chart(), wanted.look(), principal);
        return Response.ok(picture.bytes(), picture.format().mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.disposition(picture.fileName()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    private Response picture(long id, PictureRequest request, Usual usual, SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Chart chart = visible(id, principal);
        return request.answer(
                digest(chart, principal), usual, look -> renderer.chart(ChartRequest.ofChart(id), look, principal));
    }

    private String digest(Chart chart, Principal principal) {
        return renderer.chartDigests(List.of(chart), principal).get(chart.id());
    }

    private Chart visible(long id, Principal principal) {
        return charts.find(id)
                .filter(chart -> access.maySee(principal, chart))
                .orElseThrow(() -> KaravelException.notFound("Chart", id));
    }
}
