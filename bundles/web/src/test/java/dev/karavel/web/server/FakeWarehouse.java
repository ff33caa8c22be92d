package dev.karavel.web.server;

import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.SourceColumn;
import dev.karavel.spi.data.StandardDialect;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import java.util.List;
import java.util.Optional;

/** Knows one table with two columns, and loses its connection when asked for schemas. */
final class FakeWarehouse implements Warehouse {
    private static final List<SourceColumn> COLUMNS = List.of(
            new SourceColumn("day", "date", ColumnType.DATE), new SourceColumn("distance", "int8", ColumnType.INTEGER));

    @Override
    public Dialect dialect() {
        return new StandardDialect() {
            @Override
            public String id() {
                return "postgresql";
            }
        };
    }

    @Override
    public void test() {
        // always there
    }

    @Override
    public List<String> schemas() {
        throw new WarehouseException(WarehouseException.Reason.UNREACHABLE, "connect to 10.0.0.7 failed");
    }

    @Override
    public List<TableName> tables(Optional<String> schema) {
        return List.of(new TableName(schema, "flights"));
    }

    @Override
    public List<TableName> views(Optional<String> schema) {
        return List.of();
    }

    @Override
    public List<SourceColumn> columns(TableName table) {
        return COLUMNS;
    }

    @Override
    public Rows run(String sql, Limits limits) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SourceColumn> describe(String sql) {
        return COLUMNS;
    }

    @Override
    public void close() {
        // nothing is open
    }
}
