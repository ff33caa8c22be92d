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
import java.util.Set;
import java.util.stream.Collectors;

/** Brings in a database. */
final class DatabaseImport {
    private static final List<String> FLAGS = List.of("allow_run_async", "allow_ctas", "allow_cvas");

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
        return new Database(
                present.map(Database::id).orElse(0L),
                file.uuid("uuid"),
                present.map(Database::version).orElse(0),
                name,
                address.backend(),
                new TunnelImport(file, secrets).addedTo(settings(file, address, present), present),
                file.number("cache_timeout"),
                file.flag("expose_in_sqllab", true),
                file.flag("allow_dml", false),
                file.flag("allow_file_upload", file.flag("allow_csv_upload", false)),
                extra(file),
                present.map(Database::stamp).orElse(Stamp.none()).by(journal.userId()));
    }

    /** What Superset has columns for goes where the server looks for it. */
    private static String extra(Fields file) {
        Map<String, Object> extra = new LinkedHashMap<>(file.map("extra"));
        Map<String, Object> ours = new LinkedHashMap<>();
        FLAGS.stream().filter(file::has).forEach(name -> ours.put(name, file.flag(name, false)));
        file.optional("force_ctas_schema").ifPresent(schema -> ours.put("force_ctas_schema", schema));
        if (!ours.isEmpty()) {
            extra.put("karavel", ours);
        }
        return JsonText.of(extra);
    }

    private Warehouses.Address address(Fields file) {
        try {
            return warehouses.read(file.required("sqlalchemy_uri"));
        } catch (KaravelException e) {
            throw new KaravelException(e.code(), file.file(), file.file() + ": " + e.getMessage(), e);
        }
    }

    private Map<String, String> settings(Fields file, Warehouses.Address address, Optional<Database> present) {
        Map<String, String> settings = new HashMap<>(address.settings());
        for (String secret : secretSettings(address.backend())) {
            file.optional("password")
                    .filter(password -> secret.equals("password"))
                    .ifPresent(password -> settings.put(secret, password));
            String given = settings.get(secret);
            if (Secrets.MASK.equals(given)) {
                String kept =
                        present.map(database -> database.settings().get(secret)).orElse(null);
                if (kept == null) {
                    throw file.wrong("a password for the database is needed: field password");
                }
                settings.put(secret, kept);
            } else if (given != null) {
                settings.put(secret, secrets.encrypt(given));
            }
        }
        return settings;
    }

    private Set<String> secretSettings(String backend) {
        return warehouses.kinds().stream()
                .filter(kind -> kind.id().equals(backend))
                .flatMap(kind -> kind.settings().stream())
                .filter(setting -> setting.kind() == Setting.Kind.SECRET)
                .map(Setting::name)
                .collect(Collectors.toSet());
    }
}
