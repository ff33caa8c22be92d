package dev.karavel.query.post;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Numbers: the examples of pandas' API reference (DataFrame.rolling and window.rolling.Rolling.*), and Superset's test_rolling.py. */
class RollingTest {
    /** DataFrame.rolling: {@code pd.DataFrame({"B": [0, 1, 2, np.nan, 4]})}. */
    private final Posted gap = Posted.numbers(0.0, 1.0, 2.0, null, 4.0);

    private final Posted steady = Posted.numbers(5.0, 5.0, 6.0, 7.0, 5.0, 5.0, 5.0);
    private final Posted counted = Posted.numbers(1.0, 2.0, 3.0, 4.0);

    @Test
    void aWindowWithAGapHasNoSum() {
        assertRolled(gap, "'rolling_type': 'sum', 'window': 2", NaN, 1, 3, NaN, NaN);
    }

    /** With min_periods=1 pandas gives [0, 1, 3, 2, 4], and Superset drops no row of it. */
    @Test
    void fewerValuesSufficeWhenTheyAreToldTo() {
        assertRolled(gap, "'rolling_type': 'sum', 'window': 2, 'min_periods': 1", 0, 1, 3, 2, 4);
    }

    /** Superset, test_rolling_min_periods_trims_correctly. */
    @Test
    void rowsThatCannotHaveEnoughBeforeThemAreDropped() {
        assertRolled(counted, "'rolling_type': 'sum', 'window': 2, 'min_periods': 2", 3, 5, 7);
        assertRolled(counted, "'rolling_type': 'sum', 'window': 2, 'min_periods': 0", 1, 3, 5, 7);
    }

    @Test
    void spreadAndShape() {
        assertRolled(steady, "'rolling_type': 'std', 'window': 3", NaN, NaN, 0.577350, 1, 1, 1.154701, 0);
        assertRolled(steady, "'rolling_type': 'var', 'window': 3", NaN, NaN, 0.333333, 1, 1, 1.333333, 0);
        assertRolled(
                Posted.numbers(1.0, 5.0, 2.0, 7.0, 15.0, 6.0),
                "'rolling_type': 'skew', 'window': 3",
                NaN,
                NaN,
                1.293343,
                -0.585583,
                0.670284,
                1.652317);
        assertRolled(
                Posted.numbers(1.0, 2.0, 3.0, 4.0, 999.0),
                "'rolling_type': 'kurt', 'window': 4",
                NaN,
                NaN,
                NaN,
                -1.2,
                3.999946);
    }

    @Test
    void quantilesFallBetweenValuesAsTold() {
        assertRolled(
                counted,
                "'rolling_type': 'quantile', 'window': 2, 'rolling_type_options': {'quantile': 0.4, 'interpolation': 'lower'}",
                NaN,
                1,
                2,
                3);
        assertRolled(
                counted,
                "'rolling_type': 'quantile', 'window': 2, 'rolling_type_options': {'quantile': 0.4, 'interpolation': 'midpoint'}",
                NaN,
                1.5,
                2.5,
                3.5);
        assertRolled(
                counted,
                "'rolling_type': 'quantile', 'window': 10, 'min_periods': 0, 'rolling_type_options': {'quantile': 0.25}",
                1,
                1.25,
                1.5,
                1.75);
        assertRolled(
                Posted.numbers(0.0, 1.0, 2.0, 3.0, 4.0), "'rolling_type': 'median', 'window': 3", NaN, NaN, 1, 2, 3);
    }

    @Test
    void countingCountsPlacesAndLowestAndHighestAreFound() {
        assertRolled(Posted.numbers(2.0, 3.0, null, 10.0), "'rolling_type': 'count', 'window': 2", NaN, 2, 1, 1);
        assertRolled(Posted.numbers(4.0, 3.0, 5.0, 2.0, 6.0), "'rolling_type': 'min', 'window': 3", NaN, NaN, 3, 2, 2);
        assertRolled(counted, "'rolling_type': 'max', 'window': 2", NaN, 2, 3, 4);
        assertRolled(counted, "'rolling_type': 'mean', 'window': 10, 'min_periods': 0", 1, 1.5, 2, 2.5);
    }

    /** DataFrame.rolling, {@code win_type='triang'} and {@code 'gaussian'} with {@code std=3}. */
    @Test
    void placesCanBeWeighted() {
        assertRolled(gap, "'rolling_type': 'sum', 'window': 2, 'win_type': 'triang'", NaN, 0.5, 1.5, NaN, NaN);
        assertRolled(
                gap,
                "'rolling_type': 'sum', 'window': 2, 'win_type': 'gaussian', 'rolling_type_options': {'std': 3}",
                NaN,
                0.986207,
                2.958621,
                NaN,
                NaN);
    }

    /** Worked by hand: the window of four around i is i-2 to i+1, that of three i-1 to i+1. */
    @Test
    void aCentredWindowLooksAhead() {
        assertRolled(counted, "'rolling_type': 'sum', 'window': 3, 'center': true", NaN, 6, 9, NaN);
        assertRolled(counted, "'rolling_type': 'sum', 'window': 4, 'center': true", NaN, NaN, 10, NaN);
    }

    @Test
    void theResultTakesThePlaceOfItsSourceOrStandsBesideIt() {
        assertThat(counted.then("rolling", "{'columns': {'y': 'sums'}, 'window': 2, 'rolling_type': 'sum'}")
                        .names())
                .containsExactly("y", "sums");
    }

    @Test
    void oneRowIsOneWindow() {
        assertRolled(Posted.numbers(3.0), "'rolling_type': 'std', 'window': 1", NaN);
        assertRolled(Posted.numbers(3.0), "'rolling_type': 'mean', 'window': 7, 'min_periods': 7");
    }

    @Test
    void whatIsWrongIsRefused() {
        counted.refuses("rolling", "{'columns': ['y'], 'rolling_type': 'abc', 'window': 2}", "rolling_type");
        counted.refuses("rolling", "{'columns': ['y'], 'rolling_type': 'sum'}", "window");
        counted.refuses("rolling", "{'columns': ['y'], 'window': 0}", "window");
        counted.refuses("rolling", "{'columns': ['y'], 'window': 10001}", "window")
                .hasMessageContaining("10000");
        counted.refuses("rolling", "{'columns': ['y'], 'window': 2, 'min_periods': 3}", "min_periods");
        counted.refuses(
                "rolling",
                "{'columns': ['y'], 'window': 2, 'rolling_type': 'quantile', 'rolling_type_options': {'abc': 123}}",
                "rolling_type_options");
        counted.refuses("rolling", "{'columns': ['y'], 'window': 2, 'win_type': 'round'}", "win_type")
                .hasMessageContaining("there is no shape round");
        counted.refuses(
                "rolling", "{'columns': ['y'], 'window': 2, 'win_type': 'hann', 'rolling_type': 'std'}", "win_type");
        Posted many = Posted.numbers(new Double[100_000]);
        many.refuses("rolling", "{'columns': ['y'], 'window': 10000}", "window").hasMessageContaining("too wide");
    }

    private static void assertRolled(Posted posted, String options, double... expected) {
        double[] rolled = posted.then("rolling", "{'columns': {'y': 'y'}, " + options + "}")
                .numbersOf("y");
        assertThat(Arrays.stream(rolled)
                        .map(each -> Math.rint(each * 1e6) / 1e6)
                        .toArray())
                .isEqualTo(expected);
    }
}
