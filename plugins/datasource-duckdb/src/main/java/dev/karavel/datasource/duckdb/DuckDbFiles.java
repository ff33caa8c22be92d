package dev.karavel.datasource.duckdb;

import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The open files. DuckDB allows one set of options per file and process, so those who open the same file share it. */
final class DuckDbFiles {
    private static final Pattern SIZE = Pattern.compile("\\d{1,6}(\\.\\d{1,3})? ?[KMG]i?B");

    private final Path dataFolder;
    private final DuckDbType type;
    private final Map<Path, DuckDbFile> open = new HashMap<>();

    DuckDbFiles(Path dataFolder, DuckDbType type) {
        this.dataFolder = dataFolder.toAbsolutePath().normalize();
        this.type = type;
    }

    /** The limits of the first one who opens a file are in force until the last one closes it. */
    synchronized Warehouse open(Settings settings) {
        boolean readOnly = settings.flag(DuckDbType.READ_ONLY);
        boolean temporary = settings.required(DuckDbType.PATH).equals(DuckDbType.IN_MEMORY);
        Path path = temporary ? temporaryFile() : path(settings.required(DuckDbType.PATH), readOnly);
        DuckDbFile file = open.get(path);
        if (file == null) {
            file = new DuckDbFile(type, settings, path, memoryLimit(settings), threads(settings), temporary);
            open.put(path, file);
        }
        file.use();
        return new SharedDuckDb(file, !readOnly, this::release);
    }

    private synchronized void release(DuckDbFile file) {
        if (file.leave()) {
            open.remove(file.path());
            file.close();
        }
    }

    private Path path(String given, boolean readOnly) {
        Path path;
        try {
            path = dataFolder.resolve(given).normalize();
        } catch (InvalidPathException e) {
            throw wrong(DuckDbType.PATH, "This is no path", e);
        }
        if (given.indexOf(';') >= 0 || given.indexOf('?') >= 0) {
            throw wrong(DuckDbType.PATH, "The path must not contain ; or ?", null);
        }
        boolean ours = path.startsWith(dataFolder) && !path.equals(dataFolder);
        if (!ours && !Path.of(given).isAbsolute()) {
            throw wrong(DuckDbType.PATH, "A relative path must stay below the server's data folder", null);
        }
        if (!Files.isRegularFile(path) && (readOnly || !ours)) {
            throw wrong(DuckDbType.PATH, "This file does not exist", null);
        }
        return path;
    }

    /** Not DuckDB's own in-memory database: that one could be locked or loaded into, but not both. */
    private static Path temporaryFile() {
        try {
            return Files.createTempDirectory("karavel-duckdb").resolve("memory.duckdb");
        } catch (IOException e) {
            throw new WarehouseException(Reason.UNREACHABLE, "No temporary file can be made", e);
        }
    }

    private static String memoryLimit(Settings settings) {
        String limit = settings.required(DuckDbType.MEMORY_LIMIT);
        if (!SIZE.matcher(limit).matches()) {
            throw wrong(DuckDbType.MEMORY_LIMIT, "The memory limit must be a size such as 512MB", null);
        }
        return limit;
    }

    private static int threads(Settings settings) {
        int threads = settings.number(DuckDbType.THREADS, 2);
        if (threads < 1 || threads > 256) {
            throw wrong(DuckDbType.THREADS, "Threads must be between 1 and 256", null);
        }
        return threads;
    }

    private static WarehouseException wrong(String setting, String message, Throwable cause) {
        return new WarehouseException(Reason.SETTINGS, setting, message, cause);
    }
}
