package dev.karavel.sql.write;

import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.Capability;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Dialect;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;

/** Values of filters as literals of the type of the column they are compared with. */
record Literals(Dialect dialect) {
    /** More digits than any warehouse has; 1e999999999 written out would fill the memory. */
    private static final int MOST_DIGITS = 400;

    private static final int LONGEST_NUMBER = 60;

    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT);

    String of(Object value, ColumnType type) {
        return switch (type) {
            case TEXT -> dialect.literal(text(value));
            case INTEGER, DECIMAL -> dialect.literal(number(value));
            case BOOLEAN -> truth(isTrue(value));
            case DATE -> dialect.literal(moment(value).toLocalDate());
            case TIMESTAMP -> dialect.literal(moment(value));
        };
    }

    /** For expressions, whose type nobody knows: as the value says itself. */
    String untyped(Object value) {
        if (value instanceof Boolean truth) {
            return truth(truth);
        }
        return value instanceof Number ? dialect.literal(number(value)) : dialect.literal(value.toString());
    }

    String truth(boolean truth) {
        return dialect.capabilities().contains(Capability.BOOLEAN_TYPE) ? dialect.literal(truth) : truth ? "1" : "0";
    }

    /** A bound of time; a date column has no hours, so a bound within a day means the next one. */
    String bound(LocalDateTime moment, ColumnType type) {
        return switch (type) {
            case DATE -> {
                boolean midnight = moment.toLocalTime().equals(LocalTime.MIDNIGHT);
                yield dialect.literal(
                        midnight ? moment.toLocalDate() : moment.toLocalDate().plusDays(1));
            }
            case TEXT ->
                dialect.literal(
                        moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                                ? moment.toLocalDate().toString()
                                : moment.toString().replace('T', ' '));
            default -> dialect.literal(moment);
        };
    }

    private static String text(Object value) {
        return value instanceof BigDecimal decimal ? bounded(decimal).toPlainString() : value.toString();
    }

    private static Number number(Object value) {
        if (value instanceof Long || value instanceof Integer) {
            return (Number) value;
        }
        String text = value instanceof Boolean truth
                ? (truth ? "1" : "0")
                : value.toString().trim();
        try {
            if (text.length() > LONGEST_NUMBER) {
                throw new NumberFormatException("too long");
            }
            return bounded(new BigDecimal(text));
        } catch (NumberFormatException e) {
            throw KaravelException.invalid("filters", "A filter on a number has a value that is no number");
        }
    }

    private static BigDecimal bounded(BigDecimal number) {
        if (Math.abs((long) number.scale()) + number.precision() > MOST_DIGITS) {
            throw KaravelException.invalid("filters", "A number has too many digits");
        }
        return number;
    }

    private static boolean isTrue(Object value) {
        return switch (value.toString().trim().toLowerCase(Locale.ROOT)) {
            case "true", "1", "t", "yes" -> true;
            case "false", "0", "f", "no" -> false;
            default -> throw KaravelException.invalid("filters", "A filter on true or false has another value");
        };
    }

    /** ISO 8601 or epoch milliseconds, in UTC. */
    private static LocalDateTime moment(Object value) {
        try {
            if (value instanceof Number number) {
                return LocalDateTime.ofInstant(Instant.ofEpochMilli(number.longValue()), ZoneOffset.UTC);
            }
            TemporalAccessor parsed = MOMENT.parse(value.toString().trim());
            LocalTime time = parsed.query(TemporalQueries.localTime());
            LocalDateTime moment = LocalDate.from(parsed).atTime(time == null ? LocalTime.MIDNIGHT : time);
            ZoneOffset offset = parsed.query(TemporalQueries.offset());
            return offset == null ? moment : moment.minusSeconds(offset.getTotalSeconds());
        } catch (DateTimeException e) {
            throw KaravelException.invalid("filters", "A filter on time has a value that is no date");
        }
    }
}
