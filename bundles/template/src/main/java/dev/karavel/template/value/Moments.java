package dev.karavel.template.value;

import dev.karavel.template.run.TemplateFault;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;

/** Python's {@code datetime}, in UTC and English. */
public final class Moments {
    private static final int LONGEST = 200;

    private Moments() {}

    /** {@code 2024-01-31 12:00:00}, with microseconds where there are some. */
    static String text(LocalDateTime moment) {
        return strftime(moment, moment.getNano() == 0 ? "%Y-%m-%d %H:%M:%S" : "%Y-%m-%d %H:%M:%S.%f");
    }

    public static String iso(LocalDateTime moment) {
        return text(moment).replace(' ', 'T');
    }

    public static String strftime(LocalDateTime moment, String format) {
        return formatter(format).format(moment);
    }

    /** @throws TemplateFault if the text is not of that format */
    public static LocalDateTime strptime(String text, String format) {
        try {
            TemporalAccessor parsed = formatter(format).parse(text);
            LocalDate date = parsed.query(TemporalQueries.localDate());
            LocalTime time = parsed.query(TemporalQueries.localTime());
            if (date == null && parsed.isSupported(ChronoField.YEAR)) {
                int month = parsed.isSupported(ChronoField.MONTH_OF_YEAR) ? parsed.get(ChronoField.MONTH_OF_YEAR) : 1;
                date = LocalDate.of(parsed.get(ChronoField.YEAR), month, 1);
            }
            if (date != null) {
                return date.atTime(time == null ? LocalTime.MIDNIGHT : time);
            }
        } catch (DateTimeException e) {
            // said below, with the format
        }
        throw new TemplateFault("A text is not a date of the format " + format);
    }

    private static DateTimeFormatter formatter(String format) {
        if (format.length() > LONGEST) {
            throw new TemplateFault("The format of a date is too long");
        }
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%') {
                builder.appendLiteral(c);
            } else if (format.startsWith("-", i + 1) && i + 2 < format.length()) {
                i += 2;
                bare(builder, format.charAt(i));
            } else if (++i < format.length()) {
                directive(builder, format.charAt(i));
            } else {
                builder.appendLiteral('%');
            }
        }
        return builder.toFormatter(Locale.ENGLISH);
    }

    /** {@code %-d}: without a leading zero. */
    private static void bare(DateTimeFormatterBuilder builder, char directive) {
        switch (directive) {
            case 'm' -> builder.appendValue(ChronoField.MONTH_OF_YEAR);
            case 'd' -> builder.appendValue(ChronoField.DAY_OF_MONTH);
            case 'H' -> builder.appendValue(ChronoField.HOUR_OF_DAY);
            case 'I' -> builder.appendValue(ChronoField.CLOCK_HOUR_OF_AMPM);
            case 'M' -> builder.appendValue(ChronoField.MINUTE_OF_HOUR);
            case 'S' -> builder.appendValue(ChronoField.SECOND_OF_MINUTE);
            case 'j' -> builder.appendValue(ChronoField.DAY_OF_YEAR);
            default -> throw new TemplateFault("Formats of dates know no %-" + directive);
        }
    }

    private static void directive(DateTimeFormatterBuilder builder, char directive) {
        switch (directive) {
            case 'Y' -> builder.appendValue(ChronoField.YEAR, 4);
            case 'y' -> builder.appendValueReduced(ChronoField.YEAR, 2, 2, 1969);
            case 'm' -> builder.appendValue(ChronoField.MONTH_OF_YEAR, 2);
            case 'd' -> builder.appendValue(ChronoField.DAY_OF_MONTH, 2);
            case 'H' -> builder.appendValue(ChronoField.HOUR_OF_DAY, 2);
            case 'I' -> builder.appendValue(ChronoField.CLOCK_HOUR_OF_AMPM, 2);
            case 'M' -> builder.appendValue(ChronoField.MINUTE_OF_HOUR, 2);
            case 'S' -> builder.appendValue(ChronoField.SECOND_OF_MINUTE, 2);
            case 'f' -> builder.appendValue(ChronoField.MICRO_OF_SECOND, 6);
            case 'j' -> builder.appendValue(ChronoField.DAY_OF_YEAR, 3);
            case 'V' -> builder.appendValue(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 2);
            case 'G' -> builder.appendValue(IsoFields.WEEK_BASED_YEAR, 4);
            case 'u' -> builder.appendValue(ChronoField.DAY_OF_WEEK, 1);
            case 'p' -> builder.appendText(ChronoField.AMPM_OF_DAY);
            case 'b' -> builder.appendText(ChronoField.MONTH_OF_YEAR, TextStyle.SHORT);
            case 'B' -> builder.appendText(ChronoField.MONTH_OF_YEAR, TextStyle.FULL);
            case 'a' -> builder.appendText(ChronoField.DAY_OF_WEEK, TextStyle.SHORT);
            case 'A' -> builder.appendText(ChronoField.DAY_OF_WEEK, TextStyle.FULL);
            case 'F' -> builder.append(DateTimeFormatter.ISO_LOCAL_DATE);
            case 'T' -> builder.appendPattern("HH:mm:ss");
            case '%' -> builder.appendLiteral('%');
            default -> throw new TemplateFault("Formats of dates know no %" + directive);
        }
    }
}
