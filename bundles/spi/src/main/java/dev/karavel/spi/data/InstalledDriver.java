package dev.karavel.spi.data;

import java.util.List;

/**
 * A jar, or a sub-folder of jars, in the driver folder.
 *
 * @param name of the jar or sub-folder
 * @param classes drivers it says it has
 * @param version as its manifest says, or empty
 * @param users types of the warehouses that have it in use, one entry for each open warehouse
 * @param refused why it is not used, or empty
 */
public record InstalledDriver(String name, List<String> classes, String version, List<String> users, String refused) {
    public InstalledDriver {
        classes = List.copyOf(classes);
        users = List.copyOf(users);
    }
}
