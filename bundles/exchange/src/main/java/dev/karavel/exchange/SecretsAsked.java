package dev.karavel.exchange;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.exchange.GivenSecrets;
import dev.karavel.api.security.Secrets;
import dev.karavel.api.sql.SshTunnel;
import dev.karavel.exchange.yaml.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Secrets that exports of databases hide: those that were given are filled in, those that are missing are asked for. */
final class SecretsAsked {
    private static final String TUNNEL = "ssh_tunnel";
    /** In Superset's words, which its pages and clients look for. */
    private static final Map<String, String> TUNNEL_WORDS = Map.of(
            "password", "Must provide a password for the ssh tunnel",
            "private_key", "Must provide a private key for the ssh tunnel",
            "private_key_password", "Must provide a private key password for the ssh tunnel");

    private final Databases databases;
    private final GivenSecrets given;

    SecretsAsked(Databases databases, GivenSecrets given) {
        this.databases = databases;
        this.given = given;
    }

    Fields filled(Fields file) {
        Map<String, Object> values = new LinkedHashMap<>(file.values());
        put(values, "password", given.passwords().get(file.file()));
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

    private static void put(Map<String, Object> values, String name, String secret) {
        if (secret != null && !secret.isEmpty()) {
            values.put(name, secret);
        }
    }

    /** What is still missing in a file that will be stored. */
    List<String> missing(Fields file) {
        Map<String, String> kept =
                databases.find(file.uuid("uuid")).map(Database::settings).orElse(Map.of());
        List<String> missing = new ArrayList<>();
        boolean hidden = file.required("sqlalchemy_uri").contains(Secrets.MASK);
        if (hidden && file.optional("password").isEmpty() && !kept.containsKey("password")) {
            missing.add("Must provide a password for the database");
        }
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
