package dev.karavel.spi.data;

import java.security.Provider;
import java.security.Security;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * Takes a driver out of the tables of the Java machine that it put itself into: the drivers of {@link DriverManager}, and the
 * providers of {@link Security}, where one without its classes would break every encrypted connection of the server. Only a class
 * of the driver's own loader may do the former, so this one is defined again in each of them.
 */
final class DriverFarewell implements Runnable {
    DriverFarewell() {}

    @Override
    public void run() {
        ClassLoader mine = DriverFarewell.class.getClassLoader();
        for (Provider provider : Security.getProviders()) {
            if (provider.getClass().getClassLoader() == mine) {
                Security.removeProvider(provider.getName());
            }
        }
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
