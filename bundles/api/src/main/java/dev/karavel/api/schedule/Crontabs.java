package dev.karavel.api.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads crontabs: five fields (minute, hour, day of month, month, day of week), lists, ranges, steps and names as crontab(5) has
 * them, and its shorthands such as {@code @daily}. Pure; safe for several threads.
 *
 * <p>Where clocks are set forward, a time that does not exist is due at the moment of the change; where they are set back, a time
 * that comes twice is due the first time only, unless the hour is a wildcard or a step: then the hours that pass are counted.
 */
@ProviderType
public interface Crontabs {
    /**
     * @param field the name of the field of the request to blame
     * @throws dev.karavel.api.error.KaravelException INVALID_REQUEST that says what is wrong in which of the five and what would
     *     be right
     */
    void check(String crontab, String field);

    /** The first due time after that moment; empty if there is none (30 February). */
    Optional<Instant> next(String crontab, ZoneId zone, Instant after);

    /** Due times after {@code after} up to and with {@code until}, oldest first, at most {@code most}. */
    List<Instant> between(String crontab, ZoneId zone, Instant after, Instant until, int most);

    /** In words: “At 08:00, Monday through Friday”. */
    String describe(String crontab, Locale locale);
}
