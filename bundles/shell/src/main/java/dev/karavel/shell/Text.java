package dev.karavel.shell;

import dev.karavel.api.error.KaravelException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the commands write what they show. */
final class Text {
    /** Who is remembered to have changed something from here. */
    static final String OPERATOR = "shell";

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private Text() {}

    static String minute(Instant time) {
        return MINUTE.format(time);
    }

    static String second(Instant time) {
        return SECOND.format(time);
    }

    static String yes(boolean value) {
        return value ? "yes" : "no";
    }

    static String duration(long seconds) {
        Duration time = Duration.ofSeconds(seconds);
        if (time.toDays() > 0) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        return time.toHours() > 0
                ? time.toHours() + " h " + time.toMinutesPart() + " min"
                : time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }

    /** Of a statement: milliseconds, from ten seconds on seconds. */
    static String time(Duration time) {
        return time.toSeconds() < 10
                ? String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6)
                : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1_048_576.0);
    }

    /** With the cause: whoever has this shell is an administrator. */
    static IllegalStateException told(KaravelException failure) {
        StringBuilder text = new StringBuilder(failure.getMessage());
        if (failure.getCause() != null && failure.getCause().getMessage() != null) {
            text.append(" (").append(failure.getCause().getMessage().strip()).append(')');
        }
        return new IllegalStateException(text.toString(), failure);
    }
}
