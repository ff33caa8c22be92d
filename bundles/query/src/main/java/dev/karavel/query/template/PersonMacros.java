package dev.karavel.query.template;

import dev.karavel.api.catalog.User;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.api.template.Arguments;
import dev.karavel.api.template.Outside;
import dev.karavel.api.template.TemplateFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What templates ask about who asks and from where. What they are told is part of the cache key. */
final class PersonMacros {
    private final Occasion occasion;
    private final Usage usage;
    private final Users users;
    private final AccessControl access;

    PersonMacros(Occasion occasion, Usage usage, Users users, AccessControl access) {
        this.occasion = occasion;
        this.usage = usage;
        this.users = users;
        this.access = access;
    }

    Map<String, TemplateFunction> functions() {
        Map<String, TemplateFunction> functions = new LinkedHashMap<>();
        Principal person = occasion.principal();
        Optional<Principal> known = Optional.of(person).filter(asker -> !asker.anonymous());
        functions.put("current_user_id", arguments -> told(arguments, known.map(Principal::userId)));
        functions.put(
                "current_username",
                arguments -> told(arguments, known.map(Principal::username).map(Outside::new)));
        functions.put(
                "current_user_email",
                arguments -> told(
                        arguments,
                        known.flatMap(asker -> users.find(asker.userId()))
                                .map(User::email)
                                .filter(email -> !email.isEmpty())
                                .map(Outside::new)));
        functions.put("current_user_roles", arguments -> told(arguments, roles(person)));
        functions.put("url_param", this::urlParameter);
        functions.put("cache_key_wrapper", arguments -> {
            Object key = arguments.of("key").value("key");
            usage.key("cache_key_wrapper", key);
            return key;
        });
        return functions;
    }

    /** Not for the rules themselves. */
    Object rules(Arguments arguments) {
        arguments.of();
        List<String> rules = access.rowRules(occasion.principal(), occasion.dataset());
        usage.key("current_user_rls_rules", rules);
        return rules.isEmpty() ? null : rules;
    }

    private static Optional<List<Outside>> roles(Principal person) {
        List<Outside> roles = person.roles().stream().sorted().map(Outside::new).toList();
        return Optional.of(roles).filter(all -> !all.isEmpty());
    }

    private Object told(Arguments given, Optional<?> value) {
        Arguments arguments = given.of("add_to_cache_keys");
        if (arguments.flag("add_to_cache_keys", true)) {
            usage.key(arguments.function(), value.orElse(null));
        }
        return value.orElse(null);
    }

    /** Always escaped where it is put into SQL: {@code escape_result=False} is understood and changes nothing. */
    private Object urlParameter(Arguments given) {
        Arguments arguments = given.of("param", "default", "add_to_cache_keys", "escape_result");
        String name = arguments.requiredText("param");
        Object sent = occasion.parameters().get(name);
        Object value = sent == null || sent.toString().isEmpty() || sent instanceof Map || sent instanceof List
                ? arguments.value("default")
                : new Outside(sent.toString());
        if (arguments.flag("add_to_cache_keys", true)) {
            usage.key("url_param " + name, value);
        }
        return value;
    }
}
