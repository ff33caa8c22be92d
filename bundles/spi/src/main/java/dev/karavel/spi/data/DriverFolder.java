package dev.karavel.spi.data;

import dev.karavel.spi.data.LoadedDriver.DriverUnfit;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folder where an administrator puts the JDBC drivers that we may not ship: a jar each, or a sub-folder where one needs
 * several. It is looked at again whenever a warehouse takes its driver, so jars may come and go while the server runs. Each driver
 * has a class loader of its own, which is given up when the last warehouse that uses it closes. Safe for several threads.
 */
public final class DriverFolder {
    /** System property with the folder's path. */
    public static final String PROPERTY = "karavel.drivers";

    private final Path folder;
    private final List<LoadedDriver> loaded = new ArrayList<>();

    private static final class Server {
        static final DriverFolder FOLDER = at(Path.of(System.getProperty(PROPERTY, "drivers")));
    }

    private DriverFolder(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** The one that {@link #PROPERTY} names; always the same object. */
    public static DriverFolder ofServer() {
        return Server.FOLDER;
    }

    /** Another one; it need not exist. */
    public static DriverFolder at(Path folder) {
        return new DriverFolder(folder);
    }

    /** What lies there now, and who uses it. Reads the jars' lists of drivers, but loads none. */
    public List<InstalledDriver> drivers() {
        List<InstalledDriver> installed = new ArrayList<>();
        for (DriverPack pack : DriverPack.in(folder)) {
            installed.add(
                    new InstalledDriver(pack.name(), pack.drivers(), pack.version(), users(pack), pack.refused()));
        }
        return installed;
    }

    private synchronized List<String> users(DriverPack pack) {
        return loaded.stream()
                .filter(each -> each.isOf(pack))
                .flatMap(each -> each.users().stream())
                .toList();
    }

    /**
     * The wanted driver, loaded unless a warehouse uses the same files already.
     *
     * @throws WarehouseException DRIVER_MISSING
     */
    synchronized LoadedDriver take(WantedDriver wanted, String user) {
        List<DriverPack> packs = DriverPack.in(folder);
        LoadedDriver found =
                named(packs, wanted).or(() -> understanding(packs, wanted)).orElseThrow(() -> missing(wanted, packs));
        found.users().add(user);
        if (!loaded.contains(found)) {
            loaded.add(found);
        }
        return found;
    }

    synchronized void giveBack(LoadedDriver driver, String user) {
        driver.users().remove(user);
        if (driver.users().isEmpty()) {
            loaded.remove(driver);
            driver.drop();
        }
    }

    private Optional<LoadedDriver> named(List<DriverPack> packs, WantedDriver wanted) {
        for (String className : wanted.classes()) {
            for (DriverPack pack : packs) {
                if (pack.contains(className)) {
                    Optional<LoadedDriver> known = known(pack, wanted);
                    return known.isPresent() ? known : fit(wanted, pack, () -> LoadedDriver.ofClass(pack, className));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<LoadedDriver> understanding(List<DriverPack> packs, WantedDriver wanted) {
        for (DriverPack pack : packs) {
            // only those: to load a driver is to run its code
            if (pack.drivers().stream().anyMatch(wanted::isOfVendor)) {
                Optional<LoadedDriver> known = known(pack, wanted);
                Optional<LoadedDriver> found =
                        known.isPresent() ? known : fit(wanted, pack, () -> LoadedDriver.ofAddress(pack, wanted.url()));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<LoadedDriver> known(DriverPack pack, WantedDriver wanted) {
        for (LoadedDriver each : loaded) {
            try {
                if (each.isOf(pack, wanted.classes(), wanted.url())) {
                    return Optional.of(each);
                }
            } catch (SQLException e) {
                // it does not know whether it understands the address, so it does not
                continue;
            }
        }
        return Optional.empty();
    }

    private interface Loading {
        Optional<LoadedDriver> load();
    }

    private static Optional<LoadedDriver> fit(WantedDriver wanted, DriverPack pack, Loading loading) {
        try {
            return loading.load();
        } catch (DriverUnfit e) {
            throw new WarehouseException(
                    Reason.DRIVER_MISSING,
                    "The driver " + pack.name() + " for " + wanted.title() + " cannot be used: " + e.getMessage(),
                    e);
        }
    }

    private static WarehouseException missing(WantedDriver wanted, List<DriverPack> packs) {
        StringBuilder message = new StringBuilder("There is no driver for " + wanted.title() + ": get " + wanted.file()
                + " from " + wanted.publisher() + " and put it into the server's folder drivers");
        packs.stream().filter(pack -> !pack.refused().isEmpty()).forEach(pack -> message.append("; ")
                .append(pack.name())
                .append(" there is not used: ")
                .append(pack.refused()));
        return new WarehouseException(Reason.DRIVER_MISSING, message.toString());
    }
}
