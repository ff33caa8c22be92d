package dev.karavel.datasource.mysql;

import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.JdbcReader;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Types;
import java.util.BitSet;
import java.util.List;

/**
 * Reads days that no calendar has, such as 2024-05-00, as nothing, which the driver does only for 0000-00-00; and durations of
 * more than a day as they are.
 */
final class MysqlReader implements JdbcReader {
    private final JdbcReader reader;
    private final ResultSet result;
    private final List<Column> columns;
    private final BitSet durations = new BitSet();

    MysqlReader(JdbcReader reader, ResultSet result) throws SQLException {
        this.reader = reader;
        this.result = result;
        columns = reader.columns();
        ResultSetMetaData metadata = result.getMetaData();
        for (int i = 0; i < columns.size(); i++) {
            durations.set(i, metadata.getColumnType(i + 1) == Types.TIME);
        }
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public boolean next() throws SQLException {
        return reader.next();
    }

    @Override
    public Object value(int column) throws SQLException {
        if (durations.get(column)) {
            return result.getString(column + 1);
        }
        try {
            return reader.value(column);
        } catch (SQLDataException e) {
            if (columns.get(column).type().isTemporal()) {
                return null;
            }
            throw e;
        }
    }
}
