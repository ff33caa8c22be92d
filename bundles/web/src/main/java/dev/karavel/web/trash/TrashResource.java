package dev.karavel.web.trash;

import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.catalog.Trash;
import dev.karavel.api.catalog.Trashed;
import dev.karavel.api.catalog.User;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.web.account.Journal;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.list.People;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was deleted: its owners and administrators see it, have it back or let it go for ever. */
@Component(service = TrashResource.class)
@RestResource
@Path("trash")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public final class TrashResource {
    private final Trash trash;
    private final Users users;
    private final AccessControl access;
    private final Journal journal;

    @Activate
    public TrashResource(
            @Reference Trash trash,
            @Reference Users users,
            @Reference AccessControl access,
            @Reference Journal journal) {
        this.trash = trash;
        this.users = users;
        this.access = access;
        this.journal = journal;
    }

    @GET
    @Needs(action = "can_read", view = "Trash")
    @Says("What the caller can have back, and until when")
    public Map<String, Object> list(@Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        List<Trashed> seen = trash.all().stream()
                .filter(one -> access.mayEdit(principal, one.owners()))
                .toList();
        Map<Long, User> people =
                users
                        .find(seen.stream()
                                .flatMap(one -> one.owners().stream())
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(User::id, user -> user));
        return Map.of(
                "count",
                seen.size(),
                "result",
                seen.stream().map(one -> row(one, people)).toList());
    }

    @POST
    @Path("{type: \\w+}/{id: \\d{1,18}}/restore")
    @Consumes(MediaType.WILDCARD)
    @Needs(action = "can_write", view = "Trash")
    @Says("Have something back: dashboard, chart or dataset")
    public Map<String, Object> restore(
            @PathParam("type") String type, @PathParam("id") long id, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Trashed one = own(type, id, principal);
        trash.restore(one.kind(), id);
        journal.noteThing(principal, one.kind().word() + "_taken_from_trash", id);
        return Map.of("message", "OK");
    }

    @DELETE
    @Path("{type: \\w+}/{id: \\d{1,18}}")
    @Needs(action = "can_write", view = "Trash")
    @Says("Delete something in the trash for ever")
    public Map<String, Object> erase(
            @PathParam("type") String type, @PathParam("id") long id, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Trashed one = own(type, id, principal);
        trash.erase(one.kind(), id);
        journal.noteThing(principal, one.kind().word() + "_erased", id);
        return Map.of("message", "OK");
    }

    private Trashed own(String type, long id, Principal principal) {
        return ThingKind.named(type)
                .flatMap(kind -> trash.find(kind, id))
                .filter(one -> access.mayEdit(principal, one.owners()))
                .orElseThrow(() -> KaravelException.notFound("Deleted " + type, id));
    }

    private Map<String, Object> row(Trashed one, Map<Long, User> people) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", one.id());
        row.put("type", one.kind().word());
        row.put("name", one.name());
        row.put(
                "owners",
                one.owners().stream()
                        .map(people::get)
                        .filter(Objects::nonNull)
                        .map(People::named)
                        .toList());
        row.put("deleted_on", one.deletedOn().toString());
        row.put("kept_until", trash.end(one.deletedOn()).toString());
        return row;
    }
}
