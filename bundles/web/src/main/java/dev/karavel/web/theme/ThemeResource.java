package dev.karavel.web.theme;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.Theme;
import dev.karavel.api.catalog.Themes;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.web.account.Journal;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Fields;
import dev.karavel.web.list.Ids;
import dev.karavel.web.list.Info;
import dev.karavel.web.list.ListRequest;
import dev.karavel.web.list.Related;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Themes. They belong to nobody: the right to read or write them counts for all. */
@Component(service = ThemeResource.class)
@RestResource
@Path("theme")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ThemeResource {
    static final String VIEW = "Theme";
    private static final List<String> ORDER =
            List.of("theme_name", "changed_on_delta_humanized", "changed_by.first_name", "created_by.first_name");

    private final Themes themes;
    private final ThemeRows rows;
    private final Users users;
    private final AccessControl access;
    private final Journal journal;

    @Activate
    public ThemeResource(
            @Reference Themes themes,
            @Reference ThemeRows rows,
            @Reference Users users,
            @Reference AccessControl access,
            @Reference Journal journal) {
        this.themes = themes;
        this.rows = rows;
        this.users = users;
        this.access = access;
        this.journal = journal;
    }

    @GET
    @Needs(action = "can_read", view = VIEW)
    @Says("Themes")
    public Map<String, Object> list(@QueryParam("q") String q) {
        ListRequest request = ListRequest.parse(q);
        Page<Theme> page = themes.list(request.query(new Visibility.All()));
        return request.answer("List Themes", ORDER, page, rows.list(page.items()));
    }

    @GET
    @Path("_info")
    @Needs(action = "can_read", view = VIEW)
    @Says("What the caller may do with themes, and how their list filters")
    public Map<String, Object> info(@Context SecurityContext context) {
        Map<String, List<String>> filters = Map.of(
                "theme_name", List.of("theme_all_text", "ct", "eq", "sw"),
                "is_system", List.of("eq", "neq"),
                "created_by", List.of("rel_o_m"),
                "changed_by", List.of("rel_o_m"));
        return Info.of(access, Visitor.principal(context), VIEW, filters);
    }

    @GET
    @Path("related/{column}")
    @Needs(action = "can_read", view = VIEW)
    @Says("Values for a column: created_by, changed_by")
    public Map<String, Object> related(@PathParam("column") String column, @QueryParam("q") String q) {
        return Related.makers(column, users, q);
    }

    @GET
    @Path("{id: \\d{1,18}}")
    @Needs(action = "can_read", view = VIEW)
    @Says("One theme")
    public Map<String, Object> one(@PathParam("id") long id) {
        return Map.of("id", id, "result", ThemeRows.row(theme(id)));
    }

    @POST
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Make a theme",
            body = {"theme_name*", "json_data"})
    public Response create(JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Theme saved = themes.save(ThemeRows.made(new Fields(body), principal));
        journal.noteThing(principal, "theme_created", saved.id());
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("id", saved.id(), "result", ThemeRows.row(saved)))
                .build();
    }

    @PUT
    @Path("{id: \\d{1,18}}")
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Change a theme",
            body = {"version", "theme_name", "json_data"})
    public Map<String, Object> change(@PathParam("id") long id, JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Theme old = changeable(id);
        Fields fields = new Fields(body);
        fields.requireVersion(old.version());
        Theme saved = themes.save(ThemeRows.changed(old, fields, principal));
        journal.noteThing(principal, "theme_changed", id);
        return Map.of("id", id, "result", ThemeRows.row(saved));
    }

    @DELETE
    @Path("{id: \\d{1,18}}")
    @Needs(action = "can_write", view = VIEW)
    @Says("Delete a theme")
    public Map<String, Object> delete(@PathParam("id") long id, @Context SecurityContext context) {
        delete(changeable(id), Visitor.principal(context));
        return Map.of("message", "OK");
    }

    @DELETE
    @Needs(action = "can_write", view = VIEW)
    @Says("Delete several themes: q=!(1,2)")
    public Map<String, Object> deleteSome(@QueryParam("q") String q, @Context SecurityContext context) {
        List<Theme> doomed = Ids.parse(q).stream().map(this::changeable).toList();
        doomed.forEach(theme -> delete(theme, Visitor.principal(context)));
        return Map.of("message", "Deleted " + doomed.size() + " theme" + (doomed.size() == 1 ? "" : "s"));
    }

    private void delete(Theme theme, Principal principal) {
        themes.delete(theme.id());
        journal.noteThing(principal, "theme_deleted", theme.id());
    }

    private Theme changeable(long id) {
        Theme theme = theme(id);
        if (theme.system()) {
            throw new KaravelException(
                    ErrorCode.FORBIDDEN, "The theme " + theme.name() + " came with the server: it stays as it is");
        }
        return theme;
    }

    private Theme theme(long id) {
        return themes.find(id).orElseThrow(() -> KaravelException.notFound("theme", id));
    }
}
