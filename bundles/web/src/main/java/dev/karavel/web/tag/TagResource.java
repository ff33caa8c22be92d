package dev.karavel.web.tag;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.Tag;
import dev.karavel.api.catalog.Tags;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.web.account.Journal;
import dev.karavel.web.favorite.FavoriteMarks;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Fields;
import dev.karavel.web.list.Ids;
import dev.karavel.web.list.Info;
import dev.karavel.web.list.ListRequest;
import dev.karavel.web.list.People;
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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tags. Who made one, and administrators, may rename or delete it. */
@Component(service = TagResource.class)
@RestResource
@Path("tag")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TagResource {
    private static final String VIEW = "Tag";
    private static final List<String> ORDER =
            List.of("name", "description", "changed_on_delta_humanized", "created_by.first_name");

    private final Tags tags;
    private final Tagging tagging;
    private final FavoriteMarks marks;
    private final Users users;
    private final AccessControl access;
    private final Journal journal;

    @Activate
    public TagResource(
            @Reference Tags tags,
            @Reference Tagging tagging,
            @Reference FavoriteMarks marks,
            @Reference Users users,
            @Reference AccessControl access,
            @Reference Journal journal) {
        this.tags = tags;
        this.tagging = tagging;
        this.marks = marks;
        this.users = users;
        this.access = access;
        this.journal = journal;
    }

    @GET
    @Needs(action = "can_read", view = VIEW)
    @Says("Tags")
    public Map<String, Object> list(@QueryParam("q") String q, @Context SecurityContext context) {
        ListRequest request = ListRequest.parse(q);
        Page<Tag> page = tags.list(request.query(new Visibility.All(), Visitor.principal(context)));
        return request.answer("List Tags", ORDER, page, rows(page.items()));
    }

    @GET
    @Path("_info")
    @Needs(action = "can_read", view = VIEW)
    @Says("What the caller may do with tags, and how their list filters")
    public Map<String, Object> info(@Context SecurityContext context) {
        Map<String, List<String>> filters = Map.of(
                "name", List.of("tag_all_text", "ct", "eq", "sw"),
                "id", List.of("tag_is_favorite"),
                "created_by", List.of("rel_o_m", "tag_created_by_me"));
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
    @Says("One tag")
    public Map<String, Object> one(@PathParam("id") long id) {
        return Map.of("id", id, "result", rows(List.of(tag(id))).get(0));
    }

    @POST
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Make a tag and put it on things: objects_to_tag [[\"dashboard\", 3]]",
            body = {"name*", "description", "objects_to_tag"})
    public Response create(JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Fields fields = new Fields(body);
        Tag tag = tagging.named(fields.requiredText("name"), fields.text("description", ""), principal);
        tagging.put(tag, tagging.targets(fields), principal);
        journal.noteThing(principal, "tag_created", tag.id());
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("id", tag.id(), "result", rows(List.of(tag)).get(0)))
                .build();
    }

    @PUT
    @Path("{id: \\d{1,18}}")
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Rename a tag, or replace what carries it",
            body = {"version", "name", "description", "objects_to_tag"})
    public Map<String, Object> change(@PathParam("id") long id, JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Fields fields = new Fields(body);
        Tag old = own(id, principal);
        fields.requireVersion(old.version());
        Tag saved = tags.save(new Tag(
                id,
                old.uuid(),
                old.version(),
                fields.has("name") ? fields.requiredText("name") : old.name(),
                fields.text("description", old.description()),
                old.stamp().by(principal.userId())));
        if (fields.has("objects_to_tag")) {
            tagging.replace(saved, tagging.targets(fields), principal);
        }
        journal.noteThing(principal, "tag_changed", id);
        return Map.of("id", id, "result", rows(List.of(saved)).get(0));
    }

    @DELETE
    @Path("{id: \\d{1,18}}")
    @Needs(action = "can_write", view = VIEW)
    @Says("Delete a tag and take it off everything")
    public Map<String, Object> delete(@PathParam("id") long id, @Context SecurityContext context) {
        delete(own(id, Visitor.principal(context)), Visitor.principal(context));
        return Map.of("message", "OK");
    }

    @DELETE
    @Needs(action = "can_write", view = VIEW)
    @Says("Delete several tags: q=!(1,2)")
    public Map<String, Object> deleteSome(@QueryParam("q") String q, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        List<Tag> doomed = Ids.parse(q).stream().map(id -> own(id, principal)).toList();
        doomed.forEach(tag -> delete(tag, principal));
        return Map.of("message", "Deleted " + doomed.size() + " tag" + (doomed.size() == 1 ? "" : "s"));
    }

    @GET
    @Path("favorite_status/")
    @Needs(action = "can_read", view = VIEW)
    @Says("Which of some tags are favourites of the caller: q=!(1,2)")
    public Map<String, Object> status(@QueryParam("q") String q, @Context SecurityContext context) {
        return marks.status(Visitor.principal(context).userId(), ThingKind.TAG, q);
    }

    @POST
    @Path("{id: \\d{1,18}}/favorites/")
    @Consumes(MediaType.WILDCARD)
    @Needs(action = "can_write", view = "Favorite")
    @Says("Mark a tag as a favourite of the caller")
    public Map<String, Object> mark(@PathParam("id") long id, @Context SecurityContext context) {
        return marks.mark(Visitor.principal(context).userId(), ThingKind.TAG, tag(id).id());
    }

    @DELETE
    @Path("{id: \\d{1,18}}/favorites/")
    @Needs(action = "can_write", view = "Favorite")
    @Says("Let a tag be no favourite of the caller any more")
    public Map<String, Object> unmark(@PathParam("id") long id, @Context SecurityContext context) {
        return marks.unmark(Visitor.principal(context).userId(), ThingKind.TAG, tag(id).id());
    }

    private void delete(Tag tag, Principal principal) {
        tags.delete(tag.id());
        journal.noteThing(principal, "tag_deleted", tag.id());
    }

    private Tag tag(long id) {
        return tags.find(id).orElseThrow(() -> KaravelException.notFound(VIEW, id));
    }

    private Tag own(long id, Principal principal) {
        Tag tag = tag(id);
        if (!principal.isAdmin() && !tag.stamp().createdBy().equals(Optional.of(principal.userId()))) {
            throw new KaravelException(ErrorCode.FORBIDDEN, "Only who made a tag may change or delete it");
        }
        return tag;
    }

    private List<Map<String, Object>> rows(List<Tag> list) {
        People people = new People(users, list.stream().map(Tag::stamp).toList(), List.of(), Instant.now());
        return list.stream()
                .map(tag -> {
                    Map<String, Object> row = new LinkedHashMap<>(TagRows.brief(tag));
                    row.put("description", tag.description());
                    row.put("version", tag.version());
                    row.put(
                            "count",
                            tags.under(tag.id()).values().stream()
                                    .mapToInt(List::size)
                                    .sum());
                    people.put(row, tag.stamp());
                    return row;
                })
                .toList();
    }
}
