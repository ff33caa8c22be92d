package dev.karavel.query.post;

import static dev.karavel.query.post.Posted.at;
import static dev.karavel.query.post.Posted.day;
import static dev.karavel.query.post.Posted.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.spi.data.ColumnType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Numbers: pandas.pivot_table 2.2 on this small table, and Superset's test_pivot.py where it is named. */
class PivotTest {
    private final Posted grid = Posted.of(
            "i:text c:text m:decimal a:decimal",
            row("x", "b", 1.0, 10.0),
            row("x", "a", 2.0, 20.0),
            row("y", "a", 3.0, 30.0),
            row("y", "b", 4.0, null),
            row("z", "b", null, 50.0));

    private static final String METRICS =
            "'index': ['i'], 'aggregates': {'m': {'operator': 'sum'}, 'a': {'operator': 'mean'}}";

    @Test
    void metricsAndValuesStandAcrossInTheirOrder() {
        Posted result = grid.then("pivot", "{" + METRICS + ", 'columns': ['c']}");

        assertThat(result.names()).containsExactly("i", "a, a", "a, b", "m, a", "m, b");
        assertThat(result.rows())
                .containsExactly(
                        List.of("x", 20.0, 10.0, 2.0, 1.0),
                        Arrays.asList("y", 30.0, null, 3.0, 4.0),
                        Arrays.asList("z", null, 50.0, null, 0.0));
    }

    @Test
    void withoutColumnsEachMetricIsOne() {
        assertThat(grid.then("pivot", "{" + METRICS + "}").rows())
                .containsExactly(List.of("x", 15.0, 3.0), List.of("y", 30.0, 7.0), List.of("z", 50.0, 0.0));
    }

    @Test
    void marginsAreComputedOfTheRowsAndNotOfTheCells() {
        Posted result = grid.then(
                "pivot",
                "{" + METRICS
                        + ", 'columns': ['c'], 'marginal_distributions': true, 'drop_missing_columns': false,"
                        + " 'marginal_distribution_name': 'Total'}");

        assertThat(result.names()).containsExactly("i", "a, a", "a, b", "a, Total", "m, a", "m, b", "m, Total");
        assertThat(result.rows())
                .containsExactly(
                        List.of("x", 20.0, 10.0, 15.0, 2.0, 1.0, 3.0),
                        Arrays.asList("y", 30.0, null, 30.0, 3.0, 4.0, 7.0),
                        Arrays.asList("z", null, 50.0, 50.0, null, 0.0, 0.0),
                        List.of("Total", 25.0, 30.0, 27.5, 5.0, 5.0, 10.0));
    }

    @Test
    void marginsLeaveOutRowsThatLackAMetricWhileEmptyColumnsAreDropped() {
        assertThat(grid.then("pivot", "{" + METRICS + ", 'columns': ['c'], 'marginal_distributions': true}")
                        .rows())
                .containsExactly(
                        List.of("x", 20.0, 10.0, 15.0, 2.0, 1.0, 3.0),
                        Arrays.asList("y", 30.0, null, 30.0, 3.0, 4.0, 3.0),
                        Arrays.asList("z", null, 50.0, null, null, 0.0, null),
                        List.of("All", 25.0, 10.0, 20.0, 5.0, 1.0, 6.0));
    }

    @Test
    void valuesCanComeBeforeMetrics() {
        Posted result = grid.then("pivot", "{" + METRICS + ", 'columns': ['c'], 'combine_value_with_metric': true}");

        assertThat(result.names()).containsExactly("i", "a, a", "a, m", "b, a", "b, m");
        assertThat(result.rows().get(1)).isEqualTo(Arrays.asList("y", 30.0, 3.0, null, 4.0));
    }

    @Test
    void missingCellsAreFilled() {
        assertThat(grid.then("pivot", "{" + METRICS + ", 'columns': ['c'], 'metric_fill_value': 0}")
                        .rows()
                        .get(1))
                .isEqualTo(List.of("y", 30.0, 0.0, 3.0, 4.0));
    }

    @Test
    void emptyColumnsAndRowsGoUnlessTheyAreWanted() {
        Posted gaps =
                Posted.of("i:text c:text m:decimal", row("x", "a", 1.0), row("y", "a", null), row("z", "b", null));
        String options = "'index': ['i'], 'columns': ['c'], 'aggregates': {'m': {'operator': 'mean'}}";

        assertThat(gaps.then("pivot", "{" + options + "}").rows()).containsExactly(List.of("x", 1.0));
        Posted all = gaps.then("pivot", "{" + options + ", 'drop_missing_columns': false}");
        assertThat(all.names()).containsExactly("i", "m, a", "m, b");
        assertThat(all.rows())
                .containsExactly(
                        Arrays.asList("x", 1.0, null), Arrays.asList("y", null, null), Arrays.asList("z", null, null));
    }

    /** Superset, test_pivot_only_entirely_absent_metrics_are_restored. */
    @Test
    void aMetricWithoutAnyValueKeepsItsColumns() {
        Posted result = Posted.of(
                        "dttm:date category:text none:decimal partial:decimal",
                        row(day("2019-01-01"), "A", null, 1.0),
                        row(day("2019-01-01"), "B", null, null))
                .then("pivot", """
                {'index': ['dttm'], 'columns': ['category'],
                 'aggregates': {'none': {'operator': 'mean'}, 'partial': {'operator': 'mean'}}}""");

        assertThat(result.names()).containsExactly("dttm", "none, A", "none, B", "partial, A");
    }

    /** Superset, test_pivot_eliminate_cartesian_product_columns. */
    @Test
    void onlyCombinationsThatOccurBecomeColumns() {
        Posted result = Posted.of(
                        "dttm:date a:integer b:integer metric:decimal",
                        row(day("2019-01-01"), 0, 0, 9.0),
                        row(day("2019-01-01"), 1, 1, null))
                .then("pivot", """
                {'index': ['dttm'], 'columns': ['a', 'b'], 'drop_missing_columns': false,
                 'aggregates': {'metric': {'operator': 'mean'}}}""");

        assertThat(result.names()).containsExactly("dttm", "metric, 0, 0", "metric, 1, 1");
    }

    @Test
    void aMissingValueAcrossHasANameAndAMissingIndexStaysAsTheLast() {
        Posted gaps = Posted.of("i:integer c:text m:integer", row(2, "b", 1), row(null, null, 2), row(1, "b", 3));

        Posted result =
                gaps.then("pivot", "{'index': ['i'], 'columns': ['c'], 'aggregates': {'m': {'operator': 'sum'}}}");
        assertThat(result.names()).containsExactly("i", "m, <NULL>", "m, b");
        assertThat(result.rows())
                .containsExactly(
                        Arrays.asList(1L, null, 3L), Arrays.asList(2L, null, 1L), Arrays.asList(null, 2L, null));
        assertThat(result.types()).containsOnly(ColumnType.INTEGER);
        assertThat(gaps.then("pivot", """
                {'index': ['i'], 'columns': ['c'], 'column_fill_value': 'none', 'aggregates': {'m': 'sum'}}""").names()).containsExactly("i", "m, b", "m, none");
    }

    @Test
    void withoutANameWhatIsMissingAcrossIsLeftOut() {
        Posted gaps = Posted.of("i:integer c:text m:integer", row(2, "b", 1), row(3, null, 2), row(1, "b", 3));

        Posted result = gaps.then(
                "pivot", "{'index': ['i'], 'columns': ['c'], 'column_fill_value': null, 'aggregates': {'m': 'sum'}}");

        assertThat(result.names()).containsExactly("i", "m, b");
        assertThat(result.rows()).containsExactly(Arrays.asList(1L, 3L), Arrays.asList(2L, 1L));
    }

    /** Superset, test_pivot_show_values_as_*: r1 10 20, r2 30 40. */
    @Test
    void cellsCanBeSharesOfTheirRowColumnOrTotal() {
        Posted four = Posted.of(
                "row:text col:text v:integer",
                row("r1", "c1", 10),
                row("r1", "c2", 20),
                row("r2", "c1", 30),
                row("r2", "c2", 40));
        String options = "'index': ['row'], 'columns': ['col'], 'aggregates': {'v': {'operator': 'sum'}}";

        assertThat(four.then("pivot", "{" + options + ", 'show_values_as': 'percent_row'}")
                        .rows())
                .containsExactly(List.of("r1", 10.0 / 30, 20.0 / 30), List.of("r2", 30.0 / 70, 40.0 / 70));
        assertThat(four.then("pivot", "{" + options + ", 'show_values_as': 'percent_col'}")
                        .rows())
                .containsExactly(List.of("r1", 10.0 / 40, 20.0 / 60), List.of("r2", 30.0 / 40, 40.0 / 60));
        assertThat(four.then("pivot", "{" + options + ", 'show_values_as': 'percent_total'}")
                        .rows())
                .containsExactly(List.of("r1", 0.1, 0.2), List.of("r2", 0.3, 0.4));
        four.refuses("pivot", "{" + options + ", 'show_values_as': 'percent_of_moon'}", "show_values_as");
        four.refuses(
                "pivot",
                "{" + options + ", 'show_values_as': 'percent_row', 'marginal_distributions': true}",
                "show_values_as");
        four.refuses("pivot", """
                {'index': ['row'], 'aggregates': {'v': {'operator': 'mean'}}, 'show_values_as': 'percent_row'}""", "show_values_as");
    }

    /** str() of Python. */
    @Test
    void valuesInNamesAreWrittenAsPythonDoes() {
        Posted values = Posted.of(
                "d:decimal b:boolean t:timestamp e:date v:integer",
                row(1e10, true, at("2024-01-01 00:00"), day("2024-01-01"), 1));
        assertThat(values.then("pivot", "{'index': ['v'], 'columns': ['d', 'b', 't', 'e'], 'aggregates': {'v': 'sum'}}")
                        .names())
                .containsExactly("v", "v, 10000000000.0, True, 2024-01-01 00:00:00, 2024-01-01");
    }

    @Test
    void whatIsNeededIsAskedForAndTooManyColumnsAreRefused() {
        grid.refuses("pivot", "{'aggregates': {'m': 'sum'}}", "index");
        grid.refuses("pivot", "{'index': ['i']}", "aggregates");
        grid.refuses("pivot", "{'index': ['i'], 'columns': ['abc'], 'aggregates': {'m': 'sum'}}", "columns");
        Posted wide = Posted.of(
                "i:integer c:integer m:integer",
                IntStream.range(0, 5_001).mapToObj(c -> row(1, c, c)).toArray(Object[][]::new));
        wide.refuses("pivot", "{'index': ['i'], 'columns': ['c'], 'aggregates': {'m': 'sum'}}", "columns")
                .hasMessageContaining("5001 columns");
        Posted square = Posted.of(
                "i:integer c:integer m:integer",
                IntStream.range(0, 4_000).mapToObj(c -> row(c, c, c)).toArray(Object[][]::new));
        square.refuses("pivot", "{'index': ['i'], 'columns': ['c'], 'aggregates': {'m': 'sum'}}", "columns")
                .hasMessageContaining("4000 columns of 4000 rows");
    }
}
