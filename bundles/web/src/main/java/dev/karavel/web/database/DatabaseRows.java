package dev.karavel.web.database;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.security.Secrets;
import dev.karavel.api.sql.SshTunnel;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.spi.data.ServerCertificate;
import dev.karavel.spi.data.Setting;
import dev.karavel.web.list.People;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Databases as the REST interface shows them; a secret is never among it. */
@Component(service = DatabaseRows.class)
public final class DatabaseRows {
    private static final String ENCRYPTED = "{enc}";

    private final Users users;
    private final Warehouses warehouses;
    private final Secrets secrets;

    @Activate
    public DatabaseRows(@Reference Users users, @Reference Warehouses warehouses, @Reference Secrets secrets) {
        this.secrets = secrets;
        this.users = users;
        this.warehouses = warehouses;
    }

    List<Map<String, Object>> list(List<Database> databases) {
        People people =
                new People(users, databases.stream().map(Database::stamp).toList(), List.of(), Instant.now());
        return databases.stream().map(database -> row(database, people)).toList();
    }

    /** With the connection, for those who may change it. */
    Map<String, Object> one(Database database, boolean connection) {
        Map<String, Object> row = new LinkedHashMap<>(list(List.of(database)).get(0));
        row.put("cache_timeout", database.cacheTimeout().orElse(null));
        if (connection) {
            DatabaseExtra extra = DatabaseExtra.of(database);
            Map<String, String> shown = masked(database);
            row.put("extra", extra.supersets());
            extra.putTexts(row);
            row.put(ServerCertificate.NAME, shown.get(ServerCertificate.NAME));
            row.put("parameters", SshTunnel.without(shown));
            row.put("sqlalchemy_uri", address(database.backend(), shown));
            row.put("ssh_tunnel", tunnel(shown));
            row.put("configuration_method", "dynamic_form");
            row.put(
                    "masked_encrypted_extra",
                    SealedExtra.masked(extra.sealed(), secrets).orElse(null));
        }
        return row;
    }

    private static Map<String, Object> tunnel(Map<String, String> settings) {
        Map<String, Object> tunnel = new LinkedHashMap<>();
        for (Setting setting : SshTunnel.FORM) {
            String value = settings.get(SshTunnel.PREFIX + setting.name());
            if (value != null) {
                tunnel.put(setting.name(), setting.kind() == Setting.Kind.NUMBER ? number(value) : value);
            }
        }
        return tunnel.isEmpty() ? null : tunnel;
    }

    private static Object number(String value) {
        return value.matches("\\d{1,9}") ? (Object) Integer.valueOf(value) : value;
    }

    /** As an address of SQLAlchemy looks; good enough to be recognised by, the form is what counts. */
    private static String address(String backend, Map<String, String> settings) {
        String user = settings.getOrDefault("user", "");
        String host = settings.getOrDefault("host", "");
        String port = settings.getOrDefault("port", "");
        String database = settings.getOrDefault("database", settings.getOrDefault("path", ""));
        String person =
                user.isEmpty() ? "" : encoded(user) + (settings.containsKey("password") ? ":" + Secrets.MASK : "");
        return backend + "://" + person + (user.isEmpty() ? "" : "@") + host + (port.isEmpty() ? "" : ":" + port) + "/"
                + database;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Map<String, Object> row(Database database, People people) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", database.id());
        row.put("uuid", database.uuid().toString());
        row.put("database_name", database.name());
        row.put("backend", database.backend());
        row.put("engine", database.backend());
        row.put("expose_in_sqllab", database.exposeInSqlLab());
        row.put("allow_dml", database.allowDml());
        row.put("allow_file_upload", database.allowFileUpload());
        DatabaseExtra.of(database).putFlags(row);
        row.put("is_managed_externally", false);
        people.put(row, database.stamp());
        return row;
    }

    private Map<String, String> masked(Database database) {
        Set<String> secretNames = secrets(database.backend());
        Map<String, String> result = new TreeMap<>();
        database.settings().forEach((name, value) -> {
            boolean secret = secretNames.contains(name) || value.startsWith(ENCRYPTED);
            result.put(name, secret && !value.isEmpty() ? Secrets.MASK : value);
        });
        return result;
    }

    Set<String> secrets(String backend) {
        return warehouses.kinds().stream()
                .filter(kind -> kind.id().equals(backend))
                .flatMap(kind -> kind.settings().stream())
                .filter(setting -> setting.kind() == Setting.Kind.SECRET)
                .map(Setting::name)
                .collect(Collectors.toSet());
    }
}
