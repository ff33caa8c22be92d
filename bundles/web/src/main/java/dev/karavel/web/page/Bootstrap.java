package dev.karavel.web.page;

import dev.karavel.api.catalog.User;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.security.Tokens;
import dev.karavel.web.account.OwnSettings;
import dev.karavel.web.brand.Brand;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.gate.WebSettings;
import dev.karavel.web.json.Json;
import dev.karavel.web.karavel.Version;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the browser application is told in its page. */
@Component(service = Bootstrap.class)
public final class Bootstrap {
    private final Users users;
    private final Tokens tokens;
    private final WebSettings settings;
    private final OwnSettings own;
    private final Brand brand;

    @Activate
    public Bootstrap(
            @Reference Users users,
            @Reference Tokens tokens,
            @Reference WebSettings settings,
            @Reference OwnSettings own,
            @Reference Brand brand) {
        this.users = users;
        this.tokens = tokens;
        this.settings = settings;
        this.own = own;
        this.brand = brand;
    }

    /** How somebody wants the pages; nothing for who did not sign in. */
    Map<String, String> preferences(Visitor visitor) {
        return visitor.principal().anonymous()
                ? Map.of()
                : own.of(visitor.principal().userId());
    }

    String of(Visitor visitor, String locale) {
        boolean signedIn = !visitor.principal().anonymous();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(
                "user",
                signedIn
                        ? users.find(visitor.principal().userId())
                                .map(Bootstrap::person)
                                .orElse(null)
                        : null);
        result.put("csrfToken", visitor.proof() == Visitor.Proof.COOKIE ? tokens.csrf(visitor.token()) : null);
        result.put("locale", locale);
        result.put("preferences", preferences(visitor));
        result.put("brand", brand.told(settings.brand()));
        result.put("version", Version.current());
        result.put("maps", signedIn ? settings.maps().told() : null);
        return Json.text(result);
    }

    private static Map<String, Object> person(User user) {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("id", user.id());
        person.put("username", user.username());
        person.put("firstName", user.firstName());
        person.put("lastName", user.lastName());
        person.put("email", user.email());
        person.put("roles", List.copyOf(user.roles()));
        return person;
    }
}
