package dev.karavel.exchange;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.security.Secrets;
import dev.karavel.api.sql.SshTunnel;
import dev.karavel.exchange.yaml.Fields;
import dev.karavel.spi.data.Setting;
import dev.karavel.spi.data.Setting.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The SSH tunnel of a database's file. Exports hide its secrets: then they have to be there already, or to be filled in. */
final class TunnelImport {
    private static final String FIELD = "ssh_tunnel";

    private final Fields file;
    private final Secrets secrets;

    TunnelImport(Fields file, Secrets secrets) {
        this.file = file;
        this.secrets = secrets;
    }

    Map<String, String> addedTo(Map<String, String> settings, Optional<Database> present) {
        if (!(file.values().get(FIELD) instanceof Map)) {
            return settings;
        }
        Map<String, Object> given = file.map(FIELD);
        Map<String, String> all = new HashMap<>(settings);
        for (Setting setting : SshTunnel.FORM) {
            String name = SshTunnel.PREFIX + setting.name();
            Optional<String> before = present.map(Database::settings).map(stored -> stored.get(name));
            Object value = given.get(setting.name());
            if (value != null && !String.valueOf(value).isEmpty()) {
                all.put(name, stored(setting, String.valueOf(value), before));
            } else if (setting.name().equals("host_key_fingerprint")) {
                before.ifPresent(met -> all.put(name, met));
            } else if (setting.required() && setting.fallback().isEmpty()) {
                throw file.wrong("the SSH tunnel needs a field " + setting.name());
            }
        }
        return all;
    }

    private String stored(Setting setting, String value, Optional<String> before) {
        if (setting.kind() != Kind.SECRET) {
            return value;
        }
        if (value.equals(Secrets.MASK)) {
            return before.orElseThrow(() -> file.wrong(
                    "the export hides a secret of the SSH tunnel: fill in the field " + FIELD + "." + setting.name()));
        }
        return secrets.encrypt(value);
    }
}
