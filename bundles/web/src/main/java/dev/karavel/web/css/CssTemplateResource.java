package dev.karavel.web.css;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.CssTemplate;
import dev.karavel.api.catalog.CssTemplates;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.catalog.Visibility;
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

/** Templates of CSS. They belong to nobody: the right to read or write them counts for all. */
@Component(service = CssTemplateResource.class)
@RestResource
@Path("css_template")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CssTemplateResource {
    static final String VIEW = "CssTemplate";
    private static final List<String> ORDER =
            List.of("template_name", "changed_on_delta_humanized", "changed_by.first_name", "created_by.first_name");

    private final CssTemplates templates;
    private final CssRows rows;
    private final Users users;
    private final AccessControl access;
    private final Journal journal;

    @Activate
    public CssTemplateResource(
            @Reference CssTemplates templates,
            @Reference CssRows rows,
            @Reference Users users,
            @Reference AccessControl access,
            @Reference Journal journal) {
        this.templates = templates;
        this.rows = rows;
        this.users = users;
        this.access = access;
        this.journal = journal;
    }

    @GET
    @Needs(action = "can_read", view = VIEW)
    @Says("CSS templates")
    public Map<String, Object> list(@QueryParam("q") String q) {
        ListRequest request = ListRequest.parse(q);
        Page<CssTemplate> page = templates.list(request.query(new Visibility.All()));
        return request.answer("List CSS Templates", ORDER, page, rows.list(page.items()));
    }

    @GET
    @Path("_info")
    @Needs(action = "can_read", view = VIEW)
    @Says("What the caller may do with CSS templates, and how their list filters")
    public Map<String, Object> info(@Context SecurityContext context) {
        Map<String, List<String>> filters = Map.of(
                "template_name", List.of("css_template_all_text", "ct", "eq", "sw"),
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
    @Says("One CSS template")
    public Map<String, Object> one(@PathParam("id") long id) {
        return Map.of("id", id, "result", CssRows.row(template(id)));
    }

    @POST
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Make a CSS template",
            body = {"template_name*", "css"})
    public Response create(JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        CssTemplate saved = templates.save(CssRows.made(new Fields(body), principal));
        journal.noteThing(principal, "css_template_created", saved.id());
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("id", saved.id(), "result", CssRows.row(saved)))
                .build();
    }

    @PUT
    @Path("{id: \\d{1,18}}")
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Change a CSS template",
            body = {"version", "template_name", "css"})
    public Map<String, Object> change(@PathParam("id") long id, JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        CssTemplate old = template(id);
        Fields fields = new Fields(body);
        fields.requireVersion(old.version());
        CssTemplate saved = templates.save(CssRows.changed(old, fields, principal));
        journal.noteThing(principal, "css_template_changed", id);
        return Map.of("id", id, "result", CssRows.row(saved));
    }

    @DELETE
    @Path("{id: \\d{1,18}}")
    @Needs(action = "can_write", view = VIEW)
    @Says("Delete a CSS template")
    public Map<String, Object> delete(@PathParam("id") long id, @Context SecurityContext context) {
        delete(template(id), Visitor.principal(context));
        return Map.of("message", "OK");
    }

    @DELETE
    @Needs(action = "can_write", view = VIEW)
    @Says("Delete several CSS templates: q=!(1,2)")
    public Map<String, Object> deleteSome(@QueryParam("q") String q, @Context SecurityContext context) {
        List<CssTemplate> doomed = Ids.parse(q).stream().map(this::template).toList();
        doomed.forEach(template -> delete(template, Visitor.principal(context)));
        return Map.of("message", "Deleted " + doomed.size() + " CSS template" + (doomed.size() == 1 ? "" : "s"));
    }

    private void delete(CssTemplate template, Principal principal) {
        templates.delete(template.id());
        journal.noteThing(principal, "css_template_deleted", template.id());
    }

    private CssTemplate template(long id) {
        return templates.find(id).orElseThrow(() -> KaravelException.notFound("CSS template", id));
    }
}
