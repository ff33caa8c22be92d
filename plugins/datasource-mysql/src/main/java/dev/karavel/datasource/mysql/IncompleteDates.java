package dev.karavel.datasource.mysql;

import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.JdbcReader;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.List;

/** Reads days that no calendar has, such as 2024-05-00, as nothing; the driver does so only for 0000-00-00. */
record IncompleteDates(JdbcReader reader, List<Column> columns) implements JdbcReader {
    static IncompleteDates of(JdbcReader reader) throws SQLException {
        return new IncompleteDates(reader, reader.columns());
    }

    @Override
    public boolean next() throws SQLException {
        return reader.next();
    }

    @Override
    public Object value(int column) throws SQLException {
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
