package dev.karavel.web.people;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.Role;
import dev.karavel.api.catalog.Roles;
import dev.karavel.api.catalog.User;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Accounts;
import dev.karavel.api.security.Principal;
import dev.karavel.web.account.Journal;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Fields;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** People who may sign in. One administrator always stays, and nobody locks themselves out. */
@Component(service = UserResource.class)
@RestResource
@Path("security/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class UserResource {
    private static final String VIEW = "User";
    private static final String ADMIN = "Admin";
    private static final List<String> ORDER = List.of("username", "first_name", "last_name", "email", "active");

    private final Users users;
    private final Roles roles;
    private final Accounts accounts;
    private final Journal journal;

    @Activate
    public UserResource(
            @Reference Users users, @Reference Roles roles, @Reference Accounts accounts, @Reference Journal journal) {
        this.users = users;
        this.roles = roles;
        this.accounts = accounts;
        this.journal = journal;
    }

    @GET
    @Needs(action = "can_read", view = VIEW)
    @Says("People; filters: username user_all_text, active eq, roles rel_m_m")
    public Map<String, Object> list(@QueryParam("q") String q) {
        ListRequest request = ListRequest.parse(q);
        Page<User> page = users.list(request.query(new Visibility.All()));
        return request.answer(
                "List Users", ORDER, page, page.items().stream().map(this::row).toList());
    }

    @GET
    @Path("{id: \\d{1,18}}")
    @Needs(action = "can_read", view = VIEW)
    @Says("One person")
    public Map<String, Object> one(@PathParam("id") long id) {
        return Map.of("id", id, "result", row(user(id)));
    }

    @POST
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Make an account",
            body = {"username*", "password*", "first_name", "last_name", "email", "active", "roles*"})
    public Response create(JsonNode body, @Context SecurityContext context) {
        Fields fields = new Fields(body);
        User made = accounts.add(
                fields.requiredText("username").strip(),
                fields.text("first_name", ""),
                fields.text("last_name", ""),
                fields.text("email", ""),
                roles(fields, Set.of()),
                fields.requiredText("password"));
        if (!fields.flag("active", true)) {
            made = users.save(with(made, fields));
        }
        journal.noteThing(Visitor.principal(context), "user_created", made.id());
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("id", made.id(), "result", row(made)))
                .build();
    }

    @PUT
    @Path("{id: \\d{1,18}}")
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Change an account; a password ends all its sessions",
            body = {"first_name", "last_name", "email", "active", "roles", "password"})
    public Map<String, Object> change(@PathParam("id") long id, JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Fields fields = new Fields(body);
        User old = user(id);
        User wanted = with(old, fields);
        boolean loses = isAdmin(old) && !isAdmin(wanted);
        if (loses && id == principal.userId()) {
            throw KaravelException.invalid("active", "You cannot take your own administration away: let another do it");
        }
        if (loses) {
            requireAnotherAdmin(id);
        }
        Optional<String> password = fields.filledText("password", Optional.empty());
        password.ifPresent(text -> accounts.changePassword(old.username(), text));
        User saved = users.save(wanted);
        journal.noteThing(principal, password.isPresent() ? "user_password_reset" : "user_changed", id);
        return Map.of("id", id, "result", row(saved));
    }

    @DELETE
    @Path("{id: \\d{1,18}}")
    @Needs(action = "can_write", view = VIEW)
    @Says("Delete an account; what it made stays")
    public Map<String, Object> delete(@PathParam("id") long id, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        User old = user(id);
        if (id == principal.userId()) {
            throw KaravelException.invalid("id", "You cannot delete your own account");
        }
        if (isAdmin(old)) {
            requireAnotherAdmin(id);
        }
        users.delete(id);
        journal.noteThing(principal, "user_deleted", id);
        return Map.of("message", "OK");
    }

    private void requireAnotherAdmin(long id) {
        boolean another =
                users.list(ListQuery.everything()).items().stream().anyMatch(user -> user.id() != id && isAdmin(user));
        if (!another) {
            throw new KaravelException(ErrorCode.CONFLICT, "This is the last administrator: make another one first");
        }
    }

    private static boolean isAdmin(User user) {
        return user.active() && user.roles().contains(ADMIN);
    }

    private User with(User old, Fields fields) {
        return new User(
                old.id(),
                old.uuid(),
                old.version(),
                old.username(),
                fields.text("first_name", old.firstName()),
                fields.text("last_name", old.lastName()),
                fields.text("email", old.email()),
                fields.flag("active", old.active()),
                roles(fields, old.roles()),
                old.stamp());
    }

    private Set<String> roles(Fields fields, Set<String> current) {
        Optional<List<Long>> wanted = fields.ids("roles");
        if (wanted.isEmpty()) {
            return current;
        }
        Set<String> names = roles.find(wanted.get()).stream().map(Role::name).collect(Collectors.toSet());
        if (names.size() != new HashSet<>(wanted.get()).size()) {
            throw KaravelException.invalid("roles", "Roles are invalid: one of them does not exist");
        }
        return names;
    }

    private User user(long id) {
        return users.find(id).orElseThrow(() -> KaravelException.notFound(VIEW, id));
    }

    private Map<String, Object> row(User user) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", user.id());
        row.put("username", user.username());
        row.put("first_name", user.firstName());
        row.put("last_name", user.lastName());
        row.put("email", user.email());
        row.put("active", user.active());
        List<Map<String, Object>> held = new ArrayList<>();
        user.roles().stream()
                .sorted()
                .flatMap(name -> roles.findByName(name).stream())
                .forEach(role -> held.add(Map.of("id", role.id(), "name", role.name())));
        row.put("roles", held);
        row.put("created_on", user.stamp().createdOn().toString());
        row.put("changed_on", user.stamp().changedOn().toString());
        return row;
    }
}
