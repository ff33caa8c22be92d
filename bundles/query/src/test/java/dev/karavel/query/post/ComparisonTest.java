package dev.karavel.query.post;

import static dev.karavel.query.post.Posted.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers: Superset's test_compare.py. */
class ComparisonTest {
    private final Posted pairs = Posted.of(
            "label:text y:decimal z:decimal",
            row("x", 2.0, 2.0),
            row("y", 2.0, 4.0),
            row("z", 2.0, 10.0),
            row("q", 2.0, 8.0));

    @Test
    void differences() {
        Posted result = compared("difference", "");
        assertThat(result.names()).containsExactly("label", "y", "z", "difference__y__z");
        assertThat(result.column("difference__y__z")).containsExactly(0.0, -2.0, -8.0, -6.0);
    }

    @Test
    void percentagesAndRatios() {
        assertThat(compared("percentage", "").column("percentage__y__z")).containsExactly(0.0, -0.5, -0.8, -0.75);
        assertThat(compared("ratio", "").column("ratio__y__z")).containsExactly(1.0, 0.5, 0.2, 0.25);
    }

    @Test
    void theColumnsComparedCanGo() {
        assertThat(compared("ratio", ", 'drop_original_columns': true").names())
                .containsExactly("label", "ratio__y__z");
    }

    /** 1/3 and 2/3, rounded to four digits unless told otherwise. */
    @Test
    void sharesAreRounded() {
        Posted thirds = Posted.of("y:integer z:integer", row(1, 3), row(2, 3));
        String columns = "'source_columns': ['y'], 'compare_columns': ['z'], 'compare_type': 'ratio'";
        assertThat(thirds.then("compare", "{" + columns + "}").column("ratio__y__z"))
                .containsExactly(0.3333, 0.6667);
        assertThat(thirds.then("compare", "{" + columns + ", 'precision': 1}").column("ratio__y__z"))
                .containsExactly(0.3, 0.7);
    }

    @Test
    void nothingIsComparedWithNothingAndAShareOfZeroIsNone() {
        Posted gaps = Posted.of("y:integer z:integer", row(null, 1), row(1, null), row(1, 0));
        String columns = "'source_columns': ['y'], 'compare_columns': ['z']";
        assertThat(gaps.then("compare", "{" + columns + ", 'compare_type': 'percentage'}")
                        .column("percentage__y__z"))
                .containsOnlyNulls();
        assertThat(gaps.then("compare", "{" + columns + "}").column("difference__y__z"))
                .containsExactly(null, null, 1L);
    }

    @Test
    void pairsHaveToBePairsOfAKnownKind() {
        pairs.refuses("compare", "{'source_columns': ['y'], 'compare_columns': []}", "compare_columns");
        pairs.refuses(
                "compare", "{'source_columns': ['y'], 'compare_columns': ['z'], 'compare_type': 'x'}", "compare_type");
        pairs.refuses("compare", "{'source_columns': ['no'], 'compare_columns': ['z']}", "source_columns");
        assertThat(pairs.then("compare", "{'source_columns': [], 'compare_columns': []}")
                        .rows())
                .isEqualTo(List.copyOf(pairs.rows()));
    }

    private Posted compared(String type, String more) {
        return pairs.then(
                "compare",
                "{'source_columns': ['y'], 'compare_columns': ['z'], 'compare_type': '" + type + "'" + more + "}");
    }
}
