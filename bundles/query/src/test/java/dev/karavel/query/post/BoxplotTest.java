package dev.karavel.query.post;

import static dev.karavel.query.post.Posted.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers worked by hand: quartiles are numpy's with method midpoint, whiskers reach 1.5 times their distance (Tukey 1977). */
class BoxplotTest {
    /** Sorted 1 2 3 4 100: q1 = 2, q3 = 4, so the whiskers end within -1 and 7. */
    private final Posted cars = Posted.of(
            "region:text cars:integer",
            row("EU", 3),
            row("EU", 100),
            row("EU", 1),
            row("EU", 4),
            row("EU", 2),
            row("Asia", 6),
            row("Asia", null),
            row(null, 9));

    private static final String EU = "'groupby': ['region'], 'metrics': ['cars']";

    @Test
    void tukeysWhiskersEndAtTheLastValueWithinReach() {
        Posted result = cars.then("boxplot", "{" + EU + ", 'whisker_type': 'tukey'}");

        assertThat(result.names())
                .containsExactly(
                        "region",
                        "cars__mean",
                        "cars__median",
                        "cars__max",
                        "cars__min",
                        "cars__q1",
                        "cars__q3",
                        "cars__count",
                        "cars__outliers");
        assertThat(result.rows())
                .containsExactly(
                        List.of("Asia", 6.0, 6.0, 6.0, 6.0, 6.0, 6.0, 2L, List.of()),
                        List.of("EU", 22.0, 3.0, 4.0, 1.0, 2.0, 4.0, 5L, List.of(100.0)),
                        Arrays.asList(null, 9.0, 9.0, 9.0, 9.0, 9.0, 9.0, 1L, List.of()));
    }

    @Test
    void whiskersCanEndAtTheExtremes() {
        assertThat(cars.then("boxplot", "{" + EU + ", 'whisker_type': 'min/max'}")
                        .rows()
                        .get(1))
                .isEqualTo(List.of("EU", 22.0, 3.0, 100.0, 1.0, 2.0, 4.0, 5L, List.of()));
    }

    /** Percentiles 25 and 75 of five values are the second and the fourth; above come before below. */
    @Test
    void whiskersCanEndAtPercentiles() {
        assertThat(cars.then("boxplot", "{" + EU + ", 'whisker_type': 'percentile', 'percentiles': [25, 75]}")
                        .rows()
                        .get(1))
                .isEqualTo(List.of("EU", 22.0, 3.0, 4.0, 2.0, 2.0, 4.0, 5L, List.of(100.0, 1.0)));
    }

    /** numpy.percentile([1, 2, 3, 4], 25, method="midpoint") is 1.5. */
    @Test
    void quartilesBetweenTwoValuesAreTheirMiddle() {
        Posted result = Posted.numbers(1.0, 2.0, 3.0, 4.0).then("boxplot", "{'metrics': ['y']}");
        assertThat(result.column("y__q1")).containsExactly(1.5);
        assertThat(result.column("y__q3")).containsExactly(3.5);
    }

    /** test_boxplot_type_coercion. */
    @Test
    void numbersThatCameAsTextsCount() {
        assertThat(Posted.of("y:text", row("1"), row("2.0"), row("3"), row("none"))
                        .then("boxplot", "{'metrics': ['y']}")
                        .rows())
                .containsExactly(List.of(2.0, 2.0, 3.0, 1.0, 1.5, 2.5, 4L, List.of()));
    }

    @Test
    void aGroupWithoutValuesHasABoxWithoutNumbers() {
        assertThat(Posted.of("y:decimal", row((Object) null))
                        .then("boxplot", "{'metrics': ['y']}")
                        .rows())
                .containsExactly(Arrays.asList(null, null, null, null, null, null, 1L, List.of()));
    }

    @Test
    void whatIsWrongIsRefused() {
        for (String percentiles : List.of(
                "",
                ", 'percentiles': [10]",
                ", 'percentiles': [90, 10]",
                ", 'percentiles': [10, 90, 10]",
                ", 'percentiles': [-1, 10]")) {
            cars.refuses("boxplot", "{" + EU + ", 'whisker_type': 'percentile'" + percentiles + "}", "percentiles");
        }
        cars.refuses("boxplot", "{" + EU + ", 'whisker_type': 'long'}", "whisker_type");
        cars.refuses("boxplot", "{'groupby': ['region']}", "metrics");
    }
}
