package dev.karavel.web.favorite;

import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.security.Principal;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import dev.karavel.web.thing.Things;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Favourite dashboards of whoever asks. */
@Component(service = DashboardFavoritesResource.class)
@RestResource
@Path("dashboard")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public final class DashboardFavoritesResource {
    private static final ThingKind KIND = ThingKind.DASHBOARD;

    private final FavoriteMarks marks;
    private final Things things;

    @Activate
    public DashboardFavoritesResource(@Reference FavoriteMarks marks, @Reference Things things) {
        this.marks = marks;
        this.things = things;
    }

    @GET
    @Path("favorite_status/")
    @Needs(action = "can_read", view = "Dashboard")
    @Says("Which of some dashboards are favourites of the caller: q=!(1,2)")
    public Map<String, Object> status(@QueryParam("q") String q, @Context SecurityContext context) {
        return marks.status(Visitor.principal(context).userId(), KIND, q);
    }

    @POST
    @Path("{id: \\d{1,18}}/favorites/")
    @Consumes(MediaType.WILDCARD)
    @Needs(action = "can_write", view = "Favorite")
    @Says("Mark a dashboard as a favourite of the caller")
    public Map<String, Object> mark(@PathParam("id") long id, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        return marks.mark(
                principal.userId(), KIND, things.visible(KIND, id, principal).id());
    }

    @DELETE
    @Path("{id: \\d{1,18}}/favorites/")
    @Needs(action = "can_write", view = "Favorite")
    @Says("Let a dashboard be no favourite of the caller any more")
    public Map<String, Object> unmark(@PathParam("id") long id, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        return marks.unmark(
                principal.userId(), KIND, things.visible(KIND, id, principal).id());
    }
}
