package dev.karavel.contract.data;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.security.Secrets;
import dev.karavel.api.sql.SqlQuestion;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.api.sql.SqlText;
import dev.karavel.spi.data.DataSourceType;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.sql.inspect.Inspector;
import dev.karavel.sql.run.BoundedSqlRunner;
import dev.karavel.sql.warehouse.OpenWarehouses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A warehouse that holds the shop, opened through the server's own services over the plugin under test. */
public record Shopfront(
        DataSourceType type, Database database, Dataset dataset, OpenWarehouses warehouses, SqlRunner runner)
        implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_ROWS = 100_000;
    private static final long MOST_BYTES = 50_000_000;

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

    /** @param schema the warehouse's own name of where the shop is */
    public static Shopfront open(DataSourceType type, Map<String, String> settings, Optional<String> schema) {
        OpenWarehouses warehouses = OpenWarehouses.beside("", NO_SECRETS);
        warehouses.bindType(type);
        SqlRunner runner = new BoundedSqlRunner(
                warehouses, new Inspector(List.of()), 2, 2, MOST_ROWS, MOST_BYTES, Clock.systemUTC());
        return new Shopfront(
                type, Shop.database(type.id(), settings), Shop.dataset(type.dialect(), schema), warehouses, runner);
    }

    public Dialect dialect() {
        return type.dialect();
    }

    public Warehouse warehouse() {
        return warehouses.open(database);
    }

    Table answer(SqlQuestion question) {
        SqlText text = runner.write(question);
        Limits limits = Limits.of(Math.max(1, question.rowLimit()), PATIENCE);
        return runner.run(database, text, limits, Instant.now().plus(PATIENCE));
    }

    Table run(String sql, int rows) {
        return runner.run(
                database, sql, Limits.of(rows, PATIENCE), Instant.now().plus(PATIENCE));
    }

    @Override
    public void close() {
        warehouses.closeAll();
    }

    @Override
    public String toString() {
        return type.id();
    }
}
