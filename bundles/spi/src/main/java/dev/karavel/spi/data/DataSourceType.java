package dev.karavel.spi.data;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** A kind of warehouse: a DS service of a datasource plugin. Stateless; safe for several threads. */
@ConsumerType
public interface DataSourceType {
    /** Short name in lower case, used as {@code backend} of a database: duckdb, postgresql. */
    String id();

    /** What people read. */
    String title();

    /** The connection form. */
    List<Setting> settings();

    Dialect dialect();

    /**
     * Settings from a SQLAlchemy address ({@code postgresql+psycopg2://user:secret@host:5432/name}).
     *
     * @return empty if the address is of another kind
     * @throws WarehouseException with reason SETTINGS if it is of this kind, but wrong
     */
    Optional<Settings> fromAddress(String address);

    /**
     * Opens a warehouse; may connect at once or later. Costs a connection at most.
     *
     * @throws WarehouseException with reason SETTINGS and the field if a setting is missing, wrong or forbidden
     */
    Warehouse open(Settings settings);

    /**
     * An empty warehouse that {@linkplain Warehouse#load loads files} and is gone when it is closed: with it the host reads files
     * that it cannot read itself. Empty where this kind has none.
     */
    default Optional<Warehouse> scratch() {
        return Optional.empty();
    }
}
