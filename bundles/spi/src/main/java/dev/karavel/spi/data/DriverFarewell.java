package dev.karavel.spi.data;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * Takes drivers out of {@link DriverManager}, where they put themselves when their class is loaded, and where they would be kept
 * for ever. Only a class of the driver's own loader may do that, so this one is defined again in each of them.
 */
final class DriverFarewell implements Runnable {
    DriverFarewell() {}

    @Override
    public void run() {
        ClassLoader mine = DriverFarewell.class.getClassLoader();
        List<Driver> drivers = DriverManager.drivers()
                .filter(driver -> driver.getClass().getClassLoader() == mine)
                .toList();
        for (Driver driver : drivers) {
            try {
                DriverManager.deregisterDriver(driver);
            } catch (SQLException e) {
                // it minds being taken out; then its classes stay
                return;
            }
        }
    }
}
