package dev.karavel.spi.data;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TimeZone;

/** Reads a column in the Java type that its {@link ColumnType} promises. */
interface JdbcValue {
    int MOST_BYTES = 32;
    int MOST_CHARACTERS = 1 << 20;
    int FARTHEST_YEAR = 200_000;

    Object read(ResultSet row, int column) throws SQLException;

    static JdbcValue of(ColumnType type, String sourceType, boolean speaksJavaTime) {
        String name = sourceType.toUpperCase(Locale.ROOT);
        boolean zoned = name.contains("WITH TIME ZONE") || name.equals("TIMESTAMPTZ") || name.equals("DATETIMEOFFSET");
        return switch (type) {
            case TEXT -> (row, column) -> text(row.getObject(column));
            case INTEGER -> (row, column) -> integer(row.getObject(column));
            case DECIMAL -> (row, column) -> decimal(row.getObject(column));
            case BOOLEAN ->
                (row, column) -> {
                    boolean truth = row.getBoolean(column);
                    return row.wasNull() ? null : truth;
                };
            case DATE ->
                speaksJavaTime
                        ? (row, column) -> inHistory(row.getObject(column, LocalDate.class))
                        : (row, column) -> {
                            Date date = row.getDate(column);
                            return date == null ? null : date.toLocalDate();
                        };
            case TIMESTAMP -> timestamp(speaksJavaTime, zoned);
        };
    }

    private static JdbcValue timestamp(boolean speaksJavaTime, boolean zoned) {
        if (speaksJavaTime && zoned) {
            return (row, column) -> {
                OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
                return moment == null || inHistory(moment.toLocalDate()) == null
                        ? null
                        : moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
            };
        }
        if (speaksJavaTime) {
            return (row, column) -> {
                LocalDateTime moment = row.getObject(column, LocalDateTime.class);
                return moment == null || inHistory(moment.toLocalDate()) == null ? null : moment;
            };
        }
        // read as if written in UTC: the server's own zone may skip an hour in spring
        Calendar utc = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        return (row, column) -> {
            Timestamp moment = row.getTimestamp(column, utc);
            return moment == null ? null : LocalDateTime.ofInstant(moment.toInstant(), ZoneOffset.UTC);
        };
    }

    static void bind(PreparedStatement statement, int place, ColumnType type, Object value, boolean speaksJavaTime)
            throws SQLException {
        if (value == null) {
            statement.setNull(place, code(type));
        } else if (value instanceof LocalDate date && !speaksJavaTime) {
            statement.setDate(place, Date.valueOf(date));
        } else if (value instanceof LocalDateTime moment && !speaksJavaTime) {
            Calendar utc = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
            statement.setTimestamp(place, Timestamp.from(moment.toInstant(ZoneOffset.UTC)), utc);
        } else {
            statement.setObject(place, value);
        }
    }

    private static int code(ColumnType type) {
        return switch (type) {
            case TEXT -> Types.VARCHAR;
            case INTEGER -> Types.BIGINT;
            case DECIMAL -> Types.DOUBLE;
            case BOOLEAN -> Types.BOOLEAN;
            case DATE -> Types.DATE;
            case TIMESTAMP -> Types.TIMESTAMP;
        };
    }

    /** Infinity, which some warehouses have and give as the farthest date there is, is no time. */
    private static LocalDate inHistory(LocalDate date) {
        return date == null || Math.abs(date.getYear()) > FARTHEST_YEAR ? null : date;
    }

    private static Object integer(Object value) {
        if (value == null || value instanceof Long) {
            return value;
        }
        if (value instanceof Number number) {
            return number.longValue();
        }
        return value instanceof Boolean truth ? (Object) (truth ? 1L : 0L) : Long.valueOf(value.toString());
    }

    private static Object decimal(Object value) {
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? shortest((Number) value) : null;
        }
        if (value == null || value instanceof BigDecimal) {
            return value;
        }
        if (value instanceof BigInteger number) {
            return new BigDecimal(number);
        }
        return value instanceof Number number
                ? BigDecimal.valueOf(number.longValue())
                : new BigDecimal(value.toString());
    }

    /** 0.1f as 0.1, not as 0.10000000149011612. */
    private static Double shortest(Number number) {
        return number instanceof Float ? Double.valueOf(number.toString()) : (Double) number;
    }

    private static String text(Object value) throws SQLException {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        if (value instanceof byte[] bytes) {
            return hex(bytes, bytes.length);
        }
        if (value instanceof Blob blob) {
            return hex(blob.getBytes(1, MOST_BYTES), blob.length());
        }
        if (value instanceof Clob clob) {
            return clob.getSubString(1, (int) Math.min(MOST_CHARACTERS, clob.length()));
        }
        return value instanceof SQLXML xml ? xml.getString() : value.toString();
    }

    /** The first bytes: enough to recognise a value, and harmless in a table. */
    private static String hex(byte[] bytes, long length) {
        int shown = Math.min(bytes.length, MOST_BYTES);
        return "0x" + HexFormat.of().formatHex(bytes, 0, shown) + (length > shown ? "…" : "");
    }
}
