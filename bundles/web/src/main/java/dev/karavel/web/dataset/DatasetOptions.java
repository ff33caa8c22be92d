package dev.karavel.web.dataset;

import dev.karavel.api.catalog.DatasetSettings;
import dev.karavel.api.error.KaravelException;
import dev.karavel.web.json.Fields;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** How a dataset is read, under Superset's names. */
final class DatasetOptions {
    private static final int MOST_HOURS = 24 * 366;

    private DatasetOptions() {}

    static void put(Map<String, Object> row, DatasetSettings settings) {
        row.put("offset", settings.hourOffset());
        row.put("template_params", settings.templateParams().isBlank() ? null : settings.templateParams());
        row.put("fetch_values_predicate", settings.fetchValuesPredicate().orElse(null));
        row.put("always_filter_main_dttm", settings.alwaysFilterMainTime());
        row.put("normalize_columns", settings.normalizeColumns());
        row.put("filter_select_enabled", settings.filterSelectEnabled());
        row.put("time_zone", settings.timeZone().orElse(null));
    }

    static DatasetSettings read(Fields fields, DatasetSettings old) {
        return new DatasetSettings(
                hours(fields, old.hourOffset()),
                fields.jsonText("template_params", Optional.of(old.templateParams()))
                        .orElse(""),
                fields.filledText("fetch_values_predicate", old.fetchValuesPredicate()),
                fields.flag("always_filter_main_dttm", old.alwaysFilterMainTime()),
                fields.flag("normalize_columns", old.normalizeColumns()),
                fields.filledText("catalog", old.catalog()),
                fields.flag("filter_select_enabled", old.filterSelectEnabled()),
                fields.filledText("time_zone", old.timeZone()).map(DatasetOptions::zone));
    }

    private static int hours(Fields fields, int old) {
        long hours = fields.whole("offset", Optional.of((long) old)).orElse(0L);
        if (Math.abs(hours) > MOST_HOURS) {
            throw KaravelException.invalid(
                    "offset", "The offset has to be a number of hours, " + MOST_HOURS + " at most");
        }
        return (int) hours;
    }

    private static String zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw KaravelException.invalid(
                    "time_zone", "There is no time zone \"" + name + "\"; one is named like Europe/Berlin");
        }
        return name;
    }
}
