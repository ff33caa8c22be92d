package dev.karavel.query.question;

import dev.karavel.api.query.AdhocFilters;
import dev.karavel.api.query.Terms;
import dev.karavel.api.sql.SqlText;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Filter;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.viz.DatasetInfo;
import dev.karavel.spi.viz.FormData;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a dashboard puts on top of a chart: the form data's {@code extra_form_data}. Worked into the form data and the
 * questions, so that chart types need not know of it. A filter on a column the dataset does not have is left out and reported,
 * as one dashboard holds charts of several datasets.
 */
final class Extras {
    static final String TIME_RANGE = "__time_range";

    private static final Pattern OF_ANOTHER_QUESTION = Pattern.compile("(?:metrics|adhoc_filters)(_\\w+)");

    private final DatasetInfo dataset;
    private final Map<String, Object> extra;
    private final List<Filter> filters = new ArrayList<>();
    private final List<String> applied = new ArrayList<>();
    private final List<SqlText.Rejected> rejected = new ArrayList<>();
    private final List<Filter> unplaced = new ArrayList<>();

    Extras(Object extraFormData, DatasetInfo dataset) {
        this.dataset = dataset;
        this.extra = Json.object("extra_form_data", extraFormData);
        for (Object json : Json.list("extra_form_data.filters", extra.get("filters"))) {
            Filter filter = Terms.filter("extra_form_data.filters", json);
            (knows(filter.on()) ? filters : unplaced).add(filter);
        }
    }

    FormData onto(FormData formData) {
        Map<String, Object> merged = new LinkedHashMap<>(formData.values());
        merged.remove("extra_form_data");
        for (String control : List.of("granularity_sqla", "time_grain_sqla", "time_grain", "time_column")) {
            if (extra.get(control) instanceof String word && !word.isEmpty()) {
                merged.put(control.endsWith("_sqla") ? control : alias(control), word);
            }
        }
        Map<String, List<Object>> lists = new LinkedHashMap<>();
        filterControls(formData).forEach(control -> lists.put(control, new ArrayList<>(formData.list(control))));
        if (extra.get("time_range") instanceof String words && !words.isEmpty()) {
            applyTimeRange(words, merged, lists.values());
        }
        for (Object json : Json.list("extra_form_data.adhoc_filters", extra.get("adhoc_filters"))) {
            boolean simple = json instanceof Map<?, ?> map && !"SQL".equals(map.get("expressionType"));
            if (!simple
                    || knows(Terms.dimension(
                            "extra_form_data.adhoc_filters", ((Map<?, ?>) json).get("subject"), Optional.empty()))) {
                lists.values().forEach(adhoc -> adhoc.add(json));
            } else {
                unplaced.addAll(AdhocFilters.read("extra_form_data.adhoc_filters", List.of(json))
                        .filters());
            }
        }
        merged.putAll(lists);
        return new FormData(merged);
    }

    /** Filters of every question: a second one has controls of its own, such as metrics_b and adhoc_filters_b. */
    private static Set<String> filterControls(FormData formData) {
        Set<String> controls = new LinkedHashSet<>(List.of("adhoc_filters"));
        formData.values().keySet().stream()
                .map(OF_ANOTHER_QUESTION::matcher)
                .filter(Matcher::matches)
                .forEach(control -> controls.add("adhoc_filters" + control.group(1)));
        return controls;
    }

    QuerySpec onto(QuerySpec question) {
        QuerySpec.Builder builder = question.toBuilder();
        filters.forEach(builder::filter);
        return builder.build();
    }

    List<String> applied() {
        return applied;
    }

    List<SqlText.Rejected> rejected() {
        return rejected;
    }

    /** The filters that were left out. */
    List<Filter> unplaced() {
        return unplaced;
    }

    private static String alias(String control) {
        return control.equals("time_column") ? "granularity_sqla" : "time_grain_sqla";
    }

    // Newer charts hold their time range as a filter on the time column, older ones as a control of its own.
    private void applyTimeRange(String words, Map<String, Object> formData, Collection<List<Object>> lists) {
        long replaced =
                lists.stream().filter(adhoc -> replaceTimeRange(words, adhoc)).count();
        boolean hasTime = replaced > 0 || timeColumn(formData);
        if (hasTime) {
            if (replaced < lists.size()) {
                formData.put("time_range", words);
            }
            applied.add(TIME_RANGE);
        } else {
            rejected.add(new SqlText.Rejected(TIME_RANGE, "no_temporal_column"));
        }
    }

    private static boolean replaceTimeRange(String words, List<Object> adhoc) {
        boolean replaced = false;
        for (int i = 0; i < adhoc.size(); i++) {
            if (adhoc.get(i) instanceof Map<?, ?> filter && "TEMPORAL_RANGE".equals(filter.get("operator"))) {
                Map<Object, Object> changed = new LinkedHashMap<>(filter);
                changed.put("comparator", words);
                adhoc.set(i, changed);
                replaced = true;
            }
        }
        return replaced;
    }

    private boolean timeColumn(Map<String, Object> formData) {
        return dataset.mainTimeColumn().isPresent()
                || formData.get("granularity_sqla") instanceof String column
                        && dataset.columns().containsKey(column);
    }

    private boolean knows(Dimension dimension) {
        boolean known = !(dimension instanceof Dimension.Named named)
                || dataset.columns().containsKey(named.column());
        if (!known) {
            rejected.add(new SqlText.Rejected(dimension.label(), "not_in_datasource"));
        }
        return known;
    }
}
