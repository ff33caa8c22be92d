package dev.karavel.web.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Secrets;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.spi.data.ServerCertificate;
import dev.karavel.spi.data.Setting;
import dev.karavel.web.json.Fields;
import dev.karavel.web.json.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What Superset asks for beside the connection form, where a kind of datasource has a setting that it fills. Where it has none,
 * what would do nothing is refused at its field.
 */
final class BesideForm {
    private static final String IMPERSONATE = "impersonate_user";

    /** Of {@code encrypted_extra}, where a setting of ours has another name. */
    private static final Map<String, String> NAMES = Map.of("privatekey_body", "private_key");

    private final Fields fields;
    private final Warehouses.Kind kind;

    BesideForm(Fields fields, Warehouses.Kind kind) {
        this.fields = fields;
        this.kind = kind;
    }

    /** @param sealed what {@code encrypted_extra} holds now, encrypted */
    Map<String, String> addedTo(Map<String, String> settings, Database old, Optional<String> sealed, Secrets secrets) {
        Map<String, String> all = new HashMap<>(settings);
        certificate(all, old);
        if (fields.flag(IMPERSONATE, false) && setting(IMPERSONATE).isEmpty()) {
            throw KaravelException.invalid(
                    IMPERSONATE,
                    kind.title() + " is always asked as the user of its connection, not as the person who asks");
        }
        if (fields.has("masked_encrypted_extra") || fields.has("encrypted_extra")) {
            sealed.map(secrets::decrypt).map(BesideForm::read).ifPresent(extra -> fill(all, extra));
        }
        return all;
    }

    private void certificate(Map<String, String> all, Database old) {
        String name = ServerCertificate.NAME;
        boolean known = setting(name).isPresent();
        if (fields.has(name)) {
            Optional<String> given = fields.filledText(name, Optional.empty());
            if (given.isPresent() && !known) {
                throw KaravelException.invalid(
                        name, "Connections to " + kind.title() + " cannot be tied to a certificate here");
            }
            given.ifPresentOrElse(pem -> all.put(name, pem), () -> all.remove(name));
        } else if (known && !all.containsKey(name) && kind.id().equals(old.backend())) {
            Optional.ofNullable(old.settings().get(name)).ifPresent(pem -> all.put(name, pem));
        }
    }

    /** Secrets by the names of the form, at whatever depth: {@code auth_params.privatekey_body}. */
    private void fill(Map<String, String> all, JsonNode extra) {
        extra.properties().forEach(field -> {
            String name = NAMES.getOrDefault(field.getKey(), field.getKey());
            JsonNode value = field.getValue();
            boolean secret = setting(name)
                    .filter(setting -> setting.kind() == Setting.Kind.SECRET)
                    .isPresent();
            if (secret && !value.isNull()) {
                all.put(name, value.isValueNode() ? value.asText() : Json.text(value));
            } else if (value.isObject()) {
                fill(all, value);
            }
        });
    }

    private Optional<Setting> setting(String name) {
        return kind.settings().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst();
    }

    private static JsonNode read(String json) {
        try {
            return Json.read(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Written by the same mapper", e);
        }
    }
}
