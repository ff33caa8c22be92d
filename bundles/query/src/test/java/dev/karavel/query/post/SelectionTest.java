package dev.karavel.query.post;

import static dev.karavel.query.post.Posted.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** After Superset's test_select.py, test_rename.py, test_sort.py, test_rank.py and test_utils.py. */
class SelectionTest {
    private final Posted table =
            Posted.of("a:text b:integer c:integer", row("x", 2, 7), row("y", null, 8), row("x", 1, 9), row(null, 2, 6));

    @Test
    void columnsAreChosenInTheOrderAsked() {
        assertThat(table.then("select", "{'columns': ['c', 'a']}").names()).containsExactly("c", "a");
        assertThat(table.then("select", "{'exclude': ['b'], 'rename': {'c': 'units'}}")
                        .names())
                .containsExactly("a", "units");
        assertThat(table.then("select", "{}").rows()).isEqualTo(table.rows());
        table.refuses("select", "{'columns': ['abc']}", "columns");
        table.refuses("select", "{'columns': ['a'], 'exclude': ['b']}", "exclude");
        table.refuses("select", "{'columns': ['a'], 'rename': {'b': 'x'}}", "rename");
        table.refuses("select", "{'rename': {'b': 'a'}}", "");
    }

    @Test
    void columnsGetOtherNamesAlsoThoseThatBecomeFree() {
        assertThat(table.then("rename", "{'columns': {'a': 'b', 'b': 'a'}}").names())
                .containsExactly("b", "a", "c");
        assertThat(table.then("rename", "{'columns': {}}").names()).containsExactly("a", "b", "c");
        table.refuses("rename", "{'columns': {'foobar': 'x'}}", "columns");
        table.refuses("rename", "{'columns': {'a': 'b', 'c': 'd'}}", "").hasMessageContaining("called \"b\"");
        table.refuses("rename", "{'columns': {'a': 'x', 'b': 'x'}}", "");
        table.refuses("rename", "{'columns': {'a': 'x'}, 'level': 100}", "level");
    }

    @Test
    void rowsAreSortedStablyWithMissingOnesLast() {
        assertThat(table.then("sort", "{'by': ['b', 'c'], 'ascending': [true, false]}")
                        .column("c"))
                .containsExactly(9L, 7L, 6L, 8L);
        assertThat(table.then("sort", "{'by': 'b', 'ascending': false}").column("c"))
                .containsExactly(7L, 6L, 9L, 8L);
        assertThat(table.then("sort", "{'columns': {'a': false}}").column("c")).containsExactly(8L, 7L, 9L, 6L);
        assertThat(table.then("sort", "{}").rows()).isEqualTo(table.rows());
        table.refuses("sort", "{'by': 'abc'}", "by");
        table.refuses("sort", "{'by': ['a', 'b', 'c'], 'ascending': [true, false]}", "ascending");
        table.refuses("sort", "{'by': 'a', 'ascending': 'down'}", "ascending");
    }

    /** test_rank_should_rank: 0 to 100 rank from 1/101 to 1 in equal steps. */
    @Test
    void ranksAreSharesOfTheRows() {
        Posted hundred = Posted.of(
                "up:integer dept:text",
                IntStream.rangeClosed(0, 100)
                        .mapToObj(i -> row(i, "dept" + i % 5))
                        .toArray(Object[][]::new));
        List<Object> ranks = hundred.then("rank", "{'metric': 'up'}").column("rank");
        List<Object> grouped =
                hundred.then("rank", "{'metric': 'up', 'group_by': 'dept'}").column("rank");

        for (int i = 0; i <= 100; i++) {
            assertThat((double) ranks.get(i)).isCloseTo((i + 1) / 101.0, Offset.offset(1e-12));
            double members = i % 5 == 0 ? 21 : 20;
            assertThat(grouped.get(i)).isEqualTo((i / 5 + 1) / members);
        }
    }

    /** pandas.Series([2, nan, 1, 2]).rank(pct=True): ties share a rank, what is missing neither ranks nor counts. */
    @Test
    void tiesShareARankAndMissingValuesHaveNone() {
        assertThat(table.then("rank", "{'metric': 'b'}").column("rank"))
                .containsExactly(2.5 / 3, null, 1.0 / 3, 2.5 / 3);
        assertThat(table.then("rank", "{'metric': 'c', 'group_by': ['a']}").column("rank"))
                .containsExactly(0.5, 1.0, 1.0, null);
        table.refuses("rank", "{}", "metric");
        table.refuses("rank", "{'metric': 'nothing'}", "metric");
    }

    @Test
    void commasInNamesAreEscapedAndUnescaped() {
        Posted comma = Posted.of("a,b:integer c:integer", row(1, 2));
        Posted escaped = comma.then("escape_separator", "{}");
        assertThat(escaped.names()).containsExactly("a\\,b", "c");
        assertThat(escaped.then("unescape_separator", "{}").names()).containsExactly("a,b", "c");
        assertThat(comma.then("escape_separator", "{'sep': 'b'}").names()).containsExactly("a,\\b", "c");
        comma.refuses("escape_separator", "{'sep': '  '}", "sep");
    }

    @Test
    void whatIsFlatStaysAsItIs() {
        assertThat(table.then("flatten", "{}").rows()).isEqualTo(table.rows());
        assertThat(table.then("flatten", "{'reset_index': false, 'drop_levels': []}")
                        .names())
                .isEqualTo(table.names());
    }
}
