package dev.karavel.web.database;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What somebody may see of a database: all of it, the schemas they have the right to, and the tables of datasets they may query.
 */
@Component(service = BrowseRights.class)
public final class BrowseRights {
    private final Databases databases;
    private final Datasets datasets;
    private final DatabaseAccess whole;
    private final AccessControl access;
    private final Warehouses warehouses;

    @Activate
    public BrowseRights(
            @Reference Databases databases,
            @Reference Datasets datasets,
            @Reference DatabaseAccess whole,
            @Reference AccessControl access,
            @Reference Warehouses warehouses) {
        this.databases = databases;
        this.datasets = datasets;
        this.whole = whole;
        this.access = access;
        this.warehouses = warehouses;
    }

    /** @throws KaravelException NOT_FOUND if they may see nothing of it */
    Seen of(long id, Principal principal) {
        Database database = databases.find(id).orElseThrow(() -> KaravelException.notFound("Database", id));
        if (whole.mayUse(principal, database)) {
            return new Seen(database, principal, List.of(), true);
        }
        List<Dataset> own = datasets.ofDatabase(id).stream()
                .filter(dataset -> dataset.sql().isEmpty() && access.mayQuery(principal, dataset))
                .toList();
        Seen seen = new Seen(database, principal, own, false);
        if (own.isEmpty() && !seen.anySchema()) {
            throw KaravelException.notFound("Database", id);
        }
        return seen;
    }

    /** A database through somebody's eyes. */
    final class Seen {
        private final Database database;
        private final Principal principal;
        private final List<Dataset> own;
        private final boolean everything;

        private Seen(Database database, Principal principal, List<Dataset> own, boolean everything) {
            this.database = database;
            this.principal = principal;
            this.own = own;
            this.everything = everything;
        }

        Warehouse warehouse() {
            return warehouses.open(database);
        }

        List<String> schemas() {
            return warehouse().schemas().stream()
                    .filter(schema -> holds(Optional.of(schema)) || own.stream().anyMatch(one -> lies(one, schema)))
                    .toList();
        }

        /** One that cannot be asked now tells nothing to whom it may show nothing. */
        private boolean anySchema() {
            try {
                return !schemas().isEmpty();
            } catch (WarehouseException e) {
                return false;
            }
        }

        boolean shows(TableName table) {
            return holds(table.schema())
                    || own.stream()
                            .anyMatch(dataset -> dataset.tableName().equals(table.name())
                                    && (table.schema().isEmpty()
                                            || lies(dataset, table.schema().get())));
        }

        void require(TableName table) {
            if (!shows(table)) {
                throw KaravelException.notFound("Table", table.name());
            }
        }

        private boolean holds(Optional<String> schema) {
            return everything
                    || schema.isPresent()
                            && access.may(
                                    principal, "schema_access", "[" + database.name() + "].[" + schema.get() + "]");
        }

        /** One that names no schema is where the only table of its name is. */
        private boolean lies(Dataset dataset, String schema) {
            Optional<String> named = dataset.schema().filter(text -> !text.isBlank());
            if (named.isPresent()) {
                return named.get().equals(schema);
            }
            List<TableName> homes = warehouse().tables(Optional.empty()).stream()
                    .filter(table -> table.name().equals(dataset.tableName()))
                    .toList();
            return homes.size() == 1 && homes.get(0).schema().equals(Optional.of(schema));
        }
    }
}
