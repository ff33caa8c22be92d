package dev.karavel.exchange;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.exchange.GivenSecrets;
import dev.karavel.api.security.Secrets;
import dev.karavel.api.sql.SshTunnel;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.exchange.yaml.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Secrets that exports of databases hide: those that were given are filled in, those that are missing are asked for. */
final class SecretsAsked {
    private static final String TUNNEL = "ssh_tunnel";
    private static final String OPTIONS = "masked_encrypted_extra";
    private static final String OPTION_WORDS = "Must provide value for masked_encrypted_extra field: ";
    /** In Superset's words, which its pages and clients look for. */
    private static final Map<String, String> TUNNEL_WORDS = Map.of(
            "password", "Must provide a password for the ssh tunnel",
            "private_key", "Must provide a private key for the ssh tunnel",
            "private_key_password", "Must provide a private key password for the ssh tunnel");

    private final Databases databases;
    private final DatabaseImport reading;
    private final GivenSecrets given;

    SecretsAsked(Databases databases, DatabaseImport reading, GivenSecrets given) {
        this.databases = databases;
        this.reading = reading;
        this.given = given;
    }

    Fields filled(Fields file) {
        Map<String, Object> values = new LinkedHashMap<>(file.values());
        put(values, "password", given.passwords().get(file.file()));
        Map<String, String> options = given.options().getOrDefault(file.file(), Map.of());
        if (!options.isEmpty()) {
            values.put(OPTIONS, withOptions(DatabaseImport.sent(file), options));
        }
        if (values.get(TUNNEL) instanceof Map) {
            Map<String, Object> tunnel = file.map(TUNNEL);
            put(tunnel, "password", given.tunnelPasswords().get(file.file()));
            put(tunnel, "private_key", given.tunnelPrivateKeys().get(file.file()));
            put(
                    tunnel,
                    "private_key_password",
                    given.tunnelPrivateKeyPasswords().get(file.file()));
            values.put(TUNNEL, tunnel);
        }
        return new Fields(file.file(), values);
    }

    /** A setting that the file hides in its address has no place there: it gets one. */
    private static Map<String, Object> withOptions(Map<String, Object> sent, Map<String, String> options) {
        Map<String, Object> filled = Hidden.filled(sent, options);
        Map<String, Object> values = Hidden.values(filled);
        options.forEach((path, value) -> {
            if (!values.containsKey(path) && path.matches("[$][.][A-Za-z0-9_]+") && !value.isEmpty()) {
                filled.put(path.substring(2), value);
            }
        });
        return filled;
    }

    private static void put(Map<String, Object> values, String name, String secret) {
        if (secret != null && !secret.isEmpty()) {
            values.put(name, secret);
        }
    }

    /** What is still missing in a file that will be stored. */
    List<String> missing(Fields file) {
        Optional<Database> present = databases.find(file.uuid("uuid"));
        Map<String, String> kept = present.map(Database::settings).orElse(Map.of());
        List<String> missing = new ArrayList<>();
        Warehouses.Address address = reading.address(file);
        Map<String, Object> options = new LinkedHashMap<>(Hidden.values(DatabaseImport.sent(file)));
        options.values().removeIf(value -> !Secrets.MASK.equals(value));
        options.keySet().removeAll(present.map(reading::kept).orElse(Map.of()).keySet());
        options.keySet().forEach(path -> missing.add(OPTION_WORDS + path));
        Map<String, String> titles = reading.secretSettings(address.backend());
        Set<String> filled = Hidden.values(DatabaseImport.sent(file)).keySet().stream()
                .map(Hidden::setting)
                .collect(Collectors.toSet());
        address.settings().forEach((name, value) -> {
            if (!value.contains(Secrets.MASK) || kept.containsKey(name) || filled.contains(name)) {
                return;
            }
            if (name.equals("password")) {
                if (file.optional("password").isEmpty()) {
                    missing.add("Must provide a password for the database");
                }
            } else if (titles.containsKey(name)) {
                missing.add(OPTION_WORDS + "$." + name + " (" + titles.get(name) + ")");
            }
        });
        if (file.values().get(TUNNEL) instanceof Map) {
            Map<String, Object> tunnel = file.map(TUNNEL);
            SshTunnel.FORM.forEach(setting -> Optional.ofNullable(TUNNEL_WORDS.get(setting.name()))
                    .filter(words -> Secrets.MASK.equals(tunnel.get(setting.name()))
                            && !kept.containsKey(SshTunnel.PREFIX + setting.name()))
                    .ifPresent(missing::add));
        }
        return missing;
    }
}
