package dev.karavel.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.Aggregate;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Filter;
import dev.karavel.spi.data.Metric;
import dev.karavel.spi.data.Operator;
import dev.karavel.spi.data.Order;
import dev.karavel.spi.data.PostProcessing;
import dev.karavel.spi.data.TimeGrain;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TermsTest {
    private static final Optional<TimeGrain> NONE = Optional.empty();

    @Test
    void metricIsSavedSimpleOrSql() {
        assertThat(Terms.metric("metric", "count")).isEqualTo(new Metric.Saved("count"));
        assertThat(Terms.metric("metric", Map.of("label", "count"))).isEqualTo(new Metric.Saved("count"));
        Map<String, Object> simple =
                Map.of("expressionType", "SIMPLE", "column", Map.of("column_name", "delay"), "aggregate", "sum");
        assertThat(Terms.metric("metric", simple)).isEqualTo(new Metric.Simple("delay", Aggregate.SUM, "SUM(delay)"));
        Map<String, Object> sql = Map.of("expressionType", "SQL", "sqlExpression", "max(a)", "label", "Most");
        assertThat(Terms.metric("metric", sql)).isEqualTo(new Metric.Expression("max(a)", "Most"));
    }

    @Test
    void aMedianAndAPercentileAreMetricsOfAColumn() {
        assertThat(Terms.metric("metric", percentile("MEDIAN", null)))
                .isEqualTo(new Metric.Percentile("delay", 0.5, "MEDIAN(delay)"));
        assertThat(Terms.metric("metric", percentile("percentile", 0.9)))
                .isEqualTo(new Metric.Percentile("delay", 0.9, "PERCENTILE 0.9(delay)"));
        for (Object fraction : Arrays.asList(null, "0.9", 90, -0.1)) {
            assertInvalid("metric", () -> Terms.metric("metric", percentile("PERCENTILE", fraction)));
        }
    }

    @Test
    void dimensionIsAColumnOrAnExpression() {
        assertThat(Terms.dimension("x_axis", "at", Optional.of(TimeGrain.DAY)))
                .isEqualTo(new Dimension.Named("at", Optional.of(TimeGrain.DAY)));
        Map<String, Object> axis = Map.of("sqlExpression", "at", "isColumnReference", true, "timeGrain", "P1M");
        assertThat(Terms.dimension("x_axis", axis, Optional.of(TimeGrain.DAY)))
                .isEqualTo(new Dimension.Named("at", Optional.of(TimeGrain.MONTH)));
        assertThat(Terms.dimension("x_axis", Map.of("sqlExpression", "a + b", "label", "Sum"), NONE))
                .isEqualTo(new Dimension.Expression("a + b", "Sum", NONE));
    }

    @Test
    void filterTakesAsManyValuesAsItsOperatorNeeds() {
        Dimension origin = new Dimension.Named("origin");
        assertThat(Terms.filter("filters", filter("IN", Arrays.asList("JFK", null))))
                .isEqualTo(new Filter(origin, Operator.IN, Arrays.asList("JFK", null)));
        assertThat(Terms.filter("filters", filter("in", "JFK")).values()).containsExactly("JFK");
        assertThat(Terms.filter("filters", filter("IS_NULL", "ignored")).values())
                .isEmpty();
        assertThat(Terms.filter("filters", filter("TEMPORAL_RANGE", null)).values())
                .containsExactly("No filter");
        for (Object value : Arrays.asList(null, List.of(), List.of(1, 2), Map.of("a", 1))) {
            assertInvalid("filters", () -> Terms.filter("filters", filter(">", value)));
        }
    }

    @Test
    void orderMeansWhatIsSelectedFirst() {
        Metric delay = new Metric.Simple("delay", Aggregate.AVG, "Delay");
        assertThat(Terms.order("orderby", List.of("Delay", false), List.of(delay), Set.of()))
                .isEqualTo(new Order(delay, false));
        assertThat(Terms.order("orderby", List.of("count", true), List.of(), Set.of("count")))
                .isEqualTo(new Order(new Metric.Saved("count"), true));
        assertThat(Terms.order("orderby", List.of("origin", true), List.of(), Set.of("count")))
                .isEqualTo(new Order(new Dimension.Named("origin"), true));
        assertInvalid("orderby", () -> Terms.order("orderby", "origin", List.of(), Set.of()));
    }

    @Test
    void optionsOfAStepThatAreNullStayNull() {
        Map<String, Object> options = new HashMap<>(Map.of("operator", "sum"));
        options.put("columns", null);
        assertThat(Terms.postProcessing("steps", Map.of("operation", "cum", "options", options)))
                .isEqualTo(new PostProcessing("cum", options));
    }

    @Test
    void anythingElseIsRefusedByName() {
        for (Object json : Arrays.asList(null, 1, "", List.of(), Map.of(), Map.of("expressionType", "SQL"))) {
            assertInvalid("metric", () -> Terms.metric("metric", json));
            assertInvalid("groupby", () -> Terms.dimension("groupby", json, NONE));
        }
        assertInvalid("grain", () -> Terms.grain("grain", "P2D"));
        assertInvalid("adhoc_filters", () -> AdhocFilters.read("adhoc_filters", List.of("origin")));
        assertInvalid(
                "adhoc_filters",
                () -> AdhocFilters.read("adhoc_filters", List.of(Map.of("clause", "HAVING", "subject", "count"))));
    }

    private static Map<String, Object> filter(String operator, Object value) {
        Map<String, Object> filter = new HashMap<>();
        filter.put("col", "origin");
        filter.put("op", operator);
        filter.put("val", value);
        return filter;
    }

    private static void assertInvalid(String field, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(KaravelException.class, failure -> assertThat(failure.field())
                .isEqualTo(field));
    }

    private static Map<String, Object> percentile(String aggregate, Object fraction) {
        Map<String, Object> metric = new HashMap<>();
        metric.put("expressionType", "SIMPLE");
        metric.put("column", Map.of("column_name", "delay"));
        metric.put("aggregate", aggregate);
        metric.put("percentile", fraction);
        return metric;
    }
}
