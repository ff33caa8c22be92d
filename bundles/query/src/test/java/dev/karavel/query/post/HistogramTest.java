package dev.karavel.query.post;

import static dev.karavel.query.post.Posted.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.spi.data.ColumnType;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Numbers: Superset's test_histogram.py. */
class HistogramTest {
    private static final List<String> BINS = List.of("1.0 - 2.8", "2.8 - 4.6", "4.6 - 6.4", "6.4 - 8.2", "8.2 - 10.0");

    private final Posted ten = Posted.of(
            "group:text a:integer",
            row("A", 1),
            row("A", 2),
            row("B", 3),
            row("B", 4),
            row("A", 5),
            row("A", 6),
            row("B", 7),
            row("B", 8),
            row("A", 9),
            row("A", 10));

    @Test
    void valuesFallIntoEqualPartsOfTheirRange() {
        Posted result = ten.then("histogram", "{'column': 'a', 'bins': 5}");
        assertThat(result.names()).isEqualTo(BINS);
        assertThat(result.rows()).containsExactly(List.of(2L, 2L, 2L, 2L, 2L));
        assertThat(result.types()).containsOnly(ColumnType.INTEGER);
    }

    @Test
    void eachGroupHasARow() {
        assertThat(ten.then("histogram", "{'column': 'a', 'groupby': ['group']}")
                        .rows())
                .containsExactly(List.of("A", 2L, 0L, 2L, 0L, 2L), List.of("B", 0L, 2L, 0L, 2L, 0L));
    }

    @Test
    void countsCanBeSharesAndSumsSoFar() {
        assertThat(ten.then("histogram", "{'column': 'a', 'groupby': ['group'], 'normalize': true}")
                        .rows())
                .containsExactly(List.of("A", 0.2, 0.0, 0.2, 0.0, 0.2), List.of("B", 0.0, 0.2, 0.0, 0.2, 0.0));
        assertThat(ten.then("histogram", "{'column': 'a', 'groupby': ['group'], 'cumulative': true}")
                        .rows())
                .containsExactly(List.of("A", 2L, 2L, 4L, 4L, 6L), List.of("B", 0L, 2L, 2L, 4L, 4L));
        assertThat(ten.then("histogram", """
                        {'column': 'a', 'groupby': ['group'], 'cumulative': true, 'normalize': true}""").rows().get(0))
                .isEqualTo(List.of(
                        "A", 0.06666666666666667, 0.06666666666666667, 0.13333333333333333, 0.13333333333333333, 0.2));
    }

    @Test
    void missingValuesAreLeftOut() {
        Posted gap = Posted.of("a:decimal", row(1.0), row((Object) null), row(10.0));
        assertThat(gap.then("histogram", "{'column': 'a', 'bins': 2}").rows()).containsExactly(List.of(1L, 1L));
        Posted none = Posted.of("a:decimal", row((Object) null));
        assertThat(none.then("histogram", "{'column': 'a'}").rows()).isEmpty();
    }

    /** numpy.histogram_bin_edges([3], 1): half a unit to each side. */
    @Test
    void oneValueHasARoomOfItsOwn() {
        Posted result = Posted.of("a:integer", row(3)).then("histogram", "{'column': 'a', 'bins': 1}");
        assertThat(result.names()).containsExactly("2.5 - 3.5");
        assertThat(result.rows()).containsExactly(List.of(1L));
    }

    /** repr(float) of Python. */
    @Test
    void edgesAreWrittenAsPythonDoes() {
        assertThat(List.of(0.0, 0.1 + 0.2, 1e16, 123456789012345680.0, 1e-5, 0.0001, -2.5, 1e15))
                .extracting(Histogram::text)
                .containsExactly(
                        "0.0",
                        "0.30000000000000004",
                        "1e+16",
                        "1.2345678901234568e+17",
                        "1e-05",
                        "0.0001",
                        "-2.5",
                        "1000000000000000.0");
    }

    @Test
    void whatIsWrongIsRefused() {
        ten.refuses("histogram", "{'column': 'group'}", "column").hasMessageContaining("no numbers");
        ten.refuses("histogram", "{}", "column");
        ten.refuses("histogram", "{'column': 'a', 'bins': 0}", "bins");
        ten.refuses("histogram", "{'column': 'a', 'bins': 2000000000}", "bins").hasMessageContaining("1 to 1000");
        ten.refuses("histogram", "{'column': 'a', 'groupby': ['no']}", "groupby");
        Posted groups = Posted.of(
                "a:integer", IntStream.range(0, 5_001).mapToObj(Posted::row).toArray(Object[][]::new));
        groups.refuses("histogram", "{'column': 'a', 'bins': 1000, 'groupby': ['a']}", "groupby");
    }
}
