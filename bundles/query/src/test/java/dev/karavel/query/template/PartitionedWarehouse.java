package dev.karavel.query.template;

import dev.karavel.api.sql.SqlRunner;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.SourceColumn;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.Warehouse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every table has partitions by day and hour, and the newest is always the same. */
record PartitionedWarehouse(Dialect dialect, List<String> statements) implements Warehouse {
    PartitionedWarehouse(Dialect dialect) {
        this(dialect, new ArrayList<>());
    }

    /** Of all a runner does, macros ask for rows alone. */
    SqlRunner runner() {
        return (SqlRunner) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {SqlRunner.class}, (proxy, method, arguments) -> {
                    statements.add((String) arguments[1]);
                    return new Table.Builder(
                                    List.of(new Column("ds", ColumnType.TEXT), new Column("hour", ColumnType.INTEGER)))
                            .add("2024-05-01", 7L)
                            .build();
                });
    }

    @Override
    public List<SourceColumn> columns(TableName table) {
        return List.of(
                new SourceColumn("ds", "varchar", ColumnType.TEXT),
                new SourceColumn("hour", "integer", ColumnType.INTEGER));
    }

    @Override
    public void test() {}

    @Override
    public List<String> schemas() {
        return List.of();
    }

    @Override
    public List<TableName> tables(Optional<String> schema) {
        return List.of();
    }

    @Override
    public List<TableName> views(Optional<String> schema) {
        return List.of();
    }

    @Override
    public Rows run(String sql, Limits limits) {
        throw new UnsupportedOperationException("Rows are asked of the runner");
    }

    @Override
    public List<SourceColumn> describe(String sql) {
        return List.of();
    }

    @Override
    public void close() {}
}
