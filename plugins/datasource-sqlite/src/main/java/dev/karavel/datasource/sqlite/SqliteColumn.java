package dev.karavel.datasource.sqlite;

import dev.karavel.spi.data.ColumnType;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a column holds, by its declaration and by the values seen: each may have a type of its own. */
final class SqliteColumn {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}(\\.\\d+)?");
    private static final int MOST_BYTES = 32;

    private final String name;
    private final Optional<ColumnType> declared;
    private ColumnType type;

    private boolean seen;
    private boolean whole = true;
    private boolean numbers = true;
    private boolean truths = true;
    private boolean times = true;
    private boolean midnights = true;
    private boolean days = true;
    private boolean moments = true;

    /** @param declared empty for an expression */
    SqliteColumn(String name, Optional<ColumnType> declared) {
        this.name = name;
        this.declared = declared;
    }

    void see(Object value) {
        if (value == null || declared.filter(each -> each == ColumnType.TEXT).isPresent()) {
            return;
        }
        seen = true;
        boolean integer = value instanceof Integer || value instanceof Long;
        whole &= integer;
        numbers &= value instanceof Number;
        truths &= integer && (((Number) value).longValue() == 0 || ((Number) value).longValue() == 1);
        days &= value instanceof String text && DAY.matcher(text).matches();
        moments &= value instanceof String text && MOMENT.matcher(text).matches();
        boolean perhapsTime = declared.map(ColumnType::isTemporal).orElse(days || moments);
        if (perhapsTime && times) {
            Optional<LocalDateTime> moment = SqliteTimes.moment(value);
            times = moment.isPresent();
            midnights &= moment.filter(each -> each.toLocalTime().equals(LocalTime.MIDNIGHT))
                    .isPresent();
        }
    }

    /** Decided when first asked. */
    ColumnType type() {
        if (type == null) {
            type = seen ? decided() : declared.orElse(ColumnType.TEXT);
        }
        return type;
    }

    private ColumnType decided() {
        if (declared.isEmpty()) {
            boolean time = times && (days || moments);
            return time ? days ? ColumnType.DATE : ColumnType.TIMESTAMP : number();
        }
        return switch (declared.get()) {
            case TEXT -> ColumnType.TEXT;
            case INTEGER -> number();
            case DECIMAL -> numbers ? ColumnType.DECIMAL : ColumnType.TEXT;
            case BOOLEAN -> truths ? ColumnType.BOOLEAN : number();
            case DATE -> !times ? ColumnType.TEXT : midnights ? ColumnType.DATE : ColumnType.TIMESTAMP;
            case TIMESTAMP -> times ? ColumnType.TIMESTAMP : ColumnType.TEXT;
        };
    }

    private ColumnType number() {
        return whole ? ColumnType.INTEGER : numbers ? ColumnType.DECIMAL : ColumnType.TEXT;
    }

    Object read(Object value) throws SQLException {
        if (value == null) {
            return null;
        }
        return switch (type()) {
            case TEXT -> text(value);
            case INTEGER -> integer(value);
            case DECIMAL -> decimal(value);
            case BOOLEAN -> integer(value) != 0;
            case DATE -> moment(value).toLocalDate();
            case TIMESTAMP -> moment(value);
        };
    }

    private static String text(Object value) {
        if (value instanceof byte[] bytes) {
            int shown = Math.min(bytes.length, MOST_BYTES);
            return "0x" + HexFormat.of().formatHex(bytes, 0, shown) + (bytes.length > shown ? "…" : "");
        }
        return value.toString();
    }

    private long integer(Object value) throws SQLException {
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        throw misfit("a whole number");
    }

    private Object decimal(Object value) throws SQLException {
        if (value instanceof Double number) {
            return Double.isFinite(number) ? number : null;
        }
        return BigDecimal.valueOf(integer(value));
    }

    private LocalDateTime moment(Object value) throws SQLException {
        return SqliteTimes.moment(value).orElseThrow(() -> misfit("a time"));
    }

    private SQLException misfit(String expected) {
        return new SQLException(
                "A value of column " + name + " is not " + expected + " as those before it are; cast the column",
                "22018");
    }
}
