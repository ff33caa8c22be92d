package dev.karavel.datasource.derby;

import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/** Where databases may be, and which are in use: the last one to leave a database shuts it down. */
final class DerbyFolders {
    /** Neither a way up, nor an attribute, nor one of Derby's sub-protocols. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]*(/[A-Za-z0-9_][A-Za-z0-9_-]*)*");

    private final Driver driver;
    private final Path root;
    private final Map<Path, Integer> users = new HashMap<>();

    DerbyFolders(Driver driver, Path root) {
        this.driver = driver;
        this.root = root.toAbsolutePath().normalize();
    }

    Path resolve(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new WarehouseException(
                    Reason.SETTINGS, "database", "A database is named by letters, digits, _, - and /");
        }
        Path folder = root.resolve(name);
        try {
            // a link could lead out of the folder
            if (Files.exists(folder) && !folder.toRealPath().startsWith(root.toRealPath())) {
                throw new WarehouseException(
                        Reason.SETTINGS, "database", "This database is outside of the warehouse folder");
            }
        } catch (IOException e) {
            throw new WarehouseException(Reason.SETTINGS, "database", "The folder of this database cannot be read", e);
        }
        return folder;
    }

    synchronized void use(Path folder) {
        users.merge(folder, 1, Integer::sum);
    }

    synchronized void leave(Path folder) {
        if (users.merge(folder, -1, Integer::sum) == 0) {
            users.remove(folder);
            try {
                driver.connect("jdbc:derby:" + folder + ";shutdown=true", new Properties());
            } catch (SQLException e) {
                // how Derby says that it did, or that it was not running
                return;
            }
        }
    }
}
