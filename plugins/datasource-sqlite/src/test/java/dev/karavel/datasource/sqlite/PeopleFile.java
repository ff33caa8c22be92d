package dev.karavel.datasource.sqlite;

import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseFolders;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.sqlite.JDBC;

/** A file with people and times in it, and a warehouse over it. */
final class PeopleFile implements AutoCloseable {
    private final Path folder;
    private final SqliteType type;
    private final Warehouse warehouse;

    PeopleFile(Path folder) throws SQLException {
        this.folder = folder;
        execute(
                "CREATE TABLE people (id INTEGER PRIMARY KEY, name VARCHAR(20), born DATE, seen DATETIME, pay DECIMAL(9, 2),"
                        + " paid BOOLEAN, photo BLOB, notes)",
                "INSERT INTO people VALUES (1, 'Ada', '1815-12-10', '2024-02-29 12:30:00', 2, 1, x'6162', 'x'),"
                        + " (2, 'Grace', NULL, NULL, 1.5, 0, NULL, NULL)",
                "CREATE VIEW adults AS SELECT name, strftime('%Y', born) AS year, pay * 2 AS twice FROM people",
                "CREATE TABLE times (form TEXT, at TIMESTAMP, day DATE)",
                "INSERT INTO times VALUES ('text', '2024-02-29 12:30:00', '2024-02-29'),"
                        + " ('zoned', '2024-02-29T13:30:00+01:00', '2024-02-29'),"
                        + " ('utc', '2024-02-29T12:30:00Z', '2024-02-29'), ('minutes', '2024-02-29 12:30', '2024-02-29'),"
                        + " ('seconds', 1709209800, 1709164800), ('milliseconds', 1709209800000, 1709164800000),"
                        + " ('julian', julianday('2024-02-29 12:30:00'), julianday('2024-02-29'))");
        type = SqliteType.in(new WarehouseFolders(List.of(folder)));
        warehouse = type.open(new Settings(Map.of("path", "shop.db")));
    }

    SqliteType type() {
        return type;
    }

    Warehouse warehouse() {
        return warehouse;
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = new JDBC().connect("jdbc:sqlite:" + folder.resolve("shop.db"), new Properties());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    List<List<Object>> rows(String sql) {
        try (Rows rows = warehouse.run(sql, Limits.of(20_000, Duration.ofSeconds(10)))) {
            List<List<Object>> all = new ArrayList<>();
            while (rows.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 0; i < rows.columns().size(); i++) {
                    row.add(rows.value(i));
                }
                all.add(row);
            }
            return all;
        }
    }

    @Override
    public void close() {
        warehouse.close();
    }
}
