package dev.karavel.datasource.sqlite;

import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.JdbcReader;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Looks at the first rows before it tells what the columns hold. */
final class SqliteReader implements JdbcReader {
    private static final int AHEAD = 10_000;

    private final ResultSet result;
    private final List<SqliteColumn> columns = new ArrayList<>();
    private final List<Column> told = new ArrayList<>();
    private final Deque<Object[]> ahead = new ArrayDeque<>();
    private boolean more = true;
    private Object[] current;

    SqliteReader(ResultSet result, Dialect dialect) throws SQLException {
        this.result = result;
        ResultSetMetaData metadata = result.getMetaData();
        List<String> labels = new ArrayList<>();
        for (int i = 1; i <= metadata.getColumnCount(); i++) {
            labels.add(metadata.getColumnLabel(i));
        }
        List<String> names = JdbcReader.unique(labels);
        for (int i = 0; i < names.size(); i++) {
            columns.add(new SqliteColumn(names.get(i), declared(metadata, i + 1, dialect)));
        }
        while (more && ahead.size() < AHEAD) {
            more = result.next();
            if (more) {
                Object[] row = row();
                for (int i = 0; i < row.length; i++) {
                    columns.get(i).see(row[i]);
                }
                ahead.add(row);
            }
        }
        for (int i = 0; i < names.size(); i++) {
            told.add(new Column(names.get(i), columns.get(i).type()));
        }
    }

    /** For an expression the driver names the type of its first value. */
    private static Optional<ColumnType> declared(ResultSetMetaData metadata, int column, Dialect dialect)
            throws SQLException {
        return metadata.getTableName(column).isEmpty()
                ? Optional.empty()
                : Optional.of(dialect.columnType(metadata.getColumnTypeName(column)));
    }

    private Object[] row() throws SQLException {
        Object[] row = new Object[columns.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = result.getObject(i + 1);
        }
        return row;
    }

    @Override
    public List<Column> columns() {
        return List.copyOf(told);
    }

    @Override
    public boolean next() throws SQLException {
        current = ahead.poll();
        if (current == null && more) {
            more = result.next();
            current = more ? row() : null;
        }
        return current != null;
    }

    @Override
    public Object value(int column) throws SQLException {
        return columns.get(column).read(current[column]);
    }
}
