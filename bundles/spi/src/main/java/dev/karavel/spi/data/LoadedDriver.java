package dev.karavel.spi.data;

import java.io.IOException;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** A driver whose classes are loaded, for as long as a warehouse uses it. Guarded by its folder. */
final class LoadedDriver {
    private final DriverPack pack;
    private final DriverClasses classes;
    private final Driver driver;
    private final List<String> users = new ArrayList<>();

    private LoadedDriver(DriverPack pack, DriverClasses classes, Driver driver) {
        this.pack = pack;
        this.classes = classes;
        this.driver = driver;
    }

    private interface Choice {
        Optional<Driver> of(ClassLoader classes) throws ReflectiveOperationException, SQLException;
    }

    static Optional<LoadedDriver> ofClass(DriverPack pack, String className) {
        return load(
                pack,
                classes -> Optional.of((Driver)
                        classes.loadClass(className).getDeclaredConstructor().newInstance()));
    }

    /** The first driver that understands the address. */
    static Optional<LoadedDriver> ofAddress(DriverPack pack, String url) {
        return load(pack, classes -> {
            for (Driver driver : ServiceLoader.load(Driver.class, classes)) {
                if (driver.getClass().getClassLoader() == classes && driver.acceptsURL(url)) {
                    return Optional.of(driver);
                }
            }
            return Optional.empty();
        });
    }

    /** @throws DriverUnfit if a class cannot be loaded */
    private static Optional<LoadedDriver> load(DriverPack pack, Choice choice) {
        DriverClasses classes;
        try {
            classes = DriverClasses.of(pack.jars());
        } catch (IOException e) {
            throw new DriverUnfit("it cannot be read", e);
        }
        Optional<LoadedDriver> loaded = Optional.empty();
        ClassLoader before = classes.enter();
        try {
            loaded = choice.of(classes).map(driver -> new LoadedDriver(pack, classes, driver));
        } catch (UnsupportedClassVersionError e) {
            throw new DriverUnfit("it was built for a newer Java", e);
        } catch (ReflectiveOperationException | SQLException | LinkageError e) {
            throw new DriverUnfit("classes it needs are missing: its jars belong into one sub-folder", e);
        } finally {
            DriverClasses.leave(before);
            if (loaded.isEmpty()) {
                drop(classes);
            }
        }
        return loaded;
    }

    /** What lies in the folder cannot be used. */
    static final class DriverUnfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DriverUnfit(String why, Throwable cause) {
            super(why, cause);
        }
    }

    Driver driver() {
        return driver;
    }

    DriverClasses classes() {
        return classes;
    }

    /** Whether these are still the files in the folder. */
    boolean isOf(DriverPack other) {
        return pack.equals(other);
    }

    boolean isOf(DriverPack other, List<String> classNames, String url) throws SQLException {
        return isOf(other) && (classNames.contains(driver.getClass().getName()) || driver.acceptsURL(url));
    }

    List<String> users() {
        return users;
    }

    void drop() {
        drop(classes);
    }

    private static void drop(DriverClasses classes) {
        try {
            classes.close();
        } catch (IOException e) {
            // the operating system still holds a file; the temporary folder is cleared some day
            return;
        }
    }
}
