package dev.karavel.security.role;

import dev.karavel.api.catalog.Permission;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a role may query. Superset names the views "[database].[table](id:3)", "[database].(id:1)" and "[database].[schema]" (since
 * version 4 "[database].[catalog].[schema]"); datasets and databases are told by id, so that renaming one takes nobody's access.
 *
 * @param everything all datasets of all databases
 */
public record DataGrants(boolean everything, Set<Long> datasets, Set<Long> databases, Set<String> schemas) {
    private static final Pattern ID = Pattern.compile("\\(id:(\\d{1,18})\\)$");
    private static final Set<String> EVERYTHING = Set.of("all_datasource_access", "all_database_access");

    public static final DataGrants NONE = new DataGrants(false, Set.of(), Set.of(), Set.of());

    static boolean isDataGrant(Permission permission) {
        return switch (permission.action()) {
            case "datasource_access", "database_access", "schema_access", "catalog_access" -> true;
            default -> false;
        };
    }

    static DataGrants of(Iterable<Permission> permissions) {
        boolean everything = false;
        Set<Long> datasets = new HashSet<>();
        Set<Long> databases = new HashSet<>();
        Set<String> schemas = new HashSet<>();
        for (Permission permission : permissions) {
            switch (permission.action()) {
                case "datasource_access" -> id(permission.view()).ifPresent(datasets::add);
                case "database_access" -> id(permission.view()).ifPresent(databases::add);
                case "schema_access" -> schemas.add(permission.view());
                default -> everything |= EVERYTHING.contains(permission.action());
            }
        }
        return new DataGrants(everything, datasets, databases, schemas);
    }

    public static String schemaView(String database, String schema) {
        return "[" + database + "].[" + schema + "]";
    }

    private static Optional<Long> id(String view) {
        Matcher matcher = ID.matcher(view);
        return matcher.find() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
    }
}
