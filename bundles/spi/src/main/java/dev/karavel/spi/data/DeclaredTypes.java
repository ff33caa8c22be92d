package dev.karavel.spi.data;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads each column as the type the driver names for it. */
final class DeclaredTypes implements JdbcReader {
    private final ResultSet result;
    private final List<Column> columns = new ArrayList<>();
    private final JdbcValue[] values;

    DeclaredTypes(ResultSet result, Dialect dialect, boolean speaksJavaTime) throws SQLException {
        this.result = result;
        ResultSetMetaData metadata = result.getMetaData();
        int count = metadata.getColumnCount();
        List<String> labels = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            labels.add(metadata.getColumnLabel(i));
        }
        List<String> names = JdbcReader.unique(labels);
        values = new JdbcValue[count];
        for (int i = 0; i < count; i++) {
            String type = metadata.getColumnTypeName(i + 1);
            ColumnType kind = dialect.columnType(type);
            columns.add(new Column(names.get(i), kind));
            values[i] = JdbcValue.of(kind, type, speaksJavaTime);
        }
    }

    @Override
    public List<Column> columns() {
        return List.copyOf(columns);
    }

    @Override
    public boolean next() throws SQLException {
        return result.next();
    }

    @Override
    public Object value(int column) throws SQLException {
        return values[column].read(result, column + 1);
    }
}
