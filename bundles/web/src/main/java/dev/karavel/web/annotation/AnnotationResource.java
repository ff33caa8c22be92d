package dev.karavel.web.annotation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Annotation;
import dev.karavel.api.catalog.AnnotationLayer;
import dev.karavel.api.catalog.AnnotationLayers;
import dev.karavel.api.catalog.Annotations;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.ListQuery.Condition;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Principal;
import dev.karavel.web.account.Journal;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Fields;
import dev.karavel.web.list.Ids;
import dev.karavel.web.list.ListRequest;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The annotations of one layer. */
@Component(service = AnnotationResource.class)
@RestResource
@Path("annotation_layer/{layer: \\d{1,18}}/annotation")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AnnotationResource {
    private static final String VIEW = AnnotationLayerResource.VIEW;
    private static final List<String> ORDER =
            List.of("short_descr", "start_dttm", "end_dttm", "changed_on_delta_humanized", "changed_by.first_name");

    private final AnnotationLayers layers;
    private final Annotations annotations;
    private final AnnotationRows rows;
    private final Journal journal;

    @Activate
    public AnnotationResource(
            @Reference AnnotationLayers layers,
            @Reference Annotations annotations,
            @Reference AnnotationRows rows,
            @Reference Journal journal) {
        this.layers = layers;
        this.annotations = annotations;
        this.rows = rows;
        this.journal = journal;
    }

    @GET
    @Needs(action = "can_read", view = VIEW)
    @Says("Annotations of a layer, latest first")
    public Map<String, Object> list(@PathParam("layer") long layerId, @QueryParam("q") String q) {
        ListRequest request = ListRequest.parse(q);
        ListQuery wanted = request.query(new Visibility.All());
        List<Condition> conditions = new ArrayList<>(wanted.conditions());
        conditions.add(new Condition("layer", "rel_o_m", layer(layerId).id()));
        Page<Annotation> page = annotations.list(new ListQuery(
                conditions,
                wanted.orderColumn(),
                wanted.descending(),
                wanted.page(),
                wanted.pageSize(),
                wanted.visibility()));
        return request.answer("List Annotations", ORDER, page, rows.annotations(page.items()));
    }

    @GET
    @Path("{id: \\d{1,18}}")
    @Needs(action = "can_read", view = VIEW)
    @Says("One annotation")
    public Map<String, Object> one(@PathParam("layer") long layerId, @PathParam("id") long id) {
        return Map.of("id", id, "result", shown(annotation(layerId, id), layer(layerId)));
    }

    @POST
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Add an annotation to a layer",
            body = {"short_descr*", "start_dttm*", "end_dttm", "long_descr", "json_metadata"})
    public Response create(@PathParam("layer") long layerId, JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        AnnotationLayer layer = layer(layerId);
        Annotation saved = annotations.save(AnnotationDraft.newAnnotation(layer.id(), new Fields(body), principal));
        journal.noteThing(principal, "annotation_created", saved.id());
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("id", saved.id(), "result", shown(saved, layer)))
                .build();
    }

    @PUT
    @Path("{id: \\d{1,18}}")
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Change an annotation",
            body = {"version", "short_descr", "start_dttm", "end_dttm", "long_descr", "json_metadata"})
    public Map<String, Object> change(
            @PathParam("layer") long layerId,
            @PathParam("id") long id,
            JsonNode body,
            @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Annotation old = annotation(layerId, id);
        Fields fields = new Fields(body);
        fields.requireVersion(old.version());
        Annotation saved = annotations.save(AnnotationDraft.annotation(old, fields, principal));
        journal.noteThing(principal, "annotation_changed", id);
        return Map.of("id", id, "result", shown(saved, layer(layerId)));
    }

    @DELETE
    @Path("{id: \\d{1,18}}")
    @Needs(action = "can_write", view = VIEW)
    @Says("Delete an annotation")
    public Map<String, Object> delete(
            @PathParam("layer") long layerId, @PathParam("id") long id, @Context SecurityContext context) {
        delete(annotation(layerId, id), Visitor.principal(context));
        return Map.of("message", "OK");
    }

    @DELETE
    @Needs(action = "can_write", view = VIEW)
    @Says("Delete several annotations: q=!(1,2)")
    public Map<String, Object> deleteSome(
            @PathParam("layer") long layerId, @QueryParam("q") String q, @Context SecurityContext context) {
        List<Annotation> doomed =
                Ids.parse(q).stream().map(id -> annotation(layerId, id)).toList();
        doomed.forEach(annotation -> delete(annotation, Visitor.principal(context)));
        return Map.of("message", "Deleted " + doomed.size() + " annotation" + (doomed.size() == 1 ? "" : "s"));
    }

    private void delete(Annotation annotation, Principal principal) {
        annotations.delete(annotation.id());
        journal.noteThing(principal, "annotation_deleted", annotation.id());
    }

    private static Map<String, Object> shown(Annotation annotation, AnnotationLayer layer) {
        Map<String, Object> row = new LinkedHashMap<>(AnnotationRows.annotation(annotation));
        row.put("layer", Map.of("id", layer.id(), "name", layer.name()));
        return row;
    }

    private AnnotationLayer layer(long id) {
        return layers.find(id).orElseThrow(() -> KaravelException.notFound("Annotation layer", id));
    }

    private Annotation annotation(long layerId, long id) {
        return annotations
                .find(id)
                .filter(annotation -> annotation.layerId() == layerId)
                .orElseThrow(() -> KaravelException.notFound("Annotation", id));
    }
}
