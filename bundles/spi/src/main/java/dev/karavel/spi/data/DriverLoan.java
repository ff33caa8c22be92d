package dev.karavel.spi.data;

import java.sql.Driver;

/** The driver of one warehouse: taken from the folder when it is first needed, and kept until the warehouse has closed. */
final class DriverLoan {
    private final DriverFolder folder;
    private final WantedDriver wanted;
    private final String user;
    private LoadedDriver taken;
    private boolean over;

    DriverLoan(DriverFolder folder, WantedDriver wanted, String user) {
        this.folder = folder;
        this.wanted = wanted;
        this.user = user;
    }

    /** @throws WarehouseException DRIVER_MISSING, or CLOSED after its end */
    synchronized Driver driver() {
        return taken().driver();
    }

    /** Before what may call the driver; {@link DriverClasses#leave} afterwards. */
    synchronized ClassLoader enter() {
        return taken == null
                ? Thread.currentThread().getContextClassLoader()
                : taken.classes().enter();
    }

    private LoadedDriver taken() {
        if (over) {
            throw JdbcWarehouse.gone(null);
        }
        if (taken == null) {
            taken = folder.take(wanted, user);
        }
        return taken;
    }

    synchronized void end() {
        over = true;
        if (taken != null) {
            folder.giveBack(taken, user);
            taken = null;
        }
    }
}
