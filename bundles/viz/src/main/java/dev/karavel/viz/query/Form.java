package dev.karavel.viz.query;

import dev.karavel.api.query.AdhocFilters;
import dev.karavel.api.query.Terms;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Metric;
import dev.karavel.spi.data.Operator;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.TimeGrain;
import dev.karavel.spi.viz.DatasetInfo;
import dev.karavel.spi.viz.FormData;
import dev.karavel.spi.viz.InvalidFormData;
import dev.karavel.viz.descriptor.Descriptor;
import dev.karavel.viz.descriptor.Mode;
import dev.karavel.viz.descriptor.QueryPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Form data read as parts of a question.
 *
 * @param given as it came
 * @param data with defaults, under the names that this question reads
 */
record Form(Descriptor descriptor, QueryPlan plan, FormData given, FormData data, DatasetInfo dataset) {
    private static final Map<String, Object> GRAINS =
            Map.of("min", "PT1M", "hour", "PT1H", "day", "P1D", "week", "P1W", "month", "P1M", "year", "P1Y");

    static Form of(Descriptor descriptor, QueryPlan plan, FormData given, DatasetInfo dataset) {
        FormData filled = filledIn(descriptor, given);
        return new Form(
                descriptor,
                plan,
                Suffixes.read(given, descriptor, plan.suffix()),
                without(plan.without(), Suffixes.read(filled, descriptor, plan.suffix())),
                dataset);
    }

    private static FormData without(List<String> controls, FormData data) {
        Map<String, Object> values = new LinkedHashMap<>(data.values());
        values.keySet().removeAll(controls);
        return new FormData(values);
    }

    /** The form data, and the defaults of what it leaves out. */
    static FormData filledIn(Descriptor descriptor, FormData given) {
        FormData defaults = new FormData(descriptor.defaults());
        for (QueryPlan plan : descriptor.queries()) {
            if (plan.rowLimit() > 0) {
                defaults = defaults.with(Map.of("row_limit" + plan.suffix(), plan.rowLimit()));
            }
        }
        return defaults.with(given.values());
    }

    /** Whether controls say what the question waits for. */
    boolean isAsked() {
        return plan.when().entrySet().stream().allMatch(each -> {
            Object said = data.values().get(each.getKey());
            return each.getValue() instanceof List<?> some
                    ? some.contains(said)
                    : each.getValue().equals(said);
        });
    }

    /** What people know a control by: this question's own where it has one. */
    String told(String control) {
        return descriptor.control(plan, control);
    }

    Optional<TimeGrain> grain() {
        Object chosen = data.values().get(plan.grain());
        return Terms.grain(told(plan.grain()), GRAINS.getOrDefault(String.valueOf(chosen), chosen));
    }

    /** Dimensions of these controls, each once; temporal ones rounded. */
    List<Dimension> dimensions(List<String> controls) {
        List<Dimension> dimensions = new ArrayList<>();
        for (String control : controls) {
            List<Object> chosen = data.list(control);
            if (chosen.isEmpty() && descriptor.required().contains(told(control))) {
                throw missing(control);
            }
            for (Object each : chosen) {
                addOnce(dimensions, rounded(Terms.dimension(told(control), each, Optional.empty())));
            }
        }
        return dimensions;
    }

    /** The metrics a descriptor asks for, each once. */
    List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>();
        for (String control : plan().metrics()) {
            List<Metric> chosen = metrics(control);
            // A table may go without.
            if (chosen.isEmpty() && descriptor.required().contains(told(control)) && plan().mode() != Mode.TABLE) {
                throw missing(control);
            }
            chosen.forEach(metric -> addOnce(metrics, metric));
        }
        plan().fixedMetrics().forEach(metric -> addOnce(metrics, metric));
        return metrics;
    }

    List<Metric> metrics(String control) {
        return data.list(control).stream()
                .map(json -> Terms.metric(told(control), json))
                .toList();
    }

    /** The first metric of these controls. */
    Optional<Metric> metric(String... controls) {
        for (String control : controls) {
            List<Metric> chosen = metrics(control);
            if (!chosen.isEmpty()) {
                return Optional.of(chosen.get(0));
            }
        }
        return Optional.empty();
    }

    /** A whole number of the first control that has one; 0 without any. */
    int number(String... controls) {
        for (String control : controls) {
            Object value = data.values().get(control);
            if (value != null && !"".equals(value)) {
                return data.number(control)
                        .filter(number -> number >= 0 && number <= Integer.MAX_VALUE && number % 1 == 0)
                        .map(Double::intValue)
                        .orElseThrow(() -> new InvalidFormData(
                                told(control), told(control) + ": a whole number from 0 is needed, not " + value));
            }
        }
        return 0;
    }

    /** What all questions have in common: filters, time, limits, steps after the query. */
    QuerySpec.Builder question() {
        AdhocFilters adhoc = AdhocFilters.read(told("adhoc_filters"), data.list("adhoc_filters"));
        QuerySpec.Builder question = QuerySpec.builder()
                .where(AdhocFilters.and(data.text("where").orElse(""), adhoc.where()))
                .having(AdhocFilters.and(data.text("having").orElse(""), adhoc.having()))
                .rowLimit(number("row_limit"))
                .rowOffset(number("row_offset"))
                .orderDescending(data.flag("order_desc", true))
                .timeOffsets(otherTimes());
        adhoc.filters().forEach(question::filter);
        data.list("extra_filters").forEach(json -> question.filter(Terms.filter("extra_filters", json)));
        plan().postProcessing().forEach(step -> question.postProcessing(Steps.filledIn(step, data)));
        data.text("granularity_sqla").ifPresent(question::timeColumn);
        boolean timeInFilters = adhoc.filters().stream().anyMatch(f -> f.operator() == Operator.TEMPORAL_RANGE);
        // Newer charts hold their time range as a filter; what is left in time_range then is no longer meant.
        if (!timeInFilters || data.text("granularity_sqla").isPresent()) {
            question.timeRange(timeRange());
        }
        return question;
    }

    /** A time of one's own begins at a day. */
    private List<String> otherTimes() {
        return data.list("time_compare").stream()
                .map(String::valueOf)
                .map(words -> !words.equals("custom")
                        ? words
                        : data.text("start_date_offset")
                                .orElseThrow(() -> new InvalidFormData(
                                        told("start_date_offset"),
                                        told("start_date_offset") + ": say which day the other time begins at")))
                .toList();
    }

    InvalidFormData missing(String control) {
        boolean many = control.endsWith("s") && !control.equals("series") || control.startsWith("groupby");
        boolean metric = plan().metrics().contains(control);
        return new InvalidFormData(
                told(control),
                told(control) + ": choose " + (many ? "at least one " : "a ") + (metric ? "metric" : "column"));
    }

    static <T extends dev.karavel.spi.data.Term> void addOnce(List<? super T> terms, T term) {
        if (!terms.contains(term)) {
            terms.add(term);
        }
    }

    private Dimension rounded(Dimension dimension) {
        if (!(dimension instanceof Dimension.Named named) || !dataset.isTemporal(named.column())) {
            return dimension;
        }
        boolean wanted = !(data.values().get("temporal_columns_lookup") instanceof Map<?, ?> lookup)
                || !Boolean.FALSE.equals(lookup.get(named.column()));
        return wanted && named.grain().isEmpty() ? new Dimension.Named(named.column(), grain()) : named;
    }

    private String timeRange() {
        Optional<String> since = data.text("since");
        Optional<String> until = data.text("until");
        boolean legacy = data.text("time_range").isEmpty() && (since.isPresent() || until.isPresent());
        return legacy
                ? since.orElse("") + " : " + until.orElse("")
                : data.text("time_range").orElse("");
    }
}
