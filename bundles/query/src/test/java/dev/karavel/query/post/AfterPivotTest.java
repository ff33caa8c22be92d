package dev.karavel.query.post;

import static dev.karavel.query.post.Posted.day;
import static dev.karavel.query.post.Posted.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Steps after a pivot speak of metrics. Numbers: the docstrings of Superset's tests, named at each. */
class AfterPivotTest {
    private static final String PIVOT = """
            {'index': ['dttm'], 'columns': ['country'],
             'aggregates': {'sums': {'operator': 'sum'}, 'counts': {'operator': 'sum'}}}""";

    private final Posted metrics = Posted.of(
            "dttm:date country:text sums:integer counts:integer",
            row(day("2019-01-01"), "UK", 5, 1),
            row(day("2019-01-01"), "US", 6, 2),
            row(day("2019-01-02"), "UK", 7, 3),
            row(day("2019-01-02"), "US", 8, 4));

    /** test_cum_after_pivot_with_multiple_metrics. */
    @Test
    void aMetricIsCumulatedInEachOfItsColumns() {
        Posted result = through("cum", "{'operator': 'sum', 'columns': {'sums': 'sums'}}");

        assertThat(result.names()).containsExactly("dttm", "counts, UK", "counts, US", "sums, UK", "sums, US");
        assertThat(result.rows().get(1)).isEqualTo(List.of(day("2019-01-02"), 3L, 4L, 12.0, 14.0));
    }

    /** test_rolling_after_pivot_with_multiple_metrics. */
    @Test
    void aMetricIsRolledInEachOfItsColumns() {
        Posted result = through("rolling", """
                {'columns': {'counts': 'counts', 'sums': 'sums'},
                 'rolling_type': 'sum', 'window': 2, 'min_periods': 0}""");

        assertThat(result.rows())
                .containsExactly(
                        List.of(day("2019-01-01"), 1.0, 2.0, 5.0, 6.0),
                        List.of(day("2019-01-02"), 4.0, 6.0, 12.0, 14.0));
    }

    /** test_compare_after_pivot. */
    @Test
    void metricsAreComparedValueByValue() {
        Posted result = through("compare", """
                {'source_columns': ['counts'], 'compare_columns': ['sums'],
                 'compare_type': 'difference', 'drop_original_columns': true}""");

        assertThat(result.names())
                .containsExactly("dttm", "difference__counts__sums, UK", "difference__counts__sums, US");
        assertThat(result.rows())
                .containsExactly(List.of(day("2019-01-01"), -4L, -4L), List.of(day("2019-01-02"), -4L, -4L));
    }

    /** Charts kept by Superset 1.4 say is_pivot_df instead of naming metrics. */
    @Test
    void everyMetricIsRolledWhenAPivotIsAllThatIsSaid() {
        assertThat(through("cum", "{'operator': 'sum', 'is_pivot_df': true}")
                        .rows()
                        .get(1))
                .isEqualTo(List.of(day("2019-01-02"), 4.0, 6.0, 12.0, 14.0));
        assertThat(through("rolling", "{'rolling_type': 'sum', 'window': 2, 'is_pivot_df': true}")
                        .rows()
                        .get(1))
                .isEqualTo(List.of(day("2019-01-02"), 4.0, 6.0, 12.0, 14.0));
    }

    @Test
    void aMetricsNameCanBeTakenAwayFromItsColumns() {
        Posted result = metrics.through(
                "pivot", """
                {'index': ['dttm'], 'columns': ['country'], 'aggregates': {'sums': {'operator': 'sum'}}}""", "rename", "{'columns': {'sums': null}, 'level': 0, 'inplace': true}", "flatten", "{}");

        assertThat(result.names()).containsExactly("dttm", "UK", "US");
    }

    @Test
    void aNewColumnOfAMetricStandsBesideIt() {
        assertThat(through("cum", "{'operator': 'sum', 'columns': {'sums': 'so far'}}")
                        .names())
                .endsWith("so far, UK", "so far, US");
    }

    @Test
    void levelsAreRenamedAndDroppedByNumberOrName() {
        assertThat(through("rename", "{'columns': {'UK': 'GB'}, 'level': 'country'}")
                        .names())
                .contains("sums, GB");
        assertThat(metrics.through("pivot", PIVOT, "select", "{'columns': ['sums']}", "flatten", "{'drop_levels': [0]}")
                        .names())
                .containsExactly("dttm", "UK", "US");
        assertThat(metrics.through("pivot", PIVOT, "flatten", "{'drop_levels': ['country']}")
                        .names())
                .hasSize(5);
        metrics.refusesAfter("rename", "{'columns': {'UK': 'US'}, 'level': 1}", "", "pivot", PIVOT);
        metrics.refusesAfter("rename", "{'columns': {'UK': 'x'}, 'level': 7}", "level", "pivot", PIVOT);
        metrics.refusesAfter("flatten", "{'drop_levels': [0, 1]}", "drop_levels", "pivot", PIVOT);
    }

    @Test
    void rowsAreSortedByTheIndexOrAMetricOfOneColumn() {
        assertThat(through("sort", "{'is_sort_index': true, 'ascending': false}")
                        .column("dttm"))
                .containsExactly(day("2019-01-02"), day("2019-01-01"));
        assertThat(through("sort", "{'by': 'sums, US', 'ascending': false}").column("dttm"))
                .containsExactly(day("2019-01-02"), day("2019-01-01"));
        metrics.refusesAfter("sort", "{'by': 'sums'}", "by", "pivot", PIVOT).hasMessageContaining("more than one");
    }

    private Posted through(String operation, String options) {
        return metrics.through("pivot", PIVOT, operation, options, "flatten", "{}");
    }
}
