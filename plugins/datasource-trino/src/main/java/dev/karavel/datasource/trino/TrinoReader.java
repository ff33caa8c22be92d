package dev.karavel.datasource.trino;

import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.JdbcReader;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.List;

/** Reads moments with a zone, which the driver gives in one way of its own. */
final class TrinoReader implements JdbcReader {
    private final JdbcReader reader;
    private final ResultSet result;
    private final List<Column> columns;
    private final BitSet zoned = new BitSet();

    TrinoReader(JdbcReader reader, ResultSet result) throws SQLException {
        this.reader = reader;
        this.result = result;
        columns = reader.columns();
        ResultSetMetaData metadata = result.getMetaData();
        for (int i = 0; i < columns.size(); i++) {
            String type = metadata.getColumnTypeName(i + 1);
            zoned.set(i, columns.get(i).type().isTemporal() && type.endsWith("with time zone"));
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
        if (!zoned.get(column)) {
            return reader.value(column);
        }
        ZonedDateTime moment = result.getObject(column + 1, ZonedDateTime.class);
        return moment == null
                ? null
                : moment.withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }
}
