package dev.karavel.exchange;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Secrets;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.exchange.yaml.Fields;
import dev.karavel.exchange.yaml.JsonText;
import dev.karavel.spi.data.Setting;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Brings in a database. */
final class DatabaseImport {
    private static final List<String> FLAGS =
            List.of("allow_run_async", "allow_ctas", "allow_cvas", "impersonate_user");

    private static final String SEALED = "encrypted_extra";

    private final Databases databases;
    private final Warehouses warehouses;
    private final Secrets secrets;

    DatabaseImport(Databases databases, Warehouses warehouses, Secrets secrets) {
        this.databases = databases;
        this.warehouses = warehouses;
        this.secrets = secrets;
    }

    Database run(Fields file, Journal journal) {
        String name = file.required("database_name");
        return journal.store("database", name, file, databases, present -> make(file, name, present, journal));
    }

    private Database make(Fields file, String name, Optional<Database> present, Journal journal) {
        Warehouses.Address address = address(file);
        Map<String, Object> options = options(file, present);
        return new Database(
                present.map(Database::id).orElse(0L),
                file.uuid("uuid"),
                present.map(Database::version).orElse(0),
                name,
                address.backend(),
                new TunnelImport(file, secrets).addedTo(settings(file, address, options, present), present),
                file.number("cache_timeout"),
                file.flag("expose_in_sqllab", true),
                file.flag("allow_dml", false),
                file.flag("allow_file_upload", file.flag("allow_csv_upload", false)),
                extra(file, present, options),
                present.map(Database::stamp).orElse(Stamp.none()).by(journal.userId()));
    }

    /** What Superset has columns for goes where the server looks for it. */
    private String extra(Fields file, Optional<Database> present, Map<String, Object> options) {
        Map<String, Object> extra = new LinkedHashMap<>(file.map("extra"));
        Map<String, Object> ours = present.map(DatabaseImport::ours).orElseGet(LinkedHashMap::new);
        if (!options.isEmpty()) {
            ours.put(SEALED, secrets.encrypt(JsonText.of(options)));
        }
        FLAGS.stream().filter(file::has).forEach(name -> ours.put(name, file.flag(name, false)));
        file.optional("force_ctas_schema").ifPresent(schema -> ours.put("force_ctas_schema", schema));
        if (!ours.isEmpty()) {
            extra.put("karavel", ours);
        }
        return JsonText.of(extra);
    }

    private static Map<String, Object> ours(Database database) {
        return new Fields(database.name(), JsonText.object(database.extra())).map("karavel");
    }

    /** In the clear; what the file hides is as it was. */
    private Map<String, Object> options(Fields file, Optional<Database> present) {
        Map<String, Object> options =
                Hidden.filled(sent(file), present.map(this::kept).orElse(Map.of()));
        Hidden.values(options).forEach((path, value) -> {
            if (Secrets.MASK.equals(value)) {
                throw file.wrong("the export hides an option: fill in " + path + " of masked_encrypted_extra");
            }
        });
        return options;
    }

    /** As the file has them: an object, or a text that holds one. */
    static Map<String, Object> sent(Fields file) {
        String name = file.has("masked_encrypted_extra") ? "masked_encrypted_extra" : SEALED;
        return file.values().get(name) instanceof Map ? file.map(name) : JsonText.object(file.text(name));
    }

    /** By path. */
    Map<String, Object> kept(Database database) {
        return ours(database).get(SEALED) instanceof String sealed && !sealed.isEmpty()
                ? Hidden.values(JsonText.object(secrets.decrypt(sealed)))
                : Map.of();
    }

    Warehouses.Address address(Fields file) {
        try {
            return warehouses.read(file.required("sqlalchemy_uri"));
        } catch (KaravelException e) {
            throw new KaravelException(e.code(), file.file(), file.file() + ": " + e.getMessage(), e);
        }
    }

    private Map<String, String> settings(
            Fields file, Warehouses.Address address, Map<String, Object> options, Optional<Database> present) {
        Map<String, String> settings = new HashMap<>(address.settings());
        Map<String, Object> filling = new HashMap<>();
        Hidden.values(options).forEach((path, value) -> filling.put(Hidden.setting(path), value));
        for (String secret : secretSettings(address.backend()).keySet()) {
            if (filling.get(secret) != null) {
                settings.put(secret, String.valueOf(filling.get(secret)));
            }
            file.optional("password")
                    .filter(password -> secret.equals("password"))
                    .ifPresent(password -> settings.put(secret, password));
            String given = settings.get(secret);
            if (Secrets.MASK.equals(given)) {
                String kept =
                        present.map(database -> database.settings().get(secret)).orElse(null);
                if (kept == null) {
                    throw file.wrong("the export hides a secret: fill in the field " + secret);
                }
                settings.put(secret, kept);
            } else if (given != null) {
                settings.put(secret, secrets.encrypt(given));
            }
        }
        return settings;
    }

    /** What people call them, by name. */
    Map<String, String> secretSettings(String backend) {
        return warehouses.kinds().stream()
                .filter(kind -> kind.id().equals(backend))
                .flatMap(kind -> kind.settings().stream())
                .filter(setting -> setting.kind() == Setting.Kind.SECRET)
                .collect(Collectors.toMap(Setting::name, Setting::title));
    }
}
