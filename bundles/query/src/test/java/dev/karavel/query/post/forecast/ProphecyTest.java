package dev.karavel.query.post.forecast;

import static dev.karavel.query.post.Posted.at;
import static dev.karavel.query.post.Posted.day;
import static dev.karavel.query.post.Posted.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.karavel.query.post.Options;
import dev.karavel.query.post.Posted;
import dev.karavel.spi.data.ColumnType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Columns and times: Superset's test_prophet.py. Numbers: {@link SmoothingTest}, and lines worked by hand. */
class ProphecyTest {
    private final Posted years = Posted.of(
            "t:date a:decimal b:decimal",
            row(day("2018-12-31"), 1.1, 4.0),
            row(day("2019-12-31"), 1.0, 3.0),
            row(day("2020-12-31"), 1.9, 4.1),
            row(day("2021-12-31"), 3.15, 3.95));

    @Test
    void everySeriesGetsItsForecastBeforeIt() {
        Posted result = years.then("prophet", "{'time_grain': 'P1M', 'periods': 3, 'confidence_interval': 0.9}");

        assertThat(result.names())
                .containsExactly(
                        "t",
                        "a__yhat",
                        "a__yhat_lower",
                        "a__yhat_upper",
                        "a",
                        "b__yhat",
                        "b__yhat_lower",
                        "b__yhat_upper",
                        "b");
        assertThat(result.column("t"))
                .containsExactly(
                        day("2018-12-31"),
                        day("2019-12-31"),
                        day("2020-12-31"),
                        day("2021-12-31"),
                        day("2022-01-31"),
                        day("2022-02-28"),
                        day("2022-03-31"));
        assertThat(result.column("a")).containsExactly(1.1, 1.0, 1.9, 3.15, null, null, null);
        assertThat(result.types().subList(0, 2)).containsExactly(ColumnType.DATE, ColumnType.DECIMAL);
    }

    @Test
    void withoutPeriodsThereIsTheExpectationOnly() {
        assertThat(years.then("prophet", "{'time_grain': 'P1M', 'periods': 0}")
                        .table()
                        .rows())
                .isEqualTo(4);
    }

    @Test
    void weeksGoOnFromTheirDay() {
        Posted weeks =
                Posted.of("t:timestamp x:integer", row(at("2022-01-02 00:00"), 1), row(at("2022-01-09 00:00"), 1));
        for (String grain : List.of("P1W", "1969-12-28T00:00:00Z/P1W", "P1W/1970-01-03T00:00:00Z")) {
            Posted result = weeks.then("prophet", "{'time_grain': '" + grain + "', 'periods': 1}");
            assertThat(result.column("t").get(2)).isEqualTo(at("2022-01-16 00:00"));
            assertThat(result.numbersOf("x__yhat")).containsExactly(new double[] {1, 1, 1}, offset(1e-6));
        }
    }

    /** 10, 12, 14 … goes on as 20, 22; what is missing within is passed over. */
    @Test
    void aLineGoesOnAcrossAGap() {
        Posted line = Posted.of(
                "t:date y:decimal",
                row(day("2024-01-01"), 10.0),
                row(day("2024-01-02"), 12.0),
                row(day("2024-01-03"), null),
                row(day("2024-01-05"), 18.0));
        Posted result = line.then("prophet", "{'time_grain': 'P1D', 'periods': 2}");

        assertThat(result.numbersOf("y__yhat")).containsExactly(new double[] {10, 12, 14, 18, 20, 22}, offset(1e-3));
        assertThat(result.numbersOf("y__yhat_upper")[5]).isGreaterThanOrEqualTo(result.numbersOf("y__yhat")[5]);
    }

    @Test
    void aWeekOfSevenDaysIsFoundOrSwitchedOff() {
        Posted days = days(28);
        double[] found =
                days.then("prophet", "{'time_grain': 'P1D', 'periods': 7}").numbersOf("y__yhat");
        assertThat(Arrays.copyOfRange(found, 28, 35))
                .containsExactly(new double[] {10, 10, 10, 10, 10, 3, 3}, offset(1e-3));

        for (String off : List.of("false", "0")) {
            double[] flat = days.then(
                            "prophet", "{'time_grain': 'P1D', 'periods': 7, 'weekly_seasonality': " + off + "}")
                    .numbersOf("y__yhat");
            assertThat(Math.abs(flat[34] - flat[28])).isLessThan(5);
        }
    }

    @Test
    void aSeasonNeedsTwoCyclesEvenIfItIsSwitchedOn() {
        double[] with = days(13).then("prophet", "{'time_grain': 'P1D', 'periods': 3, 'weekly_seasonality': true}")
                .numbersOf("y__yhat");
        double[] without = days(13).then("prophet", "{'time_grain': 'P1D', 'periods': 3, 'weekly_seasonality': false}")
                .numbersOf("y__yhat");
        assertThat(with).isEqualTo(without);
    }

    @Test
    void quartersOfTheTextbookAreForecastWithTheirSeason() {
        Object[][] rows = IntStream.range(0, SmoothingTest.AUSTOURISTS.length)
                .mapToObj(i -> row(LocalDate.of(2005, 1, 1).plusMonths(3L * i), SmoothingTest.AUSTOURISTS[i]))
                .toArray(Object[][]::new);
        Posted result = Posted.of("t:date y:decimal", rows)
                .then("prophet", "{'time_grain': 'P3M', 'periods': 4, 'confidence_interval': 0.8}");

        assertThat(result.column("t").get(27)).isEqualTo(day("2011-10-01"));
        assertThat(Arrays.copyOfRange(result.numbersOf("y__yhat"), 24, 28))
                .containsExactly(new double[] {57.85, 38.91, 46.65, 50.68}, offset(1.5));
        double[] lower = result.numbersOf("y__yhat_lower");
        double[] upper = result.numbersOf("y__yhat_upper");
        assertThat(upper[27] - lower[27]).isGreaterThan(upper[24] - lower[24]);
    }

    @Test
    void lengthsOfSeasonsFollowTheGrain() {
        assertThat(List.of("PT1H", "P1D", "P1W", "P1M", "P3M", "P1Y"))
                .extracting(ProphecyTest::lengths)
                .containsExactly(
                        List.of(24, 168, 720, 8760),
                        List.of(0, 7, 30, 365),
                        List.of(0, 0, 0, 52),
                        List.of(0, 0, 0, 12),
                        List.of(0, 0, 0, 4),
                        List.of(0, 0, 0, 0));
    }

    @Test
    void aSeriesWithFewerThanTwoNumbersHasNoForecast() {
        Posted result = Posted.of("t:date y:decimal z:decimal", row(day("2024-01-01"), 1.0, null))
                .then("prophet", "{'time_grain': 'P1D', 'periods': 1}");
        assertThat(result.column("y__yhat")).containsOnlyNulls();
        assertThat(result.column("z__yhat_upper")).containsOnlyNulls();
        assertThat(result.column("y")).containsExactly(1.0, null);
    }

    @Test
    void whatIsWrongIsRefused() {
        years.refuses("prophet", "{'time_grain': 'yearly', 'periods': 10}", "time_grain");
        years.refuses("prophet", "{'periods': 10}", "time_grain");
        years.refuses("prophet", "{'time_grain': 'P1Y'}", "periods");
        years.refuses("prophet", "{'time_grain': 'P1Y', 'periods': -1}", "periods");
        years.refuses("prophet", "{'time_grain': 'P1Y', 'periods': 1000000}", "periods");
        for (String confidence : List.of("0", "1", "-0.5", "'high'")) {
            years.refuses(
                    "prophet",
                    "{'time_grain': 'P1Y', 'periods': 1, 'confidence_interval': " + confidence + "}",
                    "confidence_interval");
        }
        years.refuses(
                "prophet", "{'time_grain': 'P1Y', 'periods': 1, 'weekly_seasonality': 'often'}", "weekly_seasonality");
        years.refuses("prophet", "{'time_grain': 'P1Y', 'periods': 1, 'index': 'when'}", "index");
        Posted.numbers(1.0).refuses("prophet", "{'time_grain': 'P1Y', 'periods': 1}", "index");
        years.refuses("prophet", "{'time_grain': 'PT1S', 'periods': 1}", "time_grain")
                .hasMessageContaining("too fine");
        Posted twice = Posted.of("t:date y:integer", row(day("2024-01-01"), 1), row(day("2024-01-01"), 2));
        twice.refuses("prophet", "{'time_grain': 'P1D', 'periods': 1}", "time_grain")
                .hasMessageContaining("pivot first");
        Posted words = Posted.of("t:date y:text", row(day("2024-01-01"), "x"));
        words.refuses("prophet", "{'time_grain': 'P1D', 'periods': 1}", "").hasMessageContaining("no numbers");
    }

    private static List<Integer> lengths(String word) {
        Grain grain = Grain.read(new Options(Posted.step("prophet", "{'time_grain': '" + word + "'}")), "time_grain");
        return Arrays.stream(Season.values())
                .map(season -> grain.length(season).orElse(0))
                .toList();
    }

    /** Monday to Friday 10, then 3. */
    private static Posted days(int count) {
        return Posted.of(
                "t:date y:decimal",
                IntStream.range(0, count)
                        .mapToObj(i -> row(day("2024-01-01").plusDays(i), i % 7 < 5 ? 10.0 : 3.0))
                        .toArray(Object[][]::new));
    }
}
