package dev.karavel.web.picture;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.KeptValues;
import dev.karavel.api.render.ChartRenderer;
import dev.karavel.api.render.DashboardPart;
import dev.karavel.api.render.Picture;
import dev.karavel.api.security.Principal;
import dev.karavel.web.dashboard.DashboardFinder;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.picture.PictureRequest.Usual;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.BeanParam;
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
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Dashboards as pictures. */
@Component(service = DashboardPictureResource.class)
@RestResource
@Path("dashboard")
@Produces({MediaType.APPLICATION_JSON, "image/png", "image/svg+xml", "application/pdf"})
@Consumes(MediaType.APPLICATION_JSON)
public final class DashboardPictureResource {
    private static final String VIEW = "Dashboard";

    private final DashboardFinder finder;
    private final ChartRenderer renderer;
    private final PictureStates states;

    @Activate
    public DashboardPictureResource(
            @Reference DashboardFinder finder, @Reference ChartRenderer renderer, @Reference KeptValues values) {
        states = new PictureStates(values);
        this.finder = finder;
        this.renderer = renderer;
    }

    @GET
    @Path("{id: \\d{1,18}}/thumbnail/{digest: [a-z0-9]{1,64}}/")
    @Needs(action = "can_read", view = VIEW)
    @Says("A small picture of a dashboard; any digest but the right one leads to that, current to the latest")
    public Response thumbnail(
            @PathParam("id") long id, @BeanParam PictureRequest request, @Context SecurityContext context) {
        return picture(id, request, PictureRequest.DASHBOARD_THUMBNAIL, context);
    }

    @GET
    @Path("{id: \\d{1,18}}/screenshot/{digest: [a-z0-9]{1,64}}/")
    @Needs(action = "can_read", view = VIEW)
    @Says("A whole dashboard as a picture or PDF, with the first or the named tabs, or all of them")
    public Response screenshot(
            @PathParam("id") long id, @BeanParam PictureRequest request, @Context SecurityContext context) {
        return picture(id, request, PictureRequest.DASHBOARD, context);
    }

    @POST
    @Path("{id: \\d{1,18}}/cache_dashboard_screenshot/")
    @Needs(action = "can_read", view = VIEW)
    @Says(
            value = "Makes a picture of a dashboard ahead, under filters and with tabs, and says where it is",
            body = {"dataMask", "activeTabs", "anchor", "urlParams"})
    public Response ahead(
            @PathParam("id") long id,
            JsonNode body,
            @BeanParam PictureRequest request,
            @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Dashboard dashboard = finder.visible(Long.toString(id), principal);
        DashboardPart part = PictureStates.read(body, request.part());
        Picture picture = renderer.dashboard(id, part, request.look(PictureRequest.DASHBOARD), principal);
        String image = "/api/v1/dashboard/" + id + "/screenshot/" + digest(dashboard, principal) + "/"
                + (part.equals(DashboardPart.asOpened()) ? "" : "?state=" + states.keep(dashboard, part, principal));
        return PictureBytes.ready(picture, "dashboard", "/dashboard/" + dashboard.address() + "/", image);
    }

    private Response picture(long id, PictureRequest request, Usual usual, SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Dashboard dashboard = finder.visible(Long.toString(id), principal);
        return request.answer(
                digest(dashboard, principal),
                usual,
                look -> renderer.dashboard(id, part(dashboard, request), look, principal));
    }

    private DashboardPart part(Dashboard dashboard, PictureRequest request) {
        if (request.state != null) {
            return states.find(dashboard, request.state);
        }
        return request.nativeFiltersKey == null
                ? request.part()
                : states.ofPage(dashboard, request.nativeFiltersKey, request.part());
    }

    private String digest(Dashboard dashboard, Principal principal) {
        return renderer.dashboardDigests(List.of(dashboard), principal).get(dashboard.id());
    }
}
