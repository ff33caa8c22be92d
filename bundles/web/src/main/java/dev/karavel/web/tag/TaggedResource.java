package dev.karavel.web.tag;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Tag;
import dev.karavel.api.catalog.Tags;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Principal;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Fields;
import dev.karavel.web.list.People;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import dev.karavel.web.thing.Thing;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which things carry which tags. */
@Component(service = TaggedResource.class)
@RestResource
@Path("tag")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TaggedResource {
    private static final String VIEW = "Tag";

    private final Tags tags;
    private final Tagging tagging;
    private final Things things;
    private final Users users;

    @Activate
    public TaggedResource(
            @Reference Tags tags, @Reference Tagging tagging, @Reference Things things, @Reference Users users) {
        this.tags = tags;
        this.tagging = tagging;
        this.things = things;
        this.users = users;
    }

    @GET
    @Path("get_objects/")
    @Needs(action = "can_read", view = VIEW)
    @Says("What carries some tags, as far as the caller may see it: tags=a,b or tagIds=1,2, and types=dashboard,chart")
    public Map<String, Object> objects(
            @QueryParam("tags") String names,
            @QueryParam("tagIds") String ids,
            @QueryParam("types") String types,
            @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Set<Tagging.Target> targets = new LinkedHashSet<>();
        for (Tag tag : asked(names, ids)) {
            tags.under(tag.id())
                    .forEach((kind, found) -> found.forEach(id -> targets.add(new Tagging.Target(kind, id))));
        }
        Set<String> wanted = new TreeSet<>(parts(types));
        List<Thing> found = targets.stream()
                .filter(target ->
                        wanted.isEmpty() || wanted.contains(target.kind().word()))
                .map(target -> things.find(target.kind(), target.id(), principal))
                .flatMap(Optional::stream)
                .toList();
        return Map.of("result", rows(found));
    }

    @POST
    @Path("bulk_create")
    @Needs(action = "can_bulk_create", view = VIEW)
    @Says(
            value = "Put several tags on things: tags [{name, objects_to_tag}]",
            body = {"tags*"})
    public Map<String, Object> bulk(JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        List<Object> tagged = new ArrayList<>();
        for (JsonNode one : new Fields(body).list("tags")) {
            Fields fields = new Fields(one);
            List<Tagging.Target> targets = tagging.targets(fields);
            Tag tag = tagging.named(fields.requiredText("name"), fields.text("description", ""), principal);
            tagging.put(tag, targets, principal);
            targets.forEach(target -> tagged.add(List.of(target.kind().word(), target.id())));
        }
        return Map.of("result", Map.of("objects_tagged", tagged, "objects_skipped", List.of()));
    }

    @POST
    @Path("{object_type: [a-z]+|[1-4]}/{object_id: \\d{1,18}}/")
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Put tags on a thing by their names: properties {tags: [\"a\"]}",
            body = {"properties*"})
    public Response put(
            @PathParam("object_type") String kind,
            @PathParam("object_id") long id,
            JsonNode body,
            @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Tagging.Target target = tagging.target(kind, id);
        things.editable(target.kind(), id, principal);
        for (JsonNode name : new Fields(new Fields(body).node("properties")).list("tags")) {
            tagging.put(tagging.named(name.asText(), "", principal), List.of(target), principal);
        }
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("message", "OK"))
                .build();
    }

    @DELETE
    @Path("{object_type: [a-z]+|[1-4]}/{object_id: \\d{1,18}}/{tag}/")
    @Needs(action = "can_write", view = VIEW)
    @Says("Take a tag off a thing, by its name")
    public Map<String, Object> take(
            @PathParam("object_type") String kind,
            @PathParam("object_id") long id,
            @PathParam("tag") String name,
            @Context SecurityContext context) {
        Tag tag = tags.findByName(name).orElseThrow(() -> KaravelException.notFound(VIEW, name));
        tagging.take(tag, tagging.target(kind, id), Visitor.principal(context));
        return Map.of("message", "OK");
    }

    private List<Tag> asked(String names, String ids) {
        List<Tag> found = new ArrayList<>();
        parts(names).forEach(name -> tags.findByName(name).ifPresent(found::add));
        parts(ids).stream().filter(id -> id.matches("\\d{1,18}")).forEach(id -> tags.find(Long.parseLong(id))
                .ifPresent(found::add));
        return found;
    }

    private List<Map<String, Object>> rows(List<Thing> found) {
        People people = new People(
                users,
                found.stream().map(Thing::stamp).toList(),
                found.stream().map(Thing::owners).toList(),
                Instant.now());
        return found.stream()
                .map(thing -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("id", thing.id());
                    row.put("type", thing.kind().word());
                    row.put("name", thing.name());
                    row.put("url", thing.address());
                    row.put("owners", people.owners(thing.owners()));
                    people.put(row, thing.stamp());
                    return row;
                })
                .toList();
    }

    private static List<String> parts(String text) {
        return text == null || text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }
}
