package dev.karavel.spi.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Set;

/** SQL:2016 as most warehouses speak it. Subclasses override where theirs differs. */
public abstract class StandardDialect implements Dialect {
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
            .toFormatter(Locale.ROOT);

    @Override
    public Set<Capability> capabilities() {
        return Set.of(
                Capability.COMMON_TABLE_EXPRESSIONS,
                Capability.WINDOW_FUNCTIONS,
                Capability.SEVERAL_DISTINCT_COUNTS,
                Capability.NULLS_ORDERING,
                Capability.BOOLEAN_TYPE,
                Capability.SCHEMAS,
                Capability.CANCEL);
    }

    @Override
    public String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    @Override
    public String literal(Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Boolean truth) {
            return truth ? "TRUE" : "FALSE";
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof Double || value instanceof Float) {
            return real(((Number) value).doubleValue());
        }
        if (value instanceof Number number) {
            return number.toString();
        }
        if (value instanceof LocalDate date) {
            return date(date);
        }
        if (value instanceof LocalDateTime moment) {
            return timestamp(moment);
        }
        throw new IllegalArgumentException(
                "No literal for a value of " + value.getClass().getName());
    }

    /** Overridden where a backslash escapes inside a literal. */
    protected String text(String value) {
        return '\'' + value.replace("'", "''") + '\'';
    }

    protected String date(LocalDate date) {
        return "DATE '" + date + "'";
    }

    protected String timestamp(LocalDateTime moment) {
        return "TIMESTAMP '" + iso(moment) + "'";
    }

    /** {@code 2024-01-31 12:00:00}, with a fraction down to microseconds where there is one. */
    protected static String iso(LocalDateTime moment) {
        return TIMESTAMP.format(moment);
    }

    private static String real(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("No literal for " + value);
        }
        return new BigDecimal(Double.toString(value)).toPlainString();
    }

    /** By DATE_TRUNC and INTERVAL; the result is a timestamp, whatever the expression was. */
    @Override
    public String truncate(TimeGrain grain, String expression) {
        String time = asTimestamp(expression);
        return switch (grain) {
            case SECOND, MINUTE, HOUR, DAY, WEEK, MONTH, QUARTER, YEAR -> truncated(grain.name(), time);
            case WEEK_STARTING_MONDAY -> truncated("WEEK", time);
            case FIVE_SECONDS -> bucket("MINUTE", 5, "SECOND", time);
            case THIRTY_SECONDS -> bucket("MINUTE", 30, "SECOND", time);
            case FIVE_MINUTES -> bucket("HOUR", 5, "MINUTE", time);
            case TEN_MINUTES -> bucket("HOUR", 10, "MINUTE", time);
            case FIFTEEN_MINUTES -> bucket("HOUR", 15, "MINUTE", time);
            case THIRTY_MINUTES -> bucket("HOUR", 30, "MINUTE", time);
            case SIX_HOURS -> bucket("DAY", 6, "HOUR", time);
            case WEEK_STARTING_SUNDAY -> truncated("WEEK", time + " + INTERVAL '1' DAY") + " - INTERVAL '1' DAY";
            case WEEK_ENDING_SATURDAY -> truncated("WEEK", time + " + INTERVAL '1' DAY") + " + INTERVAL '5' DAY";
            case WEEK_ENDING_SUNDAY -> truncated("WEEK", time) + " + INTERVAL '6' DAY";
        };
    }

    /** Whatever holds a time, as a timestamp in UTC without a zone: what {@link #truncate} rounds. */
    protected String asTimestamp(String expression) {
        return "CAST(" + expression + " AS TIMESTAMP)";
    }

    /** @param unit in upper case; a week starts on Monday */
    protected String truncated(String unit, String timestamp) {
        return "DATE_TRUNC('" + unit + "', " + timestamp + ")";
    }

    /** Rounds down to so many of a unit, counted from the start of the larger one. */
    protected String bucket(String from, int size, String unit, String timestamp) {
        return truncated(from, timestamp) + " + FLOOR(EXTRACT(" + unit + " FROM " + timestamp + ") / " + size
                + ") * INTERVAL '" + size + "' " + unit;
    }

    @Override
    public String aggregate(Aggregate aggregate, String expression) {
        return aggregate == Aggregate.COUNT_DISTINCT
                ? "COUNT(DISTINCT " + expression + ")"
                : aggregate + "(" + expression + ")";
    }

    @Override
    public String limit(String statement, int limit, int offset) {
        StringBuilder sql = new StringBuilder(statement);
        if (limit > 0) {
            sql.append("\nLIMIT ").append(limit);
        }
        if (offset > 0) {
            sql.append("\nOFFSET ").append(offset);
        }
        return sql.toString();
    }

    @Override
    public String likeIgnoringCase(String expression, String patternLiteral, boolean negated) {
        String not = negated ? " NOT" : "";
        return capabilities().contains(Capability.ILIKE)
                ? expression + not + " ILIKE " + patternLiteral
                : "LOWER(" + expression + ")" + not + " LIKE LOWER(" + patternLiteral + ")";
    }

    @Override
    public ColumnType columnType(String sourceType) {
        String type = sourceType
                .toUpperCase(Locale.ROOT)
                .replaceAll("\\([^()]*\\)", "")
                .trim();
        return switch (type) {
            case "TIMESTAMP", "DATETIME", "TIMESTAMPTZ", "TIMESTAMP WITH TIME ZONE", "TIMESTAMP WITHOUT TIME ZONE" ->
                ColumnType.TIMESTAMP;
            case "DATE" -> ColumnType.DATE;
            case "BOOLEAN", "BOOL" -> ColumnType.BOOLEAN;
            case "TINYINT", "SMALLINT", "MEDIUMINT", "INTEGER", "INT", "BIGINT", "INT2", "INT4", "INT8" ->
                ColumnType.INTEGER;
            case "DECIMAL", "NUMERIC", "DOUBLE", "DOUBLE PRECISION", "FLOAT", "REAL", "FLOAT4", "FLOAT8" ->
                ColumnType.DECIMAL;
            default -> ColumnType.TEXT;
        };
    }
}
