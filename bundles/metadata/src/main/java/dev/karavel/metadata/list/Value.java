package dev.karavel.metadata.list;

import dev.karavel.api.error.KaravelException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What somebody filters a column by, as it came out of JSON or Rison. */
record Value(String column, Object raw) {
    private static final int MOST = 1_000;

    String text() {
        if (raw == null || raw instanceof Collection<?>) {
            throw wrong("a text");
        }
        return raw.toString();
    }

    long number() {
        if (raw instanceof Number number && number.doubleValue() == number.longValue()) {
            return number.longValue();
        }
        try {
            return Long.parseLong(text().trim());
        } catch (NumberFormatException e) {
            throw wrong("a whole number");
        }
    }

    boolean flag() {
        if (raw instanceof Boolean flag) {
            return flag;
        }
        return switch (String.valueOf(raw).toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw wrong("true or false");
        };
    }

    LocalDateTime time() {
        String text = text().trim().replace(' ', 'T');
        try {
            if (text.length() <= 10) {
                return LocalDateTime.parse(text + "T00:00:00");
            }
            if (text.endsWith("Z") || text.matches(".*[+-]\\d\\d:?\\d\\d")) {
                return OffsetDateTime.parse(text)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime();
            }
            return LocalDateTime.parse(text);
        } catch (DateTimeException e) {
            throw wrong("a time such as 2026-01-31T12:00:00Z");
        }
    }

    /** One or several, each as a value of its own. */
    List<Value> each() {
        if (!(raw instanceof Collection<?> many)) {
            return List.of(this);
        }
        if (many.size() > MOST) {
            throw wrong("at most " + MOST + " values");
        }
        return many.stream().map(one -> new Value(column, one)).toList();
    }

    private KaravelException wrong(String expected) {
        return KaravelException.invalid(column, "A filter on " + column + " takes " + expected);
    }
}
