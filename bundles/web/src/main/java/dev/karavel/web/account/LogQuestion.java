package dev.karavel.web.account;

import dev.karavel.api.catalog.LogQuery;
import dev.karavel.api.error.KaravelException;
import dev.karavel.web.rison.Rison;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** What people ask of the action log. */
final class LogQuestion {
    private static final int LARGEST = 1_000;

    private LogQuestion() {}

    static LogQuery parse(String q, int usualSize) {
        Object read = q == null || q.isBlank() ? Map.of() : Rison.parse(q);
        if (!(read instanceof Map<?, ?> query)) {
            throw KaravelException.invalid("q", "q has to be an object such as (page:0,action:chart)");
        }
        return new LogQuery(
                whole(query, "user"),
                query.get("action") instanceof String action ? action : "",
                whole(query, "dashboard"),
                whole(query, "chart"),
                time(query, "from"),
                time(query, "until"),
                whole(query, "page")
                        .map(page -> (int) Math.min(Math.max(page, 0), 100_000))
                        .orElse(0),
                whole(query, "page_size")
                        .map(size -> (int) Math.min(Math.max(size, 1), LARGEST))
                        .orElse(usualSize));
    }

    private static Optional<Long> whole(Map<?, ?> query, String name) {
        Object value = query.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Number number) {
            return Optional.of(number.longValue());
        }
        throw KaravelException.invalid(name, "The field " + name + " has to be a whole number");
    }

    private static Optional<Instant> time(Map<?, ?> query, String name) {
        if (!(query.get(name) instanceof String text) || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : Instant.parse(text));
        } catch (DateTimeException e) {
            throw KaravelException.invalid(
                    name, "The field " + name + " has to be a time such as 2026-01-31T12:00:00Z");
        }
    }
}
