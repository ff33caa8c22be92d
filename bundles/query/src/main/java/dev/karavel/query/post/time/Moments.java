package dev.karavel.query.post.time;

import dev.karavel.query.post.Options;
import dev.karavel.query.post.Series;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Moments of a column and of an option; a day is its start. */
public final class Moments {
    private Moments() {}

    /** By row; null where there is none. */
    public static List<LocalDateTime> of(Series time, Options options) {
        return Arrays.stream(time.values())
                .map(value -> {
                    if (value instanceof LocalDate date) {
                        return date.atStartOfDay();
                    }
                    if (value != null && !(value instanceof LocalDateTime)) {
                        throw options.wrong("\"" + time.name() + "\" is no column of time");
                    }
                    return (LocalDateTime) value;
                })
                .toList();
    }

    static Optional<LocalDateTime> read(Options options, String option) {
        return options.text(option).map(text -> {
            String iso = text.trim().replace(' ', 'T').replaceFirst("Z$", "");
            try {
                return iso.contains("T")
                        ? LocalDateTime.parse(iso)
                        : LocalDate.parse(iso).atStartOfDay();
            } catch (DateTimeParseException e) {
                throw options.wrong(option, "has to be a time like 2024-05-01T00:00:00, not " + text);
            }
        });
    }
}
