package dev.karavel.viz.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.Aggregate;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Filter;
import dev.karavel.spi.data.Metric;
import dev.karavel.spi.data.Operator;
import dev.karavel.spi.data.Order;
import dev.karavel.spi.data.PostProcessing;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.TimeGrain;
import dev.karavel.spi.viz.DatasetInfo;
import dev.karavel.spi.viz.FormData;
import dev.karavel.spi.viz.InvalidFormData;
import dev.karavel.viz.descriptor.Descriptor;
import dev.karavel.viz.descriptor.DescriptorReader;
import dev.karavel.viz.descriptor.Refused;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeclaredQueryTest {
    private static final DatasetInfo FLIGHTS = new DatasetInfo(
            Map.of(
                    "at", ColumnType.TIMESTAMP,
                    "landed", ColumnType.TIMESTAMP,
                    "origin", ColumnType.TEXT,
                    "carrier", ColumnType.TEXT,
                    "delay", ColumnType.INTEGER),
            Set.of("count", "mean_delay"),
            Optional.of("at"));
    private static final Map<String, Object> SUM = Map.of(
            "expressionType", "SIMPLE", "column", Map.of("column_name", "delay"), "aggregate", "SUM", "label", "Delay");
    private static final Metric COUNT = new Metric.Saved("count");
    private static final Metric DELAY = new Metric.Simple("delay", Aggregate.SUM, "Delay");

    private static final String LINE = """
            "mode": "timeseries", "columns": ["groupby"], "metrics": ["metrics"], "rowLimit": 5000""";
    private static final String PIE = """
            "mode": "aggregate", "columns": ["groupby"], "metrics": ["metric"]""";
    private static final String TABLE = """
            "mode": "table", "columns": ["groupby"], "metrics": ["metrics"]""";

    @Test
    void timeseriesGroupsByTheRoundedAxisFirst() {
        QuerySpec spec = question(
                LINE,
                Map.of(
                        "x_axis",
                        "landed",
                        "time_grain_sqla",
                        "P1M",
                        "metrics",
                        List.of("count", SUM),
                        "groupby",
                        List.of("origin")));
        assertThat(spec.columns())
                .containsExactly(
                        new Dimension.Named("landed", Optional.of(TimeGrain.MONTH)), new Dimension.Named("origin"));
        assertThat(spec.metrics()).containsExactly(COUNT, DELAY);
        assertThat(spec.timeColumn()).contains("landed");
        assertThat(spec.orderBy()).containsExactly(new Order(spec.columns().get(0), true));
        assertThat(spec.rowLimit()).isEqualTo(5000);
        assertThat(spec.aggregate()).isTrue();
        assertThat(spec.timeseries()).isTrue();
    }

    @Test
    void timeseriesFallsBackToTheOldTimeColumnAndThenToTheDatasets() {
        QuerySpec old = question(
                LINE, Map.of("granularity_sqla", "landed", "time_range", "Last week", "metrics", List.of("count")));
        assertThat(old.columns().get(0).label()).isEqualTo("landed");
        assertThat(old.timeColumn()).contains("landed");
        assertThat(old.timeRange()).isEqualTo("Last week");
        assertThat(question(LINE, Map.of("metrics", "count")).columns().get(0).label())
                .isEqualTo("at");
    }

    @Test
    void axisWithoutTimeIsNotRounded() {
        QuerySpec spec = question(LINE, Map.of("x_axis", "origin", "time_grain_sqla", "P1D", "metrics", "count"));
        assertThat(spec.columns()).containsExactly(new Dimension.Named("origin"));
        assertThat(spec.timeColumn()).isEmpty();
    }

    @Test
    void axisMayBeAnExpression() {
        Map<String, Object> axis = Map.of("sqlExpression", "delay / 60", "label", "Hours", "expressionType", "SQL");
        QuerySpec spec = question(LINE, Map.of("x_axis", axis, "metrics", "count"));
        assertThat(spec.columns()).containsExactly(new Dimension.Expression("delay / 60", "Hours", Optional.empty()));
    }

    @Test
    void bestSeriesAreChosenByTheSortMetric() {
        QuerySpec spec = question(
                LINE,
                Map.of(
                        "metrics",
                        "count",
                        "groupby",
                        List.of("origin"),
                        "limit",
                        5,
                        "timeseries_limit_metric",
                        "mean_delay"));
        assertThat(spec.seriesColumns()).containsExactly(new Dimension.Named("origin"));
        assertThat(spec.seriesLimit()).isEqualTo(5);
        assertThat(spec.seriesLimitMetric()).contains(new Metric.Saved("mean_delay"));
        assertThat(question(LINE, Map.of("metrics", "count", "limit", 5)).seriesLimit())
                .isZero();
    }

    @Test
    void aggregateIsOrderedByItsMetricDescending() {
        QuerySpec spec = question(PIE, Map.of("metric", SUM, "groupby", List.of("origin"), "row_limit", "50"));
        assertThat(spec.columns()).containsExactly(new Dimension.Named("origin"));
        assertThat(spec.orderBy()).containsExactly(new Order(DELAY, false));
        assertThat(spec.rowLimit()).isEqualTo(50);
        assertThat(spec.timeseries()).isFalse();
        QuerySpec unsorted =
                question(PIE, Map.of("metric", SUM, "groupby", List.of("origin"), "sort_by_metric", false));
        assertThat(unsorted.orderBy()).containsExactly(new Order(new Dimension.Named("origin"), true));
    }

    @Test
    void fixedMetricIsAlwaysAsked() {
        String histogram = """
            "mode": "aggregate", "columns": ["column"], "orderBy": "column-ascending",
            "metrics": [{"expressionType": "SQL", "sqlExpression": "COUNT(*)", "label": "count"}]""";
        QuerySpec spec = question(histogram, Map.of("column", "delay"));
        assertThat(spec.metrics()).containsExactly(new Metric.Expression("COUNT(*)", "count"));
        assertThat(spec.orderBy()).containsExactly(new Order(new Dimension.Named("delay"), true));
    }

    @Test
    void temporalDimensionsAreRoundedUnlessTheLookupSaysNo() {
        Map<String, Object> form = Map.of("groupby", List.of("at"), "metrics", "count", "time_grain_sqla", "P1Y");
        assertThat(question(TABLE, form).columns())
                .containsExactly(new Dimension.Named("at", Optional.of(TimeGrain.YEAR)));
        Map<String, Object> not = new LinkedHashMap<>(form);
        not.put("temporal_columns_lookup", Map.of("at", false));
        assertThat(question(TABLE, not).columns()).containsExactly(new Dimension.Named("at"));
    }

    @Test
    void tableIsRawWhenItSaysSoOrHasOnlyRawColumns() {
        QuerySpec raw = question(
                TABLE,
                Map.of(
                        "query_mode", "raw",
                        "all_columns", List.of("origin", "delay"),
                        "order_by_cols", List.of("[\"delay\", false]")));
        assertThat(raw.aggregate()).isFalse();
        assertThat(raw.metrics()).isEmpty();
        assertThat(raw.orderBy()).containsExactly(new Order(new Dimension.Named("delay"), false));
        assertThat(question(TABLE, Map.of("all_columns", List.of("origin"))).aggregate())
                .isFalse();
        assertThat(question(TABLE, Map.of("groupby", List.of("origin"))).aggregate())
                .isTrue();
    }

    @Test
    void percentMetricsBecomeShares() {
        QuerySpec spec =
                question(TABLE, Map.of("groupby", "origin", "metrics", "count", "percent_metrics", List.of(SUM)));
        assertThat(spec.metrics()).containsExactly(COUNT, DELAY);
        assertThat(spec.postProcessing())
                .containsExactly(new PostProcessing(
                        "contribution", Map.of("columns", List.of("Delay"), "rename_columns", List.of("%Delay"))));
    }

    @Test
    void tableIsSortedByTheChosenMetric() {
        QuerySpec spec = question(
                TABLE,
                Map.of("groupby", "origin", "metrics", "count", "timeseries_limit_metric", SUM, "order_desc", false));
        assertThat(spec.orderBy()).containsExactly(new Order(DELAY, true));
    }

    @Test
    void adhocFiltersAreSorted() {
        QuerySpec spec = question(
                PIE,
                Map.of(
                        "metric",
                        "count",
                        "adhoc_filters",
                        List.of(
                                simple("origin", "IN", Arrays.asList("JFK", null)),
                                simple("at", "TEMPORAL_RANGE", "Last year"),
                                Map.of("expressionType", "SQL", "clause", "WHERE", "sqlExpression", "delay > 0"),
                                Map.of("expressionType", "SQL", "clause", "WHERE", "sqlExpression", "1 = 1"),
                                Map.of(
                                        "expressionType",
                                        "SQL",
                                        "clause",
                                        "HAVING",
                                        "sqlExpression",
                                        "sum(delay) > 9"))));
        assertThat(spec.filters())
                .containsExactly(
                        new Filter(new Dimension.Named("origin"), Operator.IN, Arrays.asList("JFK", null)),
                        new Filter(new Dimension.Named("at"), Operator.TEMPORAL_RANGE, List.of("Last year")));
        assertThat(spec.where()).isEqualTo("(delay > 0\n) AND (1 = 1\n)");
        assertThat(spec.having()).isEqualTo("sum(delay) > 9");
    }

    @Test
    void timeRangeIsLeftOutWhereAFilterHoldsIt() {
        Map<String, Object> filters = Map.of(
                "metric",
                "count",
                "time_range",
                "Last week",
                "adhoc_filters",
                List.of(simple("at", "TEMPORAL_RANGE", "Last year")));
        assertThat(question(PIE, filters).timeRange()).isEmpty();
        assertThat(question(PIE, Map.of("metric", "count", "time_range", "Last week"))
                        .timeRange())
                .isEqualTo("Last week");
        assertThat(question(PIE, Map.of("metric", "count", "since", "2024-01-01", "until", "now"))
                        .timeRange())
                .isEqualTo("2024-01-01 : now");
    }

    @Test
    void optionsOfStepsTakeTheValuesOfControls() {
        String plan = PIE + """
            , "postProcessing": [{"operation": "histogram", "options": {"bins": "$bins", "column": "$column", "gone": "$nothing"}}]""";
        assertThat(question(plan, Map.of("metric", "count", "column", "delay")).postProcessing())
                .containsExactly(new PostProcessing("histogram", Map.of("bins", 5, "column", "delay")));
    }

    @Test
    void errorsNameTheControlAndWhatWouldBeRight() {
        assertInvalid(LINE, Map.of(), "metrics", "metrics: choose at least one metric");
        assertInvalid(PIE, Map.of("groupby", "origin"), "metric", "metric: choose a metric");
        assertInvalid(TABLE, Map.of("query_mode", "raw"), "all_columns", "all_columns: choose at least one column");
        assertInvalid(
                PIE,
                Map.of("metric", "count", "row_limit", "many"),
                "row_limit",
                "row_limit: a whole number from 0 is needed, not many");
        DatasetInfo timeless = new DatasetInfo(Map.of("origin", ColumnType.TEXT), Set.of("count"), Optional.empty());
        assertThatThrownBy(
                        () -> DeclaredQuery.build(descriptor(LINE), new FormData(Map.of("metrics", "count")), timeless))
                .hasMessage("x_axis: choose a column for the x axis");
    }

    @Test
    void secondQuestionReadsTheControlsOfItsSuffixAndSharesTheRest() {
        String two = """
            {"mode": "timeseries", "columns": ["groupby"], "metrics": ["metrics"]},
            {"suffix": "_b", "mode": "timeseries", "columns": ["groupby"], "metrics": ["metrics"], "rowLimit": 9}""";
        List<QuerySpec> specs = questions(
                "[" + two + "]",
                Map.of(
                        "x_axis", "landed",
                        "time_grain_sqla", "P1Y",
                        "metrics", List.of("count"),
                        "groupby", List.of("origin"),
                        "adhoc_filters", List.of(simple("origin", "==", "JFK")),
                        "metrics_b", List.of(SUM),
                        "limit_b", 3));
        assertThat(specs).hasSize(2);
        QuerySpec second = specs.get(1);
        assertThat(second.columns()).containsExactly(new Dimension.Named("landed", Optional.of(TimeGrain.YEAR)));
        assertThat(second.metrics()).containsExactly(DELAY);
        assertThat(second.rowLimit()).isEqualTo(9);
        assertThat(second.filters()).isEmpty();
        assertThat(specs.get(0).metrics()).containsExactly(COUNT);
        assertThat(specs.get(0).columns()).contains(new Dimension.Named("origin"));
        assertThatThrownBy(() -> questions("[" + two + "]", Map.of("metrics", "count")))
                .hasMessage("metrics_b: choose at least one metric")
                .isInstanceOfSatisfying(
                        InvalidFormData.class, e -> assertThat(e.control()).isEqualTo("metrics_b"));
    }

    @Test
    void questionThatWaitsForASettingIsAskedOnlyThen() {
        String two = """
            [{"mode": "timeseries", "metrics": ["metric"]},
             {"suffix": "_raw", "mode": "aggregate", "metrics": ["metric"], "when": {"bins": 7}}]""";
        assertThat(questions(two, Map.of("metric", "count"))).hasSize(1);
        List<QuerySpec> both = questions(two, Map.of("metric", "count", "bins", 7));
        assertThat(both).hasSize(2);
        assertThat(both.get(1).columns()).isEmpty();
    }

    @Test
    void questionIsAskedOfSomeSettingsAndReadsNotWhatItLeavesOut() {
        String either = """
            [{"mode": "aggregate", "metrics": ["metric"], "when": {"bins": 7}},
             {"mode": "timeseries", "metrics": ["metric"], "columns": ["groupby"], "when": {"bins": [8, 9]}, "without": ["groupby"]}]""";
        Map<String, Object> form = Map.of("metric", "count", "x_axis", "at", "groupby", "origin");
        assertThat(questions(either, form)).isEmpty();
        Map<String, Object> nine = new LinkedHashMap<>(form);
        nine.put("bins", 9);
        assertThat(questions(either, nine)).singleElement().satisfies(spec -> assertThat(spec.columns())
                .extracting(Dimension::label)
                .containsExactly("at"));
    }

    @Test
    void wrongAdhocThingsNameTheirControl() {
        for (Object metric : List.of(Map.of("expressionType", "SIMPLE", "aggregate", "SUM"), List.of(1), Map.of())) {
            assertThatThrownBy(() -> question(PIE, Map.of("metric", metric)))
                    .isInstanceOfSatisfying(
                            KaravelException.class, e -> assertThat(e.field()).isEqualTo("metric"));
        }
        assertThatThrownBy(() -> question(
                        PIE, Map.of("metric", "count", "adhoc_filters", List.of(simple("origin", "RESEMBLES", "x")))))
                .isInstanceOf(KaravelException.class)
                .hasMessageContaining("adhoc_filters: no operator RESEMBLES; there are ==");
    }

    private static Map<String, Object> simple(String subject, String operator, Object comparator) {
        return Map.of(
                "expressionType",
                "SIMPLE",
                "clause",
                "WHERE",
                "subject",
                subject,
                "operator",
                operator,
                "comparator",
                comparator);
    }

    private static void assertInvalid(String plan, Map<String, Object> form, String control, String message) {
        assertThatThrownBy(() -> question(plan, form))
                .hasMessage(message)
                .isInstanceOfSatisfying(
                        InvalidFormData.class, e -> assertThat(e.control()).isEqualTo(control));
    }

    private static QuerySpec question(String plan, Map<String, Object> form) {
        return questions("{" + plan + "}", form).get(0);
    }

    private static List<QuerySpec> questions(String plans, Map<String, Object> form) {
        return DeclaredQuery.build(asking(plans), new FormData(form), FLIGHTS);
    }

    private static Descriptor descriptor(String plan) {
        return asking("{" + plan + "}");
    }

    private static Descriptor asking(String plans) {
        String json = """
            {"contract": "1", "id": "any", "title": "Any", "category": "KPI", "query": %s,
             "controls": [{"section": "Query", "controls": [
                "metric", "metrics", "groupby", "all_columns", "adhoc_filters", "row_limit", "bins",
                {"name": "column", "required": false},
                {"name": "metrics_b", "title": "Metrics", "required": true, "schema": {"type": "array"}},
                {"name": "groupby_b", "title": "Dimensions", "schema": {"type": "array"}},
                {"name": "adhoc_filters_b", "title": "Filters", "schema": {"type": "array"}}]}]}
            """.formatted(plans);
        try {
            return new DescriptorReader().read("visualization.json", "any", json.getBytes(UTF_8), List.of());
        } catch (Refused e) {
            throw new IllegalArgumentException(e);
        }
    }
}
