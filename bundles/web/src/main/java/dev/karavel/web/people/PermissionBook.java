package dev.karavel.web.people;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Permission;
import dev.karavel.api.catalog.Roles;
import dev.karavel.api.error.KaravelException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Every permission a role can hold: what the roles hold by now, and access to each database and dataset. */
@Component(service = PermissionBook.class)
public final class PermissionBook {
    private static final Comparator<Permission> BY_NAME =
            Comparator.comparing(Permission::view).thenComparing(Permission::action);

    private final Roles roles;
    private final Databases databases;
    private final Datasets datasets;

    @Activate
    public PermissionBook(@Reference Roles roles, @Reference Databases databases, @Reference Datasets datasets) {
        this.roles = roles;
        this.databases = databases;
        this.datasets = datasets;
    }

    Set<Permission> all() {
        Set<Permission> found = new TreeSet<>(BY_NAME);
        roles.list(ListQuery.everything()).items().forEach(role -> found.addAll(role.permissions()));
        Map<Long, String> names = databases.list(ListQuery.everything()).items().stream()
                .collect(Collectors.toMap(Database::id, Database::name));
        names.forEach((id, name) -> found.add(new Permission("database_access", "[" + name + "].(id:" + id + ")")));
        for (Dataset dataset : datasets.list(ListQuery.everything()).items()) {
            String database = names.getOrDefault(dataset.databaseId(), "");
            found.add(new Permission(
                    "datasource_access", "[" + database + "].[" + dataset.tableName() + "](id:" + dataset.id() + ")"));
        }
        return found;
    }

    /** The same on every server and for ever, as Superset's clients name permissions by numbers. */
    static long id(Permission permission) {
        CRC32 sum = new CRC32();
        sum.update((permission.action() + ' ' + permission.view()).getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }

    Set<Permission> named(List<Long> ids) {
        Map<Long, Permission> known =
                all().stream().collect(Collectors.toMap(PermissionBook::id, Function.identity(), (a, b) -> a));
        return ids.stream()
                .map(id -> {
                    Permission permission = known.get(id);
                    if (permission == null) {
                        throw KaravelException.invalid("permission_view_menu_ids", "There is no permission " + id);
                    }
                    return permission;
                })
                .collect(Collectors.toSet());
    }

    static List<Map<String, Object>> rows(Set<Permission> permissions) {
        return permissions.stream()
                .sorted(BY_NAME)
                .map(permission -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("id", id(permission));
                    row.put("permission", Map.of("name", permission.action()));
                    row.put("view_menu", Map.of("name", permission.view()));
                    row.put("permission_name", permission.action());
                    row.put("view_menu_name", permission.view());
                    return row;
                })
                .toList();
    }
}
