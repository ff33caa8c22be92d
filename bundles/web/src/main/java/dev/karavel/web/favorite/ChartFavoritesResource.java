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

/** Favourite charts of whoever asks. */
@Component(service = ChartFavoritesResource.class)
@RestResource
@Path("chart")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public final class ChartFavoritesResource {
    private static final ThingKind KIND = ThingKind.CHART;

    private final FavoriteMarks marks;
    private final Things things;

    @Activate
    public ChartFavoritesResource(@Reference FavoriteMarks marks, @Reference Things things) {
        this.marks = marks;
        this.things = things;
    }

    @GET
    @Path("favorite_status/")
    @Needs(action = "can_read", view = "Chart")
    @Says("Which of some charts are favourites of the caller: q=!(1,2)")
    public Map<String, Object> status(@QueryParam("q") String q, @Context SecurityContext context) {
        return marks.status(Visitor.principal(context).userId(), KIND, q);
    }

    @POST
    @Path("{id: \\d{1,18}}/favorites/")
    @Consumes(MediaType.WILDCARD)
    @Needs(action = "can_write", view = "Favorite")
    @Says("Mark a chart as a favourite of the caller")
    public Map<String, Object> mark(@PathParam("id") long id, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        return marks.mark(
                principal.userId(), KIND, things.visible(KIND, id, principal).id());
    }

    @DELETE
    @Path("{id: \\d{1,18}}/favorites/")
    @Needs(action = "can_write", view = "Favorite")
    @Says("Let a chart be no favourite of the caller any more")
    public Map<String, Object> unmark(@PathParam("id") long id, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        return marks.unmark(
                principal.userId(), KIND, things.visible(KIND, id, principal).id());
    }
}
