package dev.karavel.query.template;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.spi.data.TableName;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Who may read a table by typed SQL: who may query a dataset that stands for it, or the whole database. */
final class TableRights {
    private final PhysicalTables physical;
    private final AccessControl access;
    private final Warehouses warehouses;
    private final TableHomes homes;

    TableRights(PhysicalTables physical, AccessControl access, Warehouses warehouses) {
        this.physical = physical;
        this.access = access;
        this.warehouses = warehouses;
        homes = new TableHomes(warehouses, Clock.systemUTC());
    }

    List<Dataset> of(long database, TableName table) {
        return physical.of(database, table);
    }

    /** @throws KaravelException FORBIDDEN, which names the table where the asker named it */
    void require(TableName table, Occasion occasion) {
        require(table, occasion.database(), occasion.principal());
    }

    void require(TableName table, Database database, Principal principal) {
        if (!mayRead(table, database, principal)) {
            throw new KaravelException(
                    ErrorCode.FORBIDDEN,
                    "sql",
                    "You may not read the table " + table.name() + ", or it does not exist",
                    null);
        }
    }

    /** A dataset gives no right to change its table. */
    void requireChange(TableName table, Database database, Principal principal) {
        if (!mayUse(table, database, principal)) {
            throw new KaravelException(
                    ErrorCode.FORBIDDEN, "sql", "You may not change the table " + table.name(), null);
        }
    }

    private boolean mayRead(TableName table, Database database, Principal principal) {
        return mayUse(table, database, principal)
                || physical.of(database.id(), table).stream()
                        .filter(dataset -> access.mayQuery(principal, dataset))
                        .anyMatch(dataset -> isTable(dataset, table, database));
    }

    private boolean mayUse(TableName table, Database database, Principal principal) {
        return access.may(principal, "all_database_access", "all_database_access")
                || access.may(principal, "database_access", "[" + database.name() + "].(id:" + database.id() + ")")
                || table.schema().isPresent()
                        && access.may(
                                principal,
                                "schema_access",
                                "[" + database.name() + "].[" + table.schema().get() + "]");
    }

    /** A rule too many does no harm, a right too many does: here the dataset has to stand for this very table. */
    private boolean isTable(Dataset dataset, TableName table, Database database) {
        boolean anyCase = warehouses.open(database).dialect().syntax().quotedNamesIgnoreCase();
        if (!same(dataset.tableName(), table.name(), anyCase)) {
            return false;
        }
        Optional<String> schema = dataset.schema().filter(name -> !name.isBlank());
        if (schema.isPresent() == table.schema().isPresent()) {
            return schema.isEmpty() || same(schema.get(), table.schema().get(), anyCase);
        }
        return homes.only(database, table.name())
                .filter(schema.or(table::schema).get()::equalsIgnoreCase)
                .isPresent();
    }

    private static boolean same(String one, String other, boolean anyCase) {
        return anyCase ? one.equalsIgnoreCase(other) : one.equals(other);
    }

    /** Who writes a statement needs the right to all its tables. */
    void requireAll(Set<TableName> tables, Occasion occasion) {
        tables.forEach(table -> require(table, occasion));
    }

    /**
     * A dataset gives the right to read the tables its author wrote into it. A table whose name a template put together from what
     * somebody sent is read with that person's rights alone.
     */
    void requireNamed(Set<TableName> tables, Occasion occasion) {
        String written = (occasion.dataset().sql().orElse("") + " "
                        + occasion.dataset().settings().templateParams())
                .toLowerCase(Locale.ROOT);
        tables.stream()
                .filter(table -> !names(written, table.name())
                        || table.schema()
                                .filter(schema -> !names(written, schema))
                                .isPresent())
                .forEach(table -> require(table, occasion));
    }

    /** As a whole word. */
    private static boolean names(String sql, String name) {
        String table = name.toLowerCase(Locale.ROOT);
        for (int at = sql.indexOf(table); at >= 0; at = sql.indexOf(table, at + 1)) {
            boolean begins = at == 0 || !Character.isJavaIdentifierPart(sql.charAt(at - 1));
            int end = at + table.length();
            if (begins && (end == sql.length() || !Character.isJavaIdentifierPart(sql.charAt(end)))) {
                return true;
            }
        }
        return false;
    }
}
