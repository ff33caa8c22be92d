package dev.karavel.api.catalog;

import java.util.Objects;
import java.util.Optional;

/**
 * How a dataset is read, under Superset's meanings.
 *
 * @param hourOffset hours added to times of the dataset before they are shown
 * @param templateParams JSON object of variables for templates, or empty
 * @param fetchValuesPredicate a condition in the warehouse's SQL on the rows whose values filters offer
 * @param alwaysFilterMainTime whether a time range on another column bounds the main time column too
 * @param normalizeColumns whether names of columns are shown in lower case where the warehouse folds them to upper case
 * @param catalog of the table, where the warehouse has catalogs
 * @param filterSelectEnabled whether filters offer the values of columns
 * @param timeZone IANA name of the zone whose wall clock people mean
 */
public record DatasetSettings(
        int hourOffset,
        String templateParams,
        Optional<String> fetchValuesPredicate,
        boolean alwaysFilterMainTime,
        boolean normalizeColumns,
        Optional<String> catalog,
        boolean filterSelectEnabled,
        Optional<String> timeZone) {
    private static final DatasetSettings NONE =
            new DatasetSettings(0, "", Optional.empty(), false, false, Optional.empty(), true, Optional.empty());

    public DatasetSettings {
        templateParams = templateParams == null ? "" : templateParams;
        Objects.requireNonNull(fetchValuesPredicate, "fetchValuesPredicate");
        Objects.requireNonNull(catalog, "catalog");
        Objects.requireNonNull(timeZone, "timeZone");
    }

    /** Those of a dataset nobody has set anything on. */
    public static DatasetSettings none() {
        return NONE;
    }
}
