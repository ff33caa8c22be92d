package dev.karavel.template.method;

import dev.karavel.api.template.Arguments;
import dev.karavel.template.run.TemplateFault;
import dev.karavel.template.value.Moments;
import dev.karavel.template.value.Text;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Python's methods of dates and moments, which are in UTC. */
public final class MomentMethods {
    private MomentMethods() {}

    public static Object call(LocalDateTime moment, boolean date, Arguments arguments) {
        return switch (arguments.function()) {
            case "strftime" -> {
                Arguments given = arguments.of("format");
                String result = Moments.strftime(moment, given.requiredText("format"));
                yield Text.like(result, given.value("format"));
            }
            case "isoformat" -> date ? moment.toLocalDate().toString() : Moments.iso(moment);
            case "date" -> moment.toLocalDate();
            case "timestamp" -> (double) moment.toEpochSecond(ZoneOffset.UTC) + moment.getNano() / 1e9;
            case "weekday" -> moment.getDayOfWeek().getValue() - 1L;
            case "isoweekday" -> (long) moment.getDayOfWeek().getValue();
            case "replace" -> replaced(moment, date, arguments);
            default ->
                throw new TemplateFault("A date has no method " + arguments.function()
                        + "(); it has date, isoformat, isoweekday, replace, strftime, timestamp, weekday");
        };
    }

    private static Object replaced(LocalDateTime moment, boolean date, Arguments arguments) {
        Arguments given = arguments.of("year", "month", "day", "hour", "minute", "second", "microsecond");
        try {
            LocalDateTime changed = LocalDateTime.of(
                    whole(given, "year", moment.getYear()),
                    whole(given, "month", moment.getMonthValue()),
                    whole(given, "day", moment.getDayOfMonth()),
                    whole(given, "hour", moment.getHour()),
                    whole(given, "minute", moment.getMinute()),
                    whole(given, "second", moment.getSecond()),
                    Math.multiplyExact(whole(given, "microsecond", moment.getNano() / 1000), 1000));
            return date ? changed.toLocalDate() : changed;
        } catch (java.time.DateTimeException | ArithmeticException e) {
            throw new TemplateFault("replace() makes no date");
        }
    }

    private static int whole(Arguments given, String name, int otherwise) {
        return Math.toIntExact(given.whole(name).orElse((long) otherwise));
    }
}
