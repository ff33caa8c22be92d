package dev.karavel.spi.data;

import dev.karavel.spi.data.WarehouseException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Where files of embedded warehouses may be, and nowhere else: so the server's own files are out of reach. */
public final class WarehouseFolders {
    /** Neither a way up, nor a hidden file, nor a sign that an address could take for more than a path. */
    private static final Pattern NAME = Pattern.compile("/?[\\p{L}\\p{N}_][^/\\p{Cntrl};:?#%&'\"\\\\~$*|<>!{}\\[\\]]*"
            + "(/[\\p{L}\\p{N}_][^/\\p{Cntrl};:?#%&'\"\\\\~$*|<>!{}\\[\\]]*)*");

    private final List<Path> roots;

    /** @param roots the first one is where relative names start */
    public WarehouseFolders(List<Path> roots) {
        if (roots.isEmpty()) {
            throw new IllegalArgumentException("No folder for warehouses");
        }
        this.roots =
                roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
    }

    /** @param configured paths separated by commas; blank for the folder "warehouse" below the server's data */
    public static WarehouseFolders of(String configured, Path dataFolder) {
        List<Path> given = Arrays.stream(configured.split(","))
                .map(String::trim)
                .filter(each -> !each.isEmpty())
                .map(Path::of)
                .toList();
        return new WarehouseFolders(given.isEmpty() ? List.of(dataFolder.resolve("warehouse")) : given);
    }

    /**
     * The path of a file, which need not exist: below the first folder, or if the name begins with a slash below any of them.
     *
     * @param setting that holds the name, for the failure
     * @throws WarehouseException SETTINGS if the name leads elsewhere, by links too
     */
    public Path resolve(String setting, String name) {
        if (name.contains("..") || !NAME.matcher(name).matches()) {
            throw refused(setting, "A file is named by letters, digits and signs such as _ - . and /");
        }
        Path path = roots.get(0).resolve(name).normalize();
        if (roots.stream().noneMatch(root -> path.startsWith(root) && !path.equals(root))) {
            throw refused(setting, "Files of warehouses are only in " + roots.get(0));
        }
        try {
            Path there = path;
            while (!Files.exists(there)) {
                there = there.getParent();
            }
            // a link could lead out of the folder
            Path real = there.toRealPath();
            for (Path root : roots) {
                if (Files.exists(root) ? real.startsWith(root.toRealPath()) : root.startsWith(real)) {
                    return path;
                }
            }
        } catch (IOException e) {
            throw new WarehouseException(Reason.SETTINGS, setting, "The folder of this file cannot be read", e);
        }
        throw refused(setting, "This file is outside of the folders of warehouses");
    }

    private static WarehouseException refused(String setting, String message) {
        return new WarehouseException(Reason.SETTINGS, setting, message);
    }
}
