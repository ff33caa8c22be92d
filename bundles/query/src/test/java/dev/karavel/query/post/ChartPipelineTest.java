package dev.karavel.query.post;

import static dev.karavel.query.post.Posted.day;
import static dev.karavel.query.post.Posted.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The steps Superset's time-series charts send, in their order: pivot, rolling or cum, compare, resample, rename, contribution,
 * sort, flatten, prophet. Numbers worked by hand.
 */
class ChartPipelineTest {
    private final Posted sales = Posted.of(
                    "at:date city:text sold:integer before:integer",
                    row(day("2024-01-01"), "Oslo", 4, 2),
                    row(day("2024-01-01"), "Bern", 6, 3),
                    row(day("2024-01-03"), "Oslo", 10, 5),
                    row(day("2024-01-03"), "Bern", 2, 4))
            .then("rename", "{'columns': {'at': '__timestamp', 'before': 'sold__1 year ago'}}");

    private static final String PIVOT = """
            {'index': ['__timestamp'], 'columns': ['city'], 'drop_missing_columns': false,
             'aggregates': {'sold': {'operator': 'mean'}, 'sold__1 year ago': {'operator': 'mean'}}}""";

    @Test
    void aLineWithBreakdownCumulatedFilledAndNamedByItsValues() {
        Posted result = sales.through(
                "pivot",
                "{'index': ['__timestamp'], 'columns': ['city'], 'aggregates': {'sold': {'operator': 'mean'}}}",
                "cum",
                "{'operator': 'sum', 'columns': {'sold': 'sold'}}",
                "resample",
                "{'rule': '1D', 'method': 'ffill'}",
                "rename",
                "{'columns': {'sold': null}, 'level': 0, 'inplace': true}",
                "flatten",
                "{}");

        assertThat(result.names()).containsExactly("__timestamp", "Bern", "Oslo");
        assertThat(result.rows())
                .containsExactly(
                        List.of(day("2024-01-01"), 6.0, 4.0),
                        List.of(day("2024-01-02"), 6.0, 4.0),
                        List.of(day("2024-01-03"), 8.0, 14.0));
    }

    @Test
    void aComparisonWithTheYearBefore() {
        Posted result = sales.through("pivot", PIVOT, "compare", """
                {'source_columns': ['sold'], 'compare_columns': ['sold__1 year ago'], 'compare_type': 'ratio',
                 'drop_original_columns': true}""", "flatten", "{}");

        assertThat(result.names())
                .containsExactly(
                        "__timestamp", "ratio__sold__sold__1 year ago, Bern", "ratio__sold__sold__1 year ago, Oslo");
        assertThat(result.rows())
                .containsExactly(List.of(day("2024-01-01"), 2.0, 2.0), List.of(day("2024-01-03"), 0.5, 2.0));
    }

    @Test
    void sharesOfTheRowNowAndThen() {
        Posted result = sales.through(
                "pivot",
                PIVOT,
                "contribution",
                "{'orientation': 'row', 'time_shifts': ['1 year ago']}",
                "sort",
                "{'is_sort_index': true, 'ascending': false}",
                "flatten",
                "{}");

        assertThat(result.names())
                .containsExactly(
                        "__timestamp", "sold, Bern", "sold, Oslo", "sold__1 year ago, Bern", "sold__1 year ago, Oslo");
        assertThat(result.rows())
                .containsExactly(
                        List.of(day("2024-01-03"), 2.0 / 12, 10.0 / 12, 4.0 / 9, 5.0 / 9),
                        List.of(day("2024-01-01"), 0.6, 0.4, 0.6, 0.4));
    }

    @Test
    void aForecastOfEverySeriesOfTheChart() {
        Posted result = sales.through(
                "pivot",
                PIVOT,
                "flatten",
                "{}",
                "prophet",
                "{'time_grain': 'P1D', 'periods': 1, 'confidence_interval': 0.8, 'index': '__timestamp'}");

        assertThat(result.names()).hasSize(1 + 4 * 4).contains("sold, Oslo__yhat", "sold, Oslo");
        assertThat(result.column("__timestamp")).endsWith(day("2024-01-04"));
        assertThat(result.numbersOf("sold, Oslo__yhat")[2]).isCloseTo(13, offset(1e-3));
    }
}
