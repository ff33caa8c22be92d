package dev.karavel.sql;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.security.Secrets;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.datasource.derby.DerbyType;
import dev.karavel.datasource.duckdb.DuckDbType;
import dev.karavel.datasource.postgresql.PostgresqlType;
import dev.karavel.servers.RealPostgres;
import dev.karavel.spi.data.DataSourceType;
import dev.karavel.sql.inspect.Inspector;
import dev.karavel.sql.run.BoundedSqlRunner;
import dev.karavel.sql.warehouse.OpenWarehouses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.derby.jdbc.EmbeddedDriver;
import org.duckdb.DuckDBDriver;

/** The shop in a real DuckDB, Derby and PostgreSQL, with the services of this bundle over them. */
public final class RealWarehouses implements AutoCloseable {
    private static final Secrets NO_SECRETS = new Secrets() {
        @Override
        public String encrypt(String clear) {
            return clear;
        }

        @Override
        public String decrypt(String stored) {
            return stored;
        }
    };

    private final RealPostgres server;
    private final List<Shopfront> fronts;

    /** One kind of warehouse with the shop in it. */
    public record Shopfront(
            DataSourceType type, Database database, Dataset dataset, OpenWarehouses warehouses, SqlRunner runner) {
        @Override
        public String toString() {
            return type.id();
        }
    }

    public RealWarehouses(Path data) throws IOException, InterruptedException, SQLException {
        Files.createDirectories(data.resolve("warehouse"));
        Driver derby = new EmbeddedDriver();
        DuckDbType duckDbType = DuckDbType.in(data);
        DerbyType derbyType = DerbyType.in(data, derby);
        PostgresqlType postgresqlType = new PostgresqlType();
        fill(
                new DuckDBDriver(),
                "jdbc:duckdb:" + data.resolve("shop.duckdb"),
                Shop.statements(duckDbType.dialect(), "VARCHAR"));
        fill(
                derby,
                "jdbc:derby:" + data.resolve("warehouse/shop") + ";create=true",
                Shop.statements(derbyType.dialect(), "VARCHAR(40)"));
        server = RealPostgres.start();
        server.execute(
                "postgres", Shop.statements(postgresqlType.dialect(), "TEXT").toArray(String[]::new));
        fronts = List.of(
                front(duckDbType, Map.of("path", "shop.duckdb"), "main"),
                front(derbyType, Map.of("database", "shop"), "APP"),
                front(
                        postgresqlType,
                        Map.of(
                                "host",
                                "127.0.0.1",
                                "port",
                                "" + server.port(),
                                "database",
                                "postgres",
                                "user",
                                "postgres",
                                "password",
                                "secret"),
                        "public"));
    }

    private static void fill(Driver driver, String url, List<String> statements) throws SQLException {
        try (Connection connection = driver.connect(url, new Properties());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Shopfront front(DataSourceType type, Map<String, String> settings, String schema) {
        OpenWarehouses warehouses = OpenWarehouses.beside("", NO_SECRETS);
        warehouses.bindType(type);
        SqlRunner runner =
                new BoundedSqlRunner(warehouses, new Inspector(List.of()), 2, 2, 100_000, 1_000_000, Clock.systemUTC());
        return new Shopfront(
                type, Shop.database(type.id(), settings), Shop.dataset(Optional.of(schema)), warehouses, runner);
    }

    public List<Shopfront> fronts() {
        return fronts;
    }

    public Shopfront duckDb() {
        return fronts.get(0);
    }

    @Override
    public void close() throws IOException {
        fronts.forEach(front -> front.warehouses().closeAll());
        server.close();
    }
}
