package dev.karavel.web.annotation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.AnnotationLayer;
import dev.karavel.api.catalog.AnnotationLayers;
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

/** Layers of annotations. They belong to nobody: the right to read or write annotations counts for all of them. */
@Component(service = AnnotationLayerResource.class)
@RestResource
@Path("annotation_layer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AnnotationLayerResource {
    static final String VIEW = "Annotation";
    private static final List<String> ORDER =
            List.of("name", "descr", "changed_on_delta_humanized", "changed_by.first_name", "created_by.first_name");

    private final AnnotationLayers layers;
    private final AnnotationRows rows;
    private final Users users;
    private final AccessControl access;
    private final Journal journal;

    @Activate
    public AnnotationLayerResource(
            @Reference AnnotationLayers layers,
            @Reference AnnotationRows rows,
            @Reference Users users,
            @Reference AccessControl access,
            @Reference Journal journal) {
        this.layers = layers;
        this.rows = rows;
        this.users = users;
        this.access = access;
        this.journal = journal;
    }

    @GET
    @Needs(action = "can_read", view = VIEW)
    @Says("Annotation layers")
    public Map<String, Object> list(@QueryParam("q") String q) {
        ListRequest request = ListRequest.parse(q);
        Page<AnnotationLayer> page = layers.list(request.query(new Visibility.All()));
        return request.answer("List Annotation Layers", ORDER, page, rows.layers(page.items()));
    }

    @GET
    @Path("_info")
    @Needs(action = "can_read", view = VIEW)
    @Says("What the caller may do with annotation layers, and how their list filters")
    public Map<String, Object> info(@Context SecurityContext context) {
        Map<String, List<String>> filters = Map.of(
                "name", List.of("annotation_layer_all_text", "ct", "eq", "sw"),
                "descr", List.of("ct", "eq", "sw"),
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
    @Says("One annotation layer")
    public Map<String, Object> one(@PathParam("id") long id) {
        return Map.of("id", id, "result", AnnotationRows.layer(layer(id)));
    }

    @POST
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Make an annotation layer",
            body = {"name*", "descr"})
    public Response create(JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        AnnotationLayer saved = layers.save(AnnotationDraft.newLayer(new Fields(body), principal));
        journal.noteThing(principal, "annotation_layer_created", saved.id());
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("id", saved.id(), "result", AnnotationRows.layer(saved)))
                .build();
    }

    @PUT
    @Path("{id: \\d{1,18}}")
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Change an annotation layer",
            body = {"version", "name", "descr"})
    public Map<String, Object> change(@PathParam("id") long id, JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        AnnotationLayer old = layer(id);
        Fields fields = new Fields(body);
        fields.requireVersion(old.version());
        AnnotationLayer saved = layers.save(AnnotationDraft.layer(old, fields, principal));
        journal.noteThing(principal, "annotation_layer_changed", id);
        return Map.of("id", id, "result", AnnotationRows.layer(saved));
    }

    @DELETE
    @Path("{id: \\d{1,18}}")
    @Needs(action = "can_write", view = VIEW)
    @Says("Delete an annotation layer, which must have no annotations")
    public Map<String, Object> delete(@PathParam("id") long id, @Context SecurityContext context) {
        delete(layer(id), Visitor.principal(context));
        return Map.of("message", "OK");
    }

    @DELETE
    @Needs(action = "can_write", view = VIEW)
    @Says("Delete several annotation layers: q=!(1,2)")
    public Map<String, Object> deleteSome(@QueryParam("q") String q, @Context SecurityContext context) {
        List<AnnotationLayer> doomed = Ids.parse(q).stream().map(this::layer).toList();
        doomed.forEach(layer -> delete(layer, Visitor.principal(context)));
        return Map.of("message", "Deleted " + doomed.size() + " annotation layer" + (doomed.size() == 1 ? "" : "s"));
    }

    private void delete(AnnotationLayer layer, Principal principal) {
        layers.delete(layer.id());
        journal.noteThing(principal, "annotation_layer_deleted", layer.id());
    }

    private AnnotationLayer layer(long id) {
        return layers.find(id).orElseThrow(() -> KaravelException.notFound("Annotation layer", id));
    }
}
