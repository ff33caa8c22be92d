package dev.karavel.contract.data;

import dev.karavel.spi.data.Filter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** What filters mean, value by value. As in SQL, a comparison with nothing does not hold, negated or not. */
final class Matching {
    private Matching() {}

    static boolean holds(Filter filter, Object value) {
        return switch (filter.operator()) {
            case IS_NULL -> value == null;
            case IS_NOT_NULL -> value != null;
            case IS_TRUE -> Boolean.TRUE.equals(value);
            case IS_FALSE -> Boolean.FALSE.equals(value);
            case IN -> value == null ? filter.values().contains(null) : among(filter, value);
            case NOT_IN ->
                value == null ? filter.values().isEmpty() : filter.values().isEmpty() || !among(filter, value);
            case EQUALS -> value != null && compare(value, filter.values().get(0)) == 0;
            case NOT_EQUALS -> value != null && compare(value, filter.values().get(0)) != 0;
            case GREATER -> value != null && compare(value, filter.values().get(0)) > 0;
            case LESS -> value != null && compare(value, filter.values().get(0)) < 0;
            case GREATER_OR_EQUAL ->
                value != null && compare(value, filter.values().get(0)) >= 0;
            case LESS_OR_EQUAL ->
                value != null && compare(value, filter.values().get(0)) <= 0;
            case LIKE -> value != null && like(value, filter, 0);
            case NOT_LIKE -> value != null && !like(value, filter, 0);
            case ILIKE -> value != null && like(value, filter, Pattern.CASE_INSENSITIVE);
            case NOT_ILIKE -> value != null && !like(value, filter, Pattern.CASE_INSENSITIVE);
            case CONTAINS ->
                value != null
                        && value.toString()
                                .toLowerCase(Locale.ROOT)
                                .contains(filter.values().get(0).toString().toLowerCase(Locale.ROOT));
            case TEMPORAL_RANGE -> throw new IllegalArgumentException("A range is no comparison");
        };
    }

    private static boolean among(Filter filter, Object value) {
        return filter.values().stream().filter(Objects::nonNull).anyMatch(each -> compare(value, each) == 0);
    }

    private static boolean like(Object value, Filter filter, int flags) {
        StringBuilder regex = new StringBuilder();
        for (char c : filter.values().get(0).toString().toCharArray()) {
            regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), flags | Pattern.DOTALL)
                .matcher(value.toString())
                .matches();
    }

    private static int compare(Object value, Object given) {
        if (value instanceof Number number) {
            return decimal(number).compareTo(new BigDecimal(given.toString()));
        }
        if (value instanceof Boolean truth) {
            return truth.compareTo(Boolean.valueOf(given.toString().toLowerCase(Locale.ROOT)));
        }
        if (value instanceof LocalDateTime moment) {
            return moment.compareTo(moment(given));
        }
        if (value instanceof LocalDate date) {
            return date.compareTo(moment(given).toLocalDate());
        }
        return value.toString().compareTo(given.toString());
    }

    static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }

    private static LocalDateTime moment(Object given) {
        if (given instanceof Number milliseconds) {
            return LocalDateTime.ofInstant(Instant.ofEpochMilli(milliseconds.longValue()), ZoneOffset.UTC);
        }
        String text = given.toString();
        if (text.endsWith("Z")) {
            return OffsetDateTime.parse(text).toLocalDateTime();
        }
        return text.length() == 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
    }
}
