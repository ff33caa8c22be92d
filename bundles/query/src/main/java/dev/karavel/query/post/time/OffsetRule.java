package dev.karavel.query.post.time;

import dev.karavel.query.post.Options;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How far apart points in time are, in pandas' offset words: {@code 1D}, {@code 2h30min}, {@code W-MON}, {@code MS}. Rules of
 * whole weeks and of ends of months name a period by its last day, all others by their start.
 */
public sealed interface OffsetRule {
    /** The name of the period that moment lies in. */
    LocalDateTime label(LocalDateTime moment);

    /** The name of the n-th period after the one of that name. */
    LocalDateTime next(LocalDateTime label, long periods);

    /** Whether a period is named by its last day, and holds that day. */
    boolean byEnd();

    /** @param step between points that are counted from the origin */
    record Fixed(Duration step, LocalDateTime origin) implements OffsetRule {
        @Override
        public LocalDateTime label(LocalDateTime moment) {
            long off = Math.floorDiv(nanos(Duration.between(origin, moment)), nanos(step));
            return origin.plus(step.multipliedBy(off));
        }

        @Override
        public LocalDateTime next(LocalDateTime label, long periods) {
            return label.plus(step.multipliedBy(periods));
        }

        @Override
        public boolean byEnd() {
            return false;
        }

        private static long nanos(Duration duration) {
            return Math.addExact(Math.multiplyExact(duration.getSeconds(), 1_000_000_000L), duration.getNano());
        }
    }

    /** Weeks that end on a day. */
    record Weeks(int count, DayOfWeek last) implements OffsetRule {
        @Override
        public LocalDateTime label(LocalDateTime moment) {
            return moment.toLocalDate().with(TemporalAdjusters.nextOrSame(last)).atStartOfDay();
        }

        @Override
        public LocalDateTime next(LocalDateTime label, long periods) {
            return label.plusWeeks(count * periods);
        }

        @Override
        public boolean byEnd() {
            return true;
        }
    }

    /**
     * @param length of a period in months: 1, 3 or 12
     * @param anchor the month in which a period starts, or with byEnd ends
     */
    record Months(int count, int length, Month anchor, boolean byEnd) implements OffsetRule {
        @Override
        public LocalDateTime label(LocalDateTime moment) {
            LocalDate month = moment.toLocalDate().withDayOfMonth(1);
            int past = Math.floorMod(month.getMonthValue() - anchor.getValue(), length);
            LocalDate start = byEnd ? month.plusMonths(past == 0 ? 0 : length - past) : month.minusMonths(past);
            return (byEnd ? end(start) : start).atStartOfDay();
        }

        @Override
        public LocalDateTime next(LocalDateTime label, long periods) {
            LocalDate month = label.toLocalDate().withDayOfMonth(1).plusMonths(count * length * periods);
            return (byEnd ? end(month) : month).atStartOfDay();
        }

        private static LocalDate end(LocalDate month) {
            return month.with(TemporalAdjusters.lastDayOfMonth());
        }
    }

    /**
     * @param word as the option has it
     * @return the rule once the first moment is known; what is not of the calendar counts from the start of its day
     */
    static Function<LocalDateTime, OffsetRule> read(Options options, String option, String word) {
        try {
            Matcher calendar = Words.CALENDAR.matcher(word);
            if (word.length() > Words.LONGEST) {
                throw new DateTimeException("too long");
            }
            if (calendar.matches()) {
                OffsetRule rule = Words.calendar(calendar);
                return first -> rule;
            }
            if (Words.FIXED.matcher(word).matches()) {
                Duration step = Words.fixed(word);
                if (!step.isZero()) {
                    return first -> new Fixed(step, first.truncatedTo(ChronoUnit.DAYS));
                }
            }
        } catch (ArithmeticException | DateTimeException | NumberFormatException e) {
            // out of range: refused below like any other word
        }
        throw options.wrong(
                option,
                "has to be a number and one of D, h, min, s, ms, us (also together, 1h30min) or W, MS, ME, QS, QE, YS, YE"
                        + " with a day or month where it ends or starts (W-MON, QS-FEB), not " + word);
    }

    /** The words themselves, older ones too. */
    final class Words {
        static final int LONGEST = 40;
        private static final String UNIT = "(D|days?|h|H|hours?|min|T|minutes?|s|S|seconds?|ms|L|us|U)";
        static final Pattern FIXED = Pattern.compile("(\\d{0,9}" + UNIT + ")+");
        private static final Pattern PART = Pattern.compile("(\\d{0,9})" + UNIT);
        static final Pattern CALENDAR = Pattern.compile("(\\d{0,4})(W|MS|ME|M|QS|QE|Q|YS|AS|YE|Y|A)(?:-([A-Z]{3}))?");
        private static final Map<String, Duration> UNITS = Map.ofEntries(
                Map.entry("D", Duration.ofDays(1)),
                Map.entry("day", Duration.ofDays(1)),
                Map.entry("h", Duration.ofHours(1)),
                Map.entry("H", Duration.ofHours(1)),
                Map.entry("hour", Duration.ofHours(1)),
                Map.entry("min", Duration.ofMinutes(1)),
                Map.entry("T", Duration.ofMinutes(1)),
                Map.entry("minute", Duration.ofMinutes(1)),
                Map.entry("s", Duration.ofSeconds(1)),
                Map.entry("S", Duration.ofSeconds(1)),
                Map.entry("second", Duration.ofSeconds(1)),
                Map.entry("ms", Duration.ofMillis(1)),
                Map.entry("L", Duration.ofMillis(1)),
                Map.entry("us", Duration.of(1, ChronoUnit.MICROS)),
                Map.entry("U", Duration.of(1, ChronoUnit.MICROS)));

        private Words() {}

        static Duration fixed(String word) {
            Duration step = Duration.ZERO;
            Matcher part = PART.matcher(word);
            while (part.find()) {
                String unit = part.group(2);
                String known = UNITS.containsKey(unit) ? unit : unit.substring(0, unit.length() - 1);
                step = step.plus(UNITS.get(known).multipliedBy(count(part.group(1))));
            }
            return step;
        }

        static OffsetRule calendar(Matcher word) {
            int count = (int) count(word.group(1));
            String anchor = word.group(3);
            String unit = word.group(2);
            if (count == 0) {
                throw new DateTimeException("no step");
            }
            if (unit.equals("W")) {
                return new Weeks(count, anchor == null ? DayOfWeek.SUNDAY : named(DayOfWeek.values(), anchor));
            }
            boolean byEnd = !unit.endsWith("S");
            int length = unit.startsWith("M") ? 1 : unit.startsWith("Q") ? 3 : 12;
            if (length == 1 && anchor != null) {
                throw new DateTimeException("months have no anchor");
            }
            Month usual = byEnd ? Month.DECEMBER : Month.JANUARY;
            return new Months(count, length, anchor == null ? usual : named(Month.values(), anchor), byEnd);
        }

        private static long count(String digits) {
            return digits.isEmpty() ? 1 : Long.parseLong(digits);
        }

        private static <E extends Enum<E>> E named(E[] all, String anchor) {
            return Stream.of(all)
                    .filter(each -> each.name().startsWith(anchor))
                    .findFirst()
                    .orElseThrow(() -> new DateTimeException(List.of(all) + " has no " + anchor));
        }
    }
}
