package dev.karavel.web.people;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.Permission;
import dev.karavel.api.catalog.Role;
import dev.karavel.api.catalog.Roles;
import dev.karavel.api.catalog.User;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Roles. What the built-in ones may do follows from the version, beside access to data; they cannot be renamed or deleted. */
@Component(service = RoleResource.class)
@RestResource
@Path("security")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RoleResource {
    private static final String VIEW = "Role";
    private static final Set<String> BUILT_IN = Set.of("Admin", "Alpha", "Gamma", "Public", "sql_lab");

    private final Roles roles;
    private final Users users;
    private final PermissionBook book;
    private final Journal journal;

    @Activate
    public RoleResource(
            @Reference Roles roles,
            @Reference Users users,
            @Reference PermissionBook book,
            @Reference Journal journal) {
        this.roles = roles;
        this.users = users;
        this.book = book;
        this.journal = journal;
    }

    @GET
    @Path("roles/")
    @Needs(action = "can_read", view = VIEW)
    @Says("Roles, with how many hold them")
    public Map<String, Object> list(@QueryParam("q") String q) {
        ListRequest request = ListRequest.parse(q);
        Page<Role> page = roles.list(request.query(new Visibility.All()));
        List<User> people = users.list(ListQuery.everything()).items();
        return request.answer(
                "List Roles",
                List.of("name"),
                page,
                page.items().stream().map(role -> row(role, people)).toList());
    }

    @GET
    @Path("roles/{id: \\d{1,18}}")
    @Needs(action = "can_read", view = VIEW)
    @Says("One role")
    public Map<String, Object> one(@PathParam("id") long id) {
        return Map.of(
                "id",
                id,
                "result",
                row(role(id), users.list(ListQuery.everything()).items()));
    }

    @GET
    @Path("roles/{id: \\d{1,18}}/permissions/")
    @Needs(action = "can_read", view = VIEW)
    @Says("What a role permits")
    public Map<String, Object> permissions(@PathParam("id") long id) {
        return Map.of("result", PermissionBook.rows(role(id).permissions()));
    }

    @GET
    @Path("permissions-resources/")
    @Needs(action = "can_read", view = VIEW)
    @Says("Everything a role can permit")
    public Map<String, Object> all() {
        List<Map<String, Object>> rows = PermissionBook.rows(book.all());
        return Map.of("count", rows.size(), "result", rows);
    }

    @POST
    @Path("roles/")
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Make a role",
            body = {"name*"})
    public Response create(JsonNode body, @Context SecurityContext context) {
        String name = new Fields(body).requiredText("name").strip();
        Role made = roles.save(new Role(0, UUID.randomUUID(), 0, name, Set.of()));
        journal.noteThing(Visitor.principal(context), "role_created", made.id());
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("id", made.id(), "result", row(made, List.of())))
                .build();
    }

    @PUT
    @Path("roles/{id: \\d{1,18}}")
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Rename a role",
            body = {"name*"})
    public Map<String, Object> change(@PathParam("id") long id, JsonNode body, @Context SecurityContext context) {
        Role old = changeable(id);
        String name = new Fields(body).requiredText("name").strip();
        Role saved = roles.save(new Role(id, old.uuid(), old.version(), name, old.permissions()));
        journal.noteThing(Visitor.principal(context), "role_changed", id);
        return Map.of("id", id, "result", row(saved, List.of()));
    }

    @POST
    @Path("roles/{id: \\d{1,18}}/permissions")
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Replace what a role permits",
            body = {"permission_view_menu_ids*"})
    public Map<String, Object> permit(@PathParam("id") long id, JsonNode body, @Context SecurityContext context) {
        Role old = role(id);
        if (old.name().equals("Admin")) {
            throw KaravelException.invalid("id", "Admin may do everything: give people another role instead");
        }
        List<Long> wanted = new Fields(body)
                .ids("permission_view_menu_ids")
                .orElseThrow(() -> KaravelException.invalid(
                        "permission_view_menu_ids", "The field permission_view_menu_ids is missing"));
        Set<Permission> permissions = book.named(wanted);
        roles.save(new Role(id, old.uuid(), old.version(), old.name(), permissions));
        journal.noteThing(Visitor.principal(context), "role_permissions_changed", id);
        return Map.of("result", Map.of("permission_view_menu_ids", wanted));
    }

    @PUT
    @Path("roles/{id: \\d{1,18}}/users")
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Say who holds a role",
            body = {"user_ids*"})
    public Map<String, Object> holders(@PathParam("id") long id, JsonNode body, @Context SecurityContext context) {
        Role role = role(id);
        if (role.name().equals("Admin")) {
            throw KaravelException.invalid("id", "Who administers is changed person by person");
        }
        Set<Long> wanted = new HashSet<>(new Fields(body).ids("user_ids").orElse(List.of()));
        for (User user : users.list(ListQuery.everything()).items()) {
            if (user.roles().contains(role.name()) != wanted.contains(user.id())) {
                users.save(held(user, role.name(), wanted.contains(user.id())));
            }
        }
        journal.noteThing(Visitor.principal(context), "role_holders_changed", id);
        return Map.of("result", Map.of("user_ids", wanted));
    }

    @DELETE
    @Path("roles/{id: \\d{1,18}}")
    @Needs(action = "can_write", view = VIEW)
    @Says("Delete a role; who held it loses what it permitted")
    public Map<String, Object> delete(@PathParam("id") long id, @Context SecurityContext context) {
        roles.delete(changeable(id).id());
        journal.noteThing(Visitor.principal(context), "role_deleted", id);
        return Map.of("message", "OK");
    }

    private static User held(User user, String role, boolean holds) {
        Set<String> names = new HashSet<>(user.roles());
        if (holds) {
            names.add(role);
        } else {
            names.remove(role);
        }
        return new User(
                user.id(),
                user.uuid(),
                user.version(),
                user.username(),
                user.firstName(),
                user.lastName(),
                user.email(),
                user.active(),
                names,
                user.stamp());
    }

    private Role role(long id) {
        return roles.find(id).orElseThrow(() -> KaravelException.notFound(VIEW, id));
    }

    private Role changeable(long id) {
        Role role = role(id);
        if (BUILT_IN.contains(role.name())) {
            throw new KaravelException(
                    ErrorCode.CONFLICT, "The role " + role.name() + " is built in: it keeps its name and stays");
        }
        return role;
    }

    private static Map<String, Object> row(Role role, List<User> people) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", role.id());
        row.put("name", role.name());
        row.put("built_in", BUILT_IN.contains(role.name()));
        row.put("permission_count", role.permissions().size());
        List<Long> holders = people.stream()
                .filter(user -> user.roles().contains(role.name()))
                .map(User::id)
                .toList();
        row.put("user_count", holders.size());
        row.put("user_ids", holders);
        return row;
    }
}
