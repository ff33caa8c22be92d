package dev.karavel.web.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Permission;
import dev.karavel.api.catalog.Role;
import dev.karavel.api.catalog.Roles;
import dev.karavel.api.catalog.User;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.error.KaravelException;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Fields;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import dev.karavel.web.rest.SignedIn;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who is signed in. */
@Component(service = MeResource.class)
@RestResource
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
public final class MeResource {
    private final Users users;
    private final Roles roles;
    private final OwnSettings settings;

    @Activate
    public MeResource(@Reference Users users, @Reference Roles roles, @Reference OwnSettings settings) {
        this.users = users;
        this.roles = roles;
        this.settings = settings;
    }

    @GET
    @SignedIn
    @Says("Who is signed in")
    public Map<String, Object> me(@Context SecurityContext context) {
        User user = user(context);
        Map<String, Object> result = describe(user);
        result.put("preferences", settings.of(user.id()));
        return Map.of("result", result);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(action = "can_write", view = "UserInfo")
    @Says(
            value =
                    "Change one's own name, mail address, password and preferences {language, time_zone, theme, landing}",
            body = {"first_name", "last_name", "email", "current_password", "password", "preferences"})
    public Map<String, Object> change(JsonNode body, @Context SecurityContext context) {
        User saved = settings.change(user(context), new Fields(body));
        Map<String, Object> result = describe(saved);
        result.put("preferences", settings.of(saved.id()));
        return Map.of("result", result);
    }

    @GET
    @Path("roles/")
    @SignedIn
    @Says("Who is signed in, with roles and what they permit")
    public Map<String, Object> withRoles(@Context SecurityContext context) {
        User user = user(context);
        Map<String, Object> result = describe(user);
        Map<String, List<List<String>>> permissions = new TreeMap<>();
        for (String name : user.roles()) {
            permissions.put(
                    name, roles.findByName(name).map(MeResource::permissions).orElse(List.of()));
        }
        result.put("roles", permissions);
        return Map.of("result", result);
    }

    private User user(SecurityContext context) {
        long id = Visitor.principal(context).userId();
        return users.find(id).orElseThrow(() -> KaravelException.notFound("User", id));
    }

    private static Map<String, Object> describe(User user) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", user.id());
        result.put("username", user.username());
        result.put("first_name", user.firstName());
        result.put("last_name", user.lastName());
        result.put("email", user.email());
        result.put("is_active", user.active());
        result.put("is_anonymous", false);
        return result;
    }

    private static List<List<String>> permissions(Role role) {
        return role.permissions().stream()
                .sorted(Comparator.comparing(Permission::view).thenComparing(Permission::action))
                .map(permission -> List.of(permission.action(), permission.view()))
                .toList();
    }
}
