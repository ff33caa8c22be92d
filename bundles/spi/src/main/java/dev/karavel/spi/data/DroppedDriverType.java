package dev.karavel.spi.data;

import java.sql.Driver;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A JDBC datasource whose driver we may not ship: an administrator drops it into the server's {@link DriverFolder}. Each open
 * warehouse keeps the driver it began with.
 */
@ConsumerType
public abstract class DroppedDriverType extends JdbcDataSourceType {
    private final DriverFolder drivers;

    protected DroppedDriverType(DriverFolder drivers) {
        this.drivers = drivers;
    }

    /** Which driver, and where people get it. */
    protected abstract WantedDriver wanted();

    /** Not asked: each warehouse has its own. */
    @Override
    protected final Driver driver() {
        throw new IllegalStateException("The driver belongs to the warehouse");
    }

    /** Files are not loaded through drivers that we do not know: each has its own way of many rows. */
    @Override
    protected final boolean writes() {
        return false;
    }

    @Override
    protected boolean changes() {
        return true;
    }

    @Override
    public Warehouse open(Settings settings) {
        Settings complete = complete(settings);
        url(complete);
        properties(complete);
        return new JdbcWarehouse(this, complete, Optional.of(new DriverLoan(drivers, wanted(), id())));
    }
}
