package dev.karavel.web.database;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.security.Secrets;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.spi.data.Setting;
import dev.karavel.web.list.People;
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

    @Activate
    public DatabaseRows(@Reference Users users, @Reference Warehouses warehouses) {
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
            row.put("extra", database.extra());
            row.put("parameters", masked(database));
            row.put("configuration_method", "dynamic_form");
        }
        return row;
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
        row.put("allow_run_async", false);
        row.put("allow_ctas", false);
        row.put("allow_cvas", false);
        row.put("is_managed_externally", false);
        people.put(row, database.stamp());
        return row;
    }

    private Map<String, String> masked(Database database) {
        Set<String> secrets = secrets(database.backend());
        Map<String, String> result = new TreeMap<>();
        database.settings().forEach((name, value) -> {
            boolean secret = secrets.contains(name) || value.startsWith(ENCRYPTED);
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
