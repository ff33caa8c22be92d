package dev.karavel.query.question;

import dev.karavel.api.error.KaravelException;
import java.time.ZoneId;
import java.util.Optional;

/** Zones by their IANA names. */
final class TimeZones {
    private TimeZones() {}

    static Optional<ZoneId> read(String field, Object json) {
        if (json == null || "".equals(json)) {
            return Optional.empty();
        }
        if (json.equals("UTC") || ZoneId.getAvailableZoneIds().contains(json.toString())) {
            return Optional.of(ZoneId.of(json.toString()));
        }
        throw KaravelException.invalid(
                field, field + ": no time zone \"" + json + "\"; write an IANA name such as Europe/Berlin or UTC");
    }
}
