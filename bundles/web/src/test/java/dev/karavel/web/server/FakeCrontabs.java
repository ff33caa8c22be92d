package dev.karavel.web.server;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.schedule.Crontabs;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Knows one crontab. */
final class FakeCrontabs implements Crontabs {
    static final String DAILY = "0 8 * * *";
    private static final Instant NEXT = Instant.parse("2026-05-01T08:00:00Z");

    @Override
    public void check(String crontab, String field) {
        if (!crontab.equals(DAILY)) {
            throw KaravelException.invalid(field, "No crontab");
        }
    }

    @Override
    public Optional<Instant> next(String crontab, ZoneId zone, Instant after) {
        return Optional.of(NEXT);
    }

    @Override
    public List<Instant> between(String crontab, ZoneId zone, Instant after, Instant until, int most) {
        return List.of(NEXT);
    }

    @Override
    public String describe(String crontab, Locale locale) {
        return locale.getLanguage() + ": every day";
    }
}
