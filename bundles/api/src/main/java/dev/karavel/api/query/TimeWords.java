package dev.karavel.api.query;

import dev.karavel.api.sql.TimeBounds;
import org.osgi.annotation.versioning.ProviderType;

/** Superset's words for a range of time, read as questions read them. */
@ProviderType
public interface TimeWords {
    /**
     * From (included) to (excluded), as of now, in UTC.
     *
     * @param words "Last week", "2001-01-01 : now", "No filter"
     * @throws dev.karavel.api.error.KaravelException INVALID_REQUEST with field time_range, which says what would be understood
     */
    TimeBounds resolve(String words);
}
