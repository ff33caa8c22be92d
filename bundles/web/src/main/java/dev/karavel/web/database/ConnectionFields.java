package dev.karavel.web.database;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.SshTunnel;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.spi.data.JdbcDataSourceType;
import dev.karavel.spi.data.Setting;
import dev.karavel.web.json.Fields;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The connection among the fields somebody sent: our form, Superset's form, or an address; and the tunnel to it. */
final class ConnectionFields {
    private static final Set<String> FOREIGN = Set.of("query", "encryption", "ssh");

    private final Warehouses warehouses;
    private final Fields fields;

    ConnectionFields(Warehouses warehouses, Fields fields) {
        this.warehouses = warehouses;
        this.fields = fields;
    }

    /** Secrets as they were sent; those that were not mentioned as they are. */
    Warehouses.Address read(Database old) {
        Warehouses.Address address = address(old);
        Map<String, String> settings = new HashMap<>(address.settings());
        settings.putAll(tunnel(old));
        return new Warehouses.Address(address.backend(), settings);
    }

    private Warehouses.Address address(Database old) {
        boolean form = fields.has("parameters") && !fields.map("parameters").isEmpty();
        boolean formFirst = fields.text("configuration_method", "").equals("dynamic_form");
        Optional<String> uri = fields.filledText("sqlalchemy_uri", Optional.empty());
        if (uri.isPresent() && !(form && formFirst)) {
            return warehouses.read(uri.get());
        }
        if (!form && old.id() != 0) {
            return new Warehouses.Address(old.backend(), SshTunnel.without(old.settings()));
        }
        String backend = old.id() == 0 || fields.has("engine") ? fields.requiredText("engine") : old.backend();
        Warehouses.Kind kind = warehouses.kinds().stream()
                .filter(each -> each.id().equals(backend))
                .findFirst()
                .orElseThrow(
                        () -> KaravelException.invalid("engine", "No datasource plugin is installed for " + backend));
        return new Warehouses.Address(backend, form(kind));
    }

    private Map<String, String> form(Warehouses.Kind kind) {
        List<String> names = kind.settings().stream().map(Setting::name).toList();
        Map<String, String> settings = new HashMap<>();
        fields.map("parameters").forEach((name, value) -> {
            boolean theirs = name.equals("username") && !names.contains(name) && names.contains("user");
            if (FOREIGN.contains(name) && !names.contains(name)) {
                foreign(name, value)
                        .ifPresent(text ->
                                settings.merge(JdbcDataSourceType.PARAMETERS, text, (one, other) -> one + "&" + other));
            } else if (value != null) {
                settings.put(theirs ? "user" : name, String.valueOf(value));
            }
        });
        return settings;
    }

    /** What Superset's form has beside the settings: an object of connection properties, and two switches. */
    private static Optional<String> foreign(String name, Object value) {
        if (name.equals("query") && value instanceof Map<?, ?> pairs && !pairs.isEmpty()) {
            return Optional.of(pairs.entrySet().stream()
                    .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                    .sorted()
                    .collect(Collectors.joining("&")));
        }
        return name.equals("encryption") && Boolean.TRUE.equals(value)
                ? Optional.of("sslmode=require")
                : Optional.empty();
    }

    private static String encoded(Object value) {
        return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
    }

    /** Null takes the tunnel away; what an object leaves out stays, as Superset has it. */
    private Map<String, String> tunnel(Database old) {
        Map<String, String> settings = new HashMap<>(old.settings());
        settings.keySet().removeIf(name -> !name.startsWith(SshTunnel.PREFIX));
        JsonNode given = fields.node("ssh_tunnel");
        if (given.isMissingNode()) {
            return settings;
        }
        if (given.isNull()) {
            return Map.of();
        }
        if (!given.isObject()) {
            throw KaravelException.invalid("ssh_tunnel", "The field ssh_tunnel has to be a JSON object");
        }
        for (Setting setting : SshTunnel.FORM) {
            JsonNode value = given.path(setting.name());
            if (value.isNull() || value.isValueNode() && value.asText().isEmpty()) {
                settings.remove(SshTunnel.PREFIX + setting.name());
            } else if (value.isValueNode()) {
                settings.put(SshTunnel.PREFIX + setting.name(), value.asText());
            }
        }
        return settings;
    }
}
