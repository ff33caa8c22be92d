package dev.karavel.query.post;

import static dev.karavel.query.post.Posted.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers: Superset's test_cum.py and test_diff.py, pandas' API reference of DataFrame.diff. */
class CumulationTest {
    private final Posted series = Posted.numbers(1.0, 2.0, 3.0, 4.0);
    private final Posted gap = Posted.numbers(1.0, 2.0, null, 4.0);

    /** DataFrame.diff: a 1 2 3 4 5 6, b 1 1 2 3 5 8, c 1 4 9 16 25 36. */
    private final Posted squares = Posted.of(
            "a:integer b:integer c:integer",
            row(1, 1, 1),
            row(2, 1, 4),
            row(3, 2, 9),
            row(4, 3, 16),
            row(5, 5, 25),
            row(6, 8, 36));

    @Test
    void everythingSoFarIsSummedOrMultipliedOrCompared() {
        Posted summed = series.then("cum", "{'operator': 'sum', 'columns': {'y': 'y2'}}");
        assertThat(summed.names()).containsExactly("y", "y2");
        assertThat(summed.column("y2")).containsExactly(1.0, 3.0, 6.0, 10.0);
        assertThat(cum(series, "prod")).containsExactly(1.0, 2.0, 6.0, 24.0);
        assertThat(cum(series, "min")).containsExactly(1.0, 1.0, 1.0, 1.0);
        assertThat(cum(series, "max")).containsExactly(1.0, 2.0, 3.0, 4.0);
    }

    @Test
    void aGapCountsAsZero() {
        assertThat(cum(gap, "sum")).containsExactly(1.0, 3.0, 3.0, 7.0);
        assertThat(cum(gap, "prod")).containsExactly(1.0, 2.0, 0.0, 0.0);
        assertThat(cum(gap, "min")).containsExactly(1.0, 1.0, 0.0, 0.0);
    }

    @Test
    void anUnknownOperatorIsRefused() {
        series.refuses("cum", "{'operator': 'abc', 'columns': ['y']}", "operator")
                .hasMessageContaining("[sum, prod, min, max]");
    }

    @Test
    void theDifferenceToTheRowBefore() {
        Posted result = squares.then("diff", "{'columns': ['a', 'b', 'c']}");
        assertThat(result.column("b")).containsExactly(null, 0.0, 1.0, 1.0, 2.0, 3.0);
        assertThat(result.column("c")).containsExactly(null, 3.0, 5.0, 7.0, 9.0, 11.0);
    }

    @Test
    void theDifferenceToRowsFurtherBeforeAndAfter() {
        assertThat(squares.then("diff", "{'columns': ['c'], 'periods': 3}").column("c"))
                .containsExactly(null, null, null, 15.0, 21.0, 27.0);
        assertThat(squares.then("diff", "{'columns': ['c'], 'periods': -1}").column("c"))
                .containsExactly(-3.0, -5.0, -7.0, -9.0, -11.0, null);
    }

    @Test
    void theDifferenceToTheColumnBefore() {
        for (String axis : List.of("1", "'column'")) {
            Posted result = squares.then("diff", "{'columns': ['a', 'b', 'c'], 'axis': " + axis + "}");
            assertThat(result.column("a")).containsOnlyNulls();
            assertThat(result.column("b")).containsExactly(0.0, -1.0, -1.0, -1.0, 0.0, 2.0);
            assertThat(result.column("c")).containsExactly(0.0, 3.0, 7.0, 13.0, 20.0, 28.0);
        }
        squares.refuses("diff", "{'columns': ['a'], 'axis': 2}", "axis");
        squares.refuses("diff", "{'columns': ['a'], 'periods': 'x'}", "periods");
    }

    private static List<Object> cum(Posted posted, String operator) {
        return posted.then("cum", "{'operator': '" + operator + "', 'columns': {'y': 'y'}}")
                .column("y");
    }
}
