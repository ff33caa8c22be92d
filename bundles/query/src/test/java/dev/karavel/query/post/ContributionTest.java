package dev.karavel.query.post;

import static dev.karavel.query.post.Posted.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Numbers: Superset's test_contribution.py. */
class ContributionTest {
    private final Posted table = Posted.of(
            "at:timestamp a:integer b:integer c:decimal",
            row(Posted.at("2020-07-16 14:49"), 1, 1, null),
            row(Posted.at("2020-07-16 14:50"), 3, 9, null),
            row(Posted.at("2020-07-16 14:51"), null, null, null));

    @Test
    void sharesOfTheRow() {
        Posted result = table.then("contribution", "{'orientation': 'row'}");
        assertThat(result.names()).containsExactly("at", "a", "b", "c");
        assertThat(result.column("a")).containsExactly(0.5, 0.25, null);
        assertThat(result.column("b")).containsExactly(0.5, 0.75, null);
        assertThat(result.column("c")).containsOnlyNulls();
    }

    @Test
    void sharesOfTheColumn() {
        Posted result = table.then("contribution", "{'orientation': 'column'}");
        assertThat(result.column("a")).containsExactly(0.25, 0.75, 0.0);
        assertThat(result.column("b")).containsExactly(0.1, 0.9, 0.0);
        assertThat(result.column("c")).containsOnlyNulls();
    }

    @Test
    void sharesCanStandBesideTheirColumns() {
        Posted result = table.then("contribution", "{'columns': ['a'], 'rename_columns': ['pct_a']}");
        assertThat(result.names()).containsExactly("at", "a", "b", "c", "pct_a");
        assertThat(result.column("a")).containsExactly(1L, 3L, null);
        assertThat(result.column("pct_a")).containsExactly(0.25, 0.75, 0.0);
    }

    /** test_contribution_with_time_shift_columns. */
    @Test
    void eachTimeShiftHasASumOfItsOwn() {
        Posted result = Posted.of(
                        "a:integer b:integer c:integer a2:integer b2:integer c2:integer",
                        row(3, 3, 6, 2, 1, 1),
                        row(6, 3, 3, 2, 1, 1))
                .then("rename", """
                        {'columns': {'a2': 'a__1 week ago', 'b2': 'b__1 week ago', 'c2': 'c__1 week ago'}}""")
                .then("contribution", "{'orientation': 'row', 'time_shifts': ['1 week ago']}");

        assertThat(result.column("a")).containsExactly(0.25, 0.5);
        assertThat(result.column("c")).containsExactly(0.5, 0.25);
        assertThat(result.column("a__1 week ago")).containsExactly(0.5, 0.5);
        assertThat(result.column("c__1 week ago")).containsExactly(0.25, 0.25);
    }

    @Test
    void totalsFromElsewhereTakeThePlaceOfTheSums() {
        Posted result = table.then("contribution", "{'columns': ['a', 'b'], 'contribution_totals': {'a': 8, 'b': 0}}");
        assertThat(result.column("a")).containsExactly(0.125, 0.375, 0.0);
        assertThat(result.column("b")).containsExactly(0.0, 0.0, 0.0);
    }

    /** test_contribution_on_decimal_columns_with_nulls. */
    @Test
    void exactDecimalsAreNumbersAndTextsAreLeftAlone() {
        Posted result = Posted.of(
                        "label:text a:decimal",
                        row("x", new BigDecimal("1")),
                        row("y", null),
                        row("z", new BigDecimal("3")))
                .then("contribution", "{}");
        assertThat(result.column("label")).containsExactly("x", "y", "z");
        assertThat(result.column("a")).containsExactly(0.25, 0.0, 0.75);
    }

    @Test
    void whatIsWrongIsRefused() {
        table.refuses("contribution", "{'columns': ['at']}", "columns").hasMessageContaining("has no numbers");
        table.refuses("contribution", "{'columns': ['a'], 'rename_columns': ['aa', 'bb']}", "rename_columns");
        table.refuses("contribution", "{'orientation': 'diagonal'}", "orientation");
        table.refuses("contribution", "{'contribution_totals': {'a': 'many'}}", "contribution_totals");
    }
}
