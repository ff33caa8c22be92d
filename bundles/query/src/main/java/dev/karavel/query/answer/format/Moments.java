package dev.karavel.query.answer.format;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Times as digits: {@code 2024-05-15 06:00:00}, with as much of a fraction as there is. */
final class Moments {
    private static final int MICRO = 1_000;
    private static final int MILLI = 1_000_000;

    private Moments() {}

    static void write(Appendable out, LocalDateTime moment, char between) throws IOException {
        write(out, moment.toLocalDate());
        out.append(between);
        padded(out, moment.getHour(), 2);
        out.append(':');
        padded(out, moment.getMinute(), 2);
        out.append(':');
        padded(out, moment.getSecond(), 2);
        int nano = moment.getNano();
        if (nano != 0) {
            out.append('.');
            if (nano % MILLI == 0) {
                padded(out, nano / MILLI, 3);
            } else if (nano % MICRO == 0) {
                padded(out, nano / MICRO, 6);
            } else {
                padded(out, nano, 9);
            }
        }
    }

    static void write(Appendable out, LocalDate date) throws IOException {
        if (date.getYear() < 0 || date.getYear() > 9999) {
            out.append(date.toString());
            return;
        }
        padded(out, date.getYear(), 4);
        out.append('-');
        padded(out, date.getMonthValue(), 2);
        out.append('-');
        padded(out, date.getDayOfMonth(), 2);
    }

    private static void padded(Appendable out, int number, int digits) throws IOException {
        int power = 1;
        for (int i = 1; i < digits; i++) {
            power *= 10;
        }
        for (int rest = number; power > 0; power /= 10) {
            out.append((char) ('0' + rest / power % 10));
        }
    }
}
