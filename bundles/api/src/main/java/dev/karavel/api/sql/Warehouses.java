package dev.karavel.api.sql;

import dev.karavel.api.catalog.Database;
import dev.karavel.spi.data.Setting;
import dev.karavel.spi.data.Warehouse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The open warehouses, one per database, and the kinds that can be opened. Follows datasource plugins as they come and go. */
@ProviderType
public interface Warehouses {
    /**
     * The open warehouse of a database; stays owned by this service, so do not close it.
     *
     * @throws dev.karavel.api.error.KaravelException PLUGIN_MISSING, WAREHOUSE_UNREACHABLE, INVALID_REQUEST with the setting
     */
    Warehouse open(Database database);

    /**
     * Opens, tests and closes a warehouse that need not be stored.
     *
     * @throws dev.karavel.api.error.KaravelException with the precise reason in its message and the setting as its field
     */
    void test(Database database);

    /** Connections of a database on this node; one that nobody asked yet is not opened for it, and has none. */
    default Warehouse.Connections connections(long databaseId) {
        return new Warehouse.Connections(0, 0);
    }

    /** An empty warehouse that loads files; the caller closes it. Empty while no plugin that has one is there. */
    default Optional<Warehouse> scratch() {
        return Optional.empty();
    }

    /** The kinds of datasource that are there now, by id. */
    List<Kind> kinds();

    record Kind(String id, String title, List<Setting> settings) {
        public Kind {
            settings = List.copyOf(settings);
        }
    }

    /** Backend and settings from a SQLAlchemy address; settings named as secret are not encrypted yet. */
    Address read(String sqlalchemyAddress);

    record Address(String backend, Map<String, String> settings) {
        public Address {
            settings = Map.copyOf(settings);
        }
    }
}
