package dev.karavel.datasource.sqlite;

import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.JdbcDataSourceType;
import dev.karavel.spi.data.JdbcWarehouse;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.SourceColumn;
import dev.karavel.spi.data.TableFacts;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One file. Its only schema is called main, as in Superset; what a statement gives is told by a look at its first rows. */
final class SqliteWarehouse extends JdbcWarehouse {
    private static final String MAIN = "main";
    private static final Limits A_LOOK = Limits.of(1_000, Duration.ofSeconds(30));
    private static final Pattern QUERY = Pattern.compile(
            "\\s*(EXPLAIN\\s+QUERY\\s+PLAN\\s+)?(SELECT|WITH|VALUES)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    SqliteWarehouse(JdbcDataSourceType type, Settings settings) {
        super(type, settings);
    }

    @Override
    public List<String> schemas() {
        return List.of(MAIN);
    }

    @Override
    public List<TableName> tables(Optional<String> schema) {
        return named(schema, super.tables(Optional.empty()));
    }

    @Override
    public List<TableName> views(Optional<String> schema) {
        return named(schema, super.views(Optional.empty()));
    }

    private static List<TableName> named(Optional<String> schema, List<TableName> all) {
        return schema.orElse(MAIN).equals(MAIN)
                ? all.stream()
                        .map(each -> new TableName(Optional.of(MAIN), each.name()))
                        .toList()
                : List.of();
    }

    /** The driver knows no schema of that name. */
    @Override
    public TableFacts facts(TableName table) {
        return super.facts(new TableName(Optional.empty(), table.name()));
    }

    @Override
    public List<SourceColumn> describe(String sql) {
        refuseOthers(sql);
        List<SourceColumn> declared = super.describe(SqliteNames.of(sql));
        List<SourceColumn> found = new ArrayList<>();
        try (Rows rows = run(sql, A_LOOK)) {
            List<Column> columns = rows.columns();
            for (int i = 0; i < columns.size(); i++) {
                SourceColumn column = declared.get(i);
                boolean same = column.type() == columns.get(i).type();
                String type = same ? column.sourceType() : columns.get(i).type().name();
                found.add(new SourceColumn(column.name(), type, columns.get(i).type()));
            }
        }
        return found;
    }

    @Override
    public Rows run(String sql, Limits limits) {
        refuseOthers(sql);
        return super.run(SqliteNames.of(sql), limits);
    }

    @Override
    public Rows change(List<String> statements, Limits limits) {
        return super.change(statements.stream().map(SqliteNames::of).toList(), limits);
    }

    /** Pragmas would outlive the statement on its connection. */
    private static void refuseOthers(String sql) {
        if (!QUERY.matcher(sql).matches()) {
            throw new WarehouseException(
                    Reason.STATEMENT, "Statements that read SQLite begin with SELECT, WITH or VALUES");
        }
    }
}
