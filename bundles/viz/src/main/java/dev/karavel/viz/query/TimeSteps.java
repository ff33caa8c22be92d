package dev.karavel.viz.query;

import dev.karavel.spi.data.PostProcessing;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.Term;
import dev.karavel.spi.viz.InvalidFormData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is worked out of a time series after the query, series by series: a rolling window, a comparison with another time,
 * other points in time, a forecast; in this order, as in Superset.
 */
record TimeSteps(Form form, QuerySpec spec, boolean temporal) {
    private static final Set<String> COMPARISONS = Set.of("difference", "percentage", "ratio");
    private static final int MOST_PERIODS = 5_000;

    Optional<PostProcessing> build() {
        List<PostProcessing> steps = Stream.of(rolling(), comparison(), resampling(), forecast())
                .flatMap(Optional::stream)
                .toList();
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        List<Map<String, Object>> written = steps.stream()
                .map(step -> Map.<String, Object>of("operation", step.operation(), "options", step.options()))
                .toList();
        List<String> series = spec.columns().stream().skip(1).map(Term::label).toList();
        return Optional.of(
                new PostProcessing("each_series", Map.of("index", axis(), "groupby", series, "steps", written)));
    }

    private Optional<PostProcessing> rolling() {
        String type = word("rolling_type", "None");
        if (type.equals("None")) {
            return Optional.empty();
        }
        Map<String, Object> columns = new LinkedHashMap<>();
        metrics().forEach(metric -> {
            columns.put(metric, metric);
            spec.timeOffsets().forEach(offset -> columns.put(compared(metric, offset), compared(metric, offset)));
        });
        if (type.equals("cumsum")) {
            return Optional.of(new PostProcessing("cum", Map.of("operator", "sum", "columns", columns)));
        }
        if (!Set.of("mean", "sum", "std").contains(type)) {
            throw wrong("rolling_type", "None, mean, sum, std or cumsum is needed, not " + type);
        }
        int window = form.number("rolling_periods");
        if (window < 1) {
            throw wrong("rolling_periods", "a whole number from 1 is needed");
        }
        int enough = form.number("min_periods");
        if (enough > window) {
            throw wrong("min_periods", "at most the " + window + " of rolling_periods are possible, not " + enough);
        }
        return Optional.of(new PostProcessing(
                "rolling", Map.of("rolling_type", type, "window", window, "min_periods", enough, "columns", columns)));
    }

    private Optional<PostProcessing> comparison() {
        String type = word("comparison_type", "values");
        if (!COMPARISONS.contains(type) || spec.timeOffsets().isEmpty()) {
            return Optional.empty();
        }
        List<String> sources = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String offset : spec.timeOffsets()) {
            metrics().forEach(metric -> {
                sources.add(metric);
                others.add(compared(metric, offset));
            });
        }
        return Optional.of(new PostProcessing(
                "compare",
                Map.of(
                        "source_columns", sources,
                        "compare_columns", others,
                        "compare_type", type,
                        "drop_original_columns", true)));
    }

    private Optional<PostProcessing> resampling() {
        Optional<String> rule = form.data().text("resample_rule");
        if (rule.isEmpty() || !temporal) {
            return Optional.empty();
        }
        String method = word("resample_method", "asfreq");
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("rule", rule.get());
        options.put("time_column", axis());
        options.put("method", method.equals("zerofill") ? "asfreq" : method);
        if (method.equals("zerofill")) {
            options.put("fill_value", 0);
        }
        return Optional.of(new PostProcessing("resample", options));
    }

    private Optional<PostProcessing> forecast() {
        if (!form.data().flag("forecastEnabled", false)) {
            return Optional.empty();
        }
        if (!temporal) {
            throw wrong("forecastEnabled", "a forecast needs a time column as x_axis");
        }
        String grain = form.data()
                .text("time_grain_sqla")
                .orElseThrow(() -> wrong("time_grain_sqla", "a forecast needs to know the distance of its points"));
        double interval = form.data().number("forecastInterval").orElse(0.8);
        if (interval <= 0 || interval >= 1) {
            throw wrong("forecastInterval", "a share between 0 and 1 is needed, not " + interval);
        }
        int periods = form.data().values().get("forecastPeriods") == null ? 10 : form.number("forecastPeriods");
        if (periods > MOST_PERIODS) {
            throw wrong("forecastPeriods", "at most " + MOST_PERIODS + " are possible, not " + periods);
        }
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("index", axis());
        options.put("time_grain", grain);
        options.put("periods", periods);
        options.put("confidence_interval", interval);
        for (String season : List.of("Yearly", "Weekly", "Daily")) {
            Object chosen = form.data().values().get("forecastSeasonality" + season);
            if (chosen instanceof Boolean || chosen instanceof Number) {
                options.put(season.toLowerCase(java.util.Locale.ROOT) + "_seasonality", !Boolean.FALSE.equals(chosen));
            }
        }
        return Optional.of(new PostProcessing("prophet", options));
    }

    private String axis() {
        return spec.columns().get(0).label();
    }

    private List<String> metrics() {
        return spec.metrics().stream().map(Term::label).distinct().toList();
    }

    private String word(String control, String fallback) {
        return form.data().text(control).orElse(fallback);
    }

    private InvalidFormData wrong(String control, String what) {
        return new InvalidFormData(form.told(control), form.told(control) + ": " + what);
    }

    /** As the query names a metric of another time. */
    private static String compared(String metric, String offset) {
        return metric + "__" + offset.trim();
    }
}
