package dev.karavel.datasource.clickhouse;

import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.JdbcReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/** Moments in UTC, whatever the zone of their column; and what has no type of ours as ClickHouse writes it. */
record ClickHouseReader(JdbcReader reader, ResultSet result, List<Column> columns) implements JdbcReader {
    static ClickHouseReader of(JdbcReader reader, ResultSet result) throws SQLException {
        return new ClickHouseReader(reader, result, reader.columns());
    }

    @Override
    public boolean next() throws SQLException {
        return reader.next();
    }

    @Override
    public Object value(int column) throws SQLException {
        return switch (columns.get(column).type()) {
            case TEXT -> result.getString(column + 1);
            case TIMESTAMP -> {
                ZonedDateTime moment = result.getObject(column + 1, ZonedDateTime.class);
                yield moment == null
                        ? null
                        : moment.withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
            }
            default -> reader.value(column);
        };
    }
}
