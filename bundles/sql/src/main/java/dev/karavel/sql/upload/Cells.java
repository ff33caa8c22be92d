package dev.karavel.sql.upload;

import dev.karavel.spi.data.ColumnType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the values of a file mean. A number has no leading zero, so postal codes stay texts, and a whole one at most 18 digits;
 * truth is true or false; dates and times are in ISO form, or as 31.12.2024; a time with an offset is taken to UTC. Columns named
 * as dates may also be written 12/31/2024, or 31/12/2024 where the day comes first.
 */
final class Cells {
    private static final Pattern INTEGER = Pattern.compile("[+-]?(0|[1-9]\\d{0,17})");
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?((0|[1-9]\\d{0,17})(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern ISO = Pattern.compile("(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})(?:[T ](\\S.*))?");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?: (\\S.*))?");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})(?: (\\S.*))?");
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)? ?(Z|UTC|[+-]\\d{2}(?::?\\d{2})?)?");
    private static final Set<String> USUAL_NULLS = Set.of(
            "",
            "#N/A",
            "#N/A N/A",
            "#NA",
            "-NaN",
            "-nan",
            "<NA>",
            "N/A",
            "NA",
            "NULL",
            "NaN",
            "None",
            "n/a",
            "nan",
            "null");

    private final Set<String> nulls;
    private final char decimalSign;
    private final boolean dayFirst;

    Cells(Set<String> nulls, char decimalSign, boolean dayFirst) {
        this.nulls = nulls.isEmpty() ? USUAL_NULLS : nulls;
        this.decimalSign = decimalSign;
        this.dayFirst = dayFirst;
    }

    /** An empty field is no value in every column but one of texts where empty is not among the words for none. */
    boolean isNull(Object cell, boolean text) {
        return cell == null || cell instanceof String value && (nulls.contains(value) || !text && value.isBlank());
    }

    /** Whether the value can stand in a column of that type without being told so. */
    boolean fits(ColumnType type, Object cell) {
        if (!(cell instanceof String text)) {
            return fitsTyped(type, cell);
        }
        return switch (type) {
            case TEXT -> true;
            case INTEGER -> INTEGER.matcher(text.trim()).matches();
            case DECIMAL -> DECIMAL.matcher(point(text)).matches();
            case BOOLEAN -> text.trim().equalsIgnoreCase("true") || text.trim().equalsIgnoreCase("false");
            case DATE -> moment(text, false).filter(Cells::isDay).isPresent();
            case TIMESTAMP -> moment(text, false).isPresent();
        };
    }

    private static boolean fitsTyped(ColumnType type, Object cell) {
        return switch (type) {
            case TEXT -> true;
            case INTEGER -> cell instanceof BigDecimal number && isWhole(number);
            case DECIMAL -> cell instanceof BigDecimal;
            case BOOLEAN -> cell instanceof Boolean;
            case DATE ->
                cell instanceof LocalDateTime moment && moment.toLocalTime().equals(LocalTime.MIDNIGHT);
            case TIMESTAMP -> cell instanceof LocalDateTime;
        };
    }

    /** The value in the Java type of the column; empty if it does not fit. */
    Optional<Object> read(ColumnType type, Object cell) {
        return switch (type) {
            case TEXT -> Optional.of(text(cell));
            case INTEGER -> integer(cell);
            case DECIMAL -> decimal(cell);
            case BOOLEAN -> truth(cell);
            case DATE -> moment(cell).map(LocalDateTime::toLocalDate);
            case TIMESTAMP -> moment(cell).map(moment -> moment);
        };
    }

    private static String text(Object cell) {
        if (cell instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        if (cell instanceof LocalDateTime moment) {
            return isDay(moment)
                    ? moment.toLocalDate().toString()
                    : moment.toString().replace('T', ' ');
        }
        return cell.toString();
    }

    private Optional<Object> integer(Object cell) {
        if (cell instanceof String text && INTEGER.matcher(text.trim()).matches()) {
            return Optional.of(Long.valueOf(text.trim()));
        }
        Optional<Object> number = cell instanceof String ? decimal(cell) : Optional.of(cell);
        return number.map(value -> value instanceof Double real ? BigDecimal.valueOf(real) : value)
                .filter(value -> value instanceof BigDecimal exact && isWhole(exact))
                .map(value -> ((BigDecimal) value).longValueExact());
    }

    private Optional<Object> decimal(Object cell) {
        if (cell instanceof BigDecimal number) {
            return Optional.of(number.doubleValue());
        }
        String text = cell instanceof String given ? point(given) : "";
        if (!DECIMAL.matcher(text).matches()) {
            return Optional.empty();
        }
        double number = Double.parseDouble(text);
        return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    }

    private static Optional<Object> truth(Object cell) {
        if (cell instanceof Boolean) {
            return Optional.of(cell);
        }
        return switch (String.valueOf(cell).trim().toLowerCase(java.util.Locale.ROOT)) {
            case "true", "t", "yes", "y", "1" -> Optional.of(true);
            case "false", "f", "no", "n", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private Optional<LocalDateTime> moment(Object cell) {
        return cell instanceof LocalDateTime moment
                ? Optional.of(moment)
                : cell instanceof String text ? moment(text, true) : Optional.empty();
    }

    private Optional<LocalDateTime> moment(String given, boolean slashes) {
        String text = given.trim();
        try {
            Matcher form = ISO.matcher(text);
            if (form.matches()) {
                return moment(form.group(1), form.group(3), form.group(4), form.group(5));
            }
            form = DOTTED.matcher(text);
            if (form.matches()) {
                return moment(form.group(3), form.group(2), form.group(1), form.group(4));
            }
            form = SLASHED.matcher(text);
            if (slashes && form.matches()) {
                return moment(form.group(3), form.group(dayFirst ? 2 : 1), form.group(dayFirst ? 1 : 2), form.group(4));
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<LocalDateTime> moment(String year, String month, String day, String time) {
        LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        if (time == null) {
            return Optional.of(date.atStartOfDay());
        }
        Matcher form = TIME.matcher(time.trim());
        if (!form.matches()) {
            return Optional.empty();
        }
        String fraction = form.group(4) == null ? "" : form.group(4);
        LocalDateTime moment = date.atTime(
                Integer.parseInt(form.group(1)),
                Integer.parseInt(form.group(2)),
                form.group(3) == null ? 0 : Integer.parseInt(form.group(3)),
                fraction.isEmpty() ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9)));
        String zone = form.group(5);
        boolean local = zone == null || zone.equals("Z") || zone.equals("UTC");
        return Optional.of(
                local ? moment : moment.minusSeconds(ZoneOffset.of(zone).getTotalSeconds()));
    }

    private static boolean isDay(LocalDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private static boolean isWhole(BigDecimal number) {
        return number.abs().compareTo(BigDecimal.valueOf(1_000_000_000_000_000_000L)) < 0
                && number.setScale(0, RoundingMode.DOWN).compareTo(number) == 0;
    }

    private String point(String text) {
        String trimmed = text.trim();
        return decimalSign == '.' ? trimmed : trimmed.indexOf('.') >= 0 ? "" : trimmed.replace(decimalSign, '.');
    }
}
