package dev.karavel.query.post;

import static dev.karavel.query.post.Posted.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.spi.data.ColumnType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Numbers: Superset's tests/unit_tests/pandas_postprocessing/test_aggregate.py, and numpy's on [1, nan, 4]. */
class AggregationTest {
    /** 0 to 100 upwards and downwards, in Superset's tests the data frame of categories. */
    private final Posted hundred = Posted.of(
            "constant:text up:integer down:integer fifth:integer",
            IntStream.rangeClosed(0, 100)
                    .mapToObj(i -> row("dummy", i, 100 - i, i % 5 == 0 ? (Object) i : null))
                    .toArray(Object[][]::new));

    private final Posted gap =
            Posted.of("g:text x:decimal", row("a", 1.0), row("a", null), row("a", 4.0), row("b", 7.0));

    @Test
    void sumsAndPercentilesOfSupersetsOwnExample() {
        Posted result = hundred.then("aggregate", """
                {'groupby': ['constant'], 'aggregates': {
                  'asc sum': {'column': 'up', 'operator': 'sum'},
                  'asc q2': {'column': 'up', 'operator': 'percentile', 'options': {'q': 75}},
                  'desc q1': {'column': 'down', 'operator': 'percentile', 'options': {'q': 25}},
                  'mean': {'column': 'up', 'operator': 'mean'},
                  'median': {'column': 'up', 'operator': 'median'},
                  'null_count': {'column': 'fifth', 'operator': 'count'}}}""");

        assertThat(result.names())
                .containsExactly("constant", "asc sum", "asc q2", "desc q1", "mean", "median", "null_count");
        assertThat(result.rows()).containsExactly(List.of("dummy", 5050L, 75.0, 25.0, 50.0, 50.0, 101L));
    }

    @Test
    void missingValuesDoNotCountButWhereNumpySaysSo() {
        assertThat(of("mean")).containsExactly(2.5, 7.0);
        assertThat(of("sum")).containsExactly(5.0, 7.0);
        assertThat(of("prod")).containsExactly(4.0, 7.0);
        assertThat(of("std")).containsExactly(1.5, 0.0);
        assertThat(of("var")).containsExactly(2.25, 0.0);
        assertThat(of("min")).containsExactly(1.0, 7.0);
        assertThat(of("max")).containsExactly(4.0, 7.0);
        assertThat(of("nanmedian")).containsExactly(2.5, 7.0);
        assertThat(of("average")).containsExactly(null, 7.0);
        assertThat(of("count")).containsExactly(3L, 1L);
        assertThat(of("count_nonzero")).containsExactly(3L, 1L);
        assertThat(of("nunique")).containsExactly(2L, 1L);
        assertThat(of("argmin")).containsExactly(0L, 0L);
        assertThat(of("argmax")).containsExactly(2L, 0L);
        assertThat(of("first")).containsExactly(1.0, 7.0);
        assertThat(of("last")).containsExactly(4.0, 7.0);
    }

    @Test
    void aSpreadOfASampleIsAskedForWithDdof() {
        assertThat(gap.then("aggregate", """
                {'groupby': ['g'], 'aggregates': {'x': {'operator': 'var', 'options': {'ddof': 1}}}}""").column("x")).containsExactly(4.5, null);
    }

    @Test
    void percentilesBetweenTwoValuesFollowTheirMethod() {
        Posted four = Posted.numbers(1.0, 2.0, 3.0, 4.0);
        for (Object[] method :
                new Object[][] {{"linear", 2.2}, {"lower", 2.0}, {"higher", 3.0}, {"midpoint", 2.5}, {"nearest", 2.0}
                }) {
            String options = "{'aggregates': {'y': {'operator': 'percentile', 'options': {'q': 40, 'method': '"
                    + method[0] + "'}}}}";
            assertThat(four.then("aggregate", options).numbersOf("y")[0])
                    .as("numpy.percentile([1, 2, 3, 4], 40, method=%s)", method[0])
                    .isCloseTo((double) method[1], Offset.offset(1e-12));
        }
    }

    @Test
    void groupsWithoutANameAreOneGroupAndTheLast() {
        Posted result = Posted.of(
                        "category:text region:text value:integer",
                        row("alpha", "east", 1),
                        row("alpha", null, 2),
                        row(null, "east", 3),
                        row(null, null, 4),
                        row("alpha", null, null),
                        row(null, null, 6))
                .then("aggregate", """
                {'groupby': ['category', 'region'], 'aggregates': {'total': {'column': 'value', 'operator': 'sum'}}}""");

        assertThat(result.rows())
                .containsExactly(
                        List.of("alpha", "east", 1L),
                        Arrays.asList("alpha", null, 2L),
                        Arrays.asList(null, "east", 3L),
                        Arrays.asList(null, null, 10L));
    }

    @Test
    void withoutGroupsThereIsOneRow() {
        assertThat(hundred.then("aggregate", "{'aggregates': {'up': {'operator': 'max'}}}")
                        .rows())
                .containsExactly(List.of(100L));
    }

    @Test
    void wholeAndExactNumbersStayWhatTheyAre() {
        Posted exact = Posted.of(
                "n:integer d:decimal", row(Long.MAX_VALUE - 1, new BigDecimal("0.1")), row(1L, new BigDecimal("0.2")));
        Posted result = exact.then("aggregate", "{'aggregates': {'n': 'sum', 'd': 'sum'}}");

        assertThat(result.rows()).containsExactly(List.of(Long.MAX_VALUE, new BigDecimal("0.3")));
        assertThat(result.types()).containsExactly(ColumnType.INTEGER, ColumnType.DECIMAL);
    }

    @Test
    void whatCannotBeComputedIsRefused() {
        hundred.refuses("aggregate", "{'aggregates': {'up': {'operator': 'exec'}}}", "aggregates")
                .hasMessageContaining("there is no operator exec; there are [argmax, argmin");
        hundred.refuses("aggregate", "{'aggregates': {'up': {'operator': 'percentile'}}}", "aggregates")
                .hasMessageContaining("a number from 0 to 100");
        hundred.refuses("aggregate", "{'aggregates': {'up': {'operator': 'sum', 'options': {'q': 1}}}}", "aggregates");
        hundred.refuses("aggregate", "{'aggregates': {'up': {'operator': 'sum', 'colum': 'x'}}}", "aggregates");
        hundred.refuses("aggregate", "{'aggregates': {'constant': {'operator': 'sum'}}}", "aggregates")
                .hasMessageContaining("sum needs numbers");
        hundred.refuses("aggregate", "{'groupby': ['nothing'], 'aggregates': {'up': 'sum'}}", "groupby");
    }

    private List<Object> of(String operator) {
        return gap.then("aggregate", "{'groupby': ['g'], 'aggregates': {'x': {'operator': '" + operator + "'}}}")
                .column("x");
    }
}
