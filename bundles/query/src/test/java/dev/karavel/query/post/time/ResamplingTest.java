package dev.karavel.query.post.time;

import static dev.karavel.query.post.Posted.at;
import static dev.karavel.query.post.Posted.day;
import static dev.karavel.query.post.Posted.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.query.post.Posted;
import dev.karavel.spi.data.ColumnType;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Numbers: Superset's test_resample.py and the user guide of pandas, named at each. */
class ResamplingTest {
    private final Posted series = Posted.of(
            "day:date label:text y:decimal",
            row(day("2019-01-01"), "x", 1.0),
            row(day("2019-01-02"), "y", 2.0),
            row(day("2019-01-05"), "z", 3.0),
            row(day("2019-01-07"), "q", 4.0));

    private final Posted gap = Posted.of(
            "day:date y:decimal",
            row(day("2019-01-01"), 1.0),
            row(day("2019-01-02"), 2.0),
            row(day("2019-01-05"), null),
            row(day("2019-01-07"), 4.0));

    /** test_resample, test_resample_ffill_with_gaps. */
    @Test
    void valuesAreCarriedForth() {
        Posted result = series.then("resample", "{'rule': '1D', 'method': 'ffill'}");
        assertThat(result.column("day"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 7)
                        .mapToObj(i -> (Object) day("2019-01-0" + i))
                        .toList());
        assertThat(result.column("label")).containsExactly("x", "y", "y", "y", "z", "z", "q");
        assertThat(result.column("y")).containsExactly(1.0, 2.0, 2.0, 2.0, 3.0, 3.0, 4.0);
        assertThat(y(gap, "1D", "ffill")).containsExactly(1.0, 2.0, 2.0, 2.0, 2.0, 2.0, 4.0);
        assertThat(y(gap, "1D", "bfill")).containsExactly(1.0, 2.0, 4.0, 4.0, 4.0, 4.0, 4.0);
    }

    /** test_resample_zero_fill, test_resample_zero_fill_with_gaps; a text column gets the number as a text. */
    @Test
    void holesAreFilledWithANumber() {
        Posted result = series.then("resample", "{'rule': '1D', 'method': 'asfreq', 'fill_value': 0}");
        assertThat(result.column("label")).containsExactly("x", "y", "0", "0", "z", "0", "q");
        assertThat(result.column("y")).containsExactly(1.0, 2.0, 0.0, 0.0, 3.0, 0.0, 4.0);
        assertThat(gap.then("resample", "{'rule': '1D', 'method': 'asfreq', 'fill_value': 0}")
                        .column("y"))
                .containsExactly(1.0, 2.0, 0.0, 0.0, 0.0, 0.0, 4.0);
        assertThat(y(series, "1D", "asfreq")).containsExactly(1.0, 2.0, null, null, 3.0, null, 4.0);
    }

    /** test_resample_after_pivot. */
    @Test
    void aPivotIsResampledOverItsIndex() {
        Posted result = Posted.of(
                        "at:date city:text val:decimal",
                        row(day("2022-01-13"), "Chicago", 6.0),
                        row(day("2022-01-13"), "LA", 5.0),
                        row(day("2022-01-11"), "Chicago", 3.0),
                        row(day("2022-01-11"), "LA", 2.0))
                .through(
                        "pivot",
                        "{'index': ['at'], 'columns': ['city'], 'aggregates': {'val': {'operator': 'sum'}}}",
                        "resample",
                        "{'rule': '1D', 'method': 'asfreq', 'fill_value': 0}",
                        "flatten",
                        "{}");
        assertThat(result.names()).containsExactly("at", "val, Chicago", "val, LA");
        assertThat(result.rows())
                .containsExactly(
                        List.of(day("2022-01-11"), 3.0, 2.0),
                        List.of(day("2022-01-12"), 0.0, 0.0),
                        List.of(day("2022-01-13"), 6.0, 5.0));
    }

    /** test_resample_linear. */
    @Test
    void valuesBetweenLieOnALine() {
        Posted result = Posted.of(
                        "day:date label:text y:decimal",
                        row(day("2019-01-01"), "a", 1.0),
                        row(day("2019-01-05"), "e", 5.0),
                        row(day("2019-01-08"), "j", 8.0))
                .then("resample", "{'rule': '1D', 'method': 'linear'}");
        assertThat(result.column("y")).containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0);
        assertThat(result.column("label")).containsExactly("a", null, null, null, "e", null, null, "j");
    }

    /** test_resample_zero_fill_full_time_range_single_point and …_month_start_rule_preserves_out_of_range_bucket. */
    @Test
    void theWholeRangeAskedForIsFilled() {
        Posted hour = Posted.of("at:timestamp y:decimal", row(at("2026-07-01 05:00"), 7.0));
        Posted result = hour.then("resample", """
                {'rule': '1h', 'method': 'asfreq', 'fill_value': 0,
                 'time_range_start': '2026-07-01T00:00:00', 'time_range_end': '2026-07-02'}""");
        assertThat(result.table().rows()).isEqualTo(24);
        assertThat(result.column("y").get(5)).isEqualTo(7.0);
        assertThat(result.column("y").stream().filter(Double.valueOf(0)::equals))
                .hasSize(23);

        Posted months = Posted.of("at:date y:decimal", row(day("2026-07-01"), 9.0), row(day("2026-08-01"), 4.0));
        assertThat(months.then("resample", """
                {'rule': 'MS', 'method': 'asfreq', 'fill_value': 0,
                 'time_range_start': '2026-07-15', 'time_range_end': '2026-10-15'}""").rows())
                .containsExactly(
                        List.of(day("2026-07-01"), 9.0),
                        List.of(day("2026-08-01"), 4.0),
                        List.of(day("2026-09-01"), 0.0),
                        List.of(day("2026-10-01"), 0.0));
        hour.refuses("resample", "{'rule': '1h', 'time_range_start': 'soon'}", "time_range_start");
    }

    /** pandas.DataFrame.resample: nine minutes from 2000-01-01 with 0 to 8 sum to 3, 12, 21 in threes. */
    @Test
    void valuesOfAPeriodAreJoined() {
        Posted minutes = Posted.of(
                "at:timestamp y:integer",
                IntStream.range(0, 9)
                        .mapToObj(i -> row(at("2000-01-01 00:0" + i), i))
                        .toArray(Object[][]::new));
        assertThat(y(minutes, "3min", "sum")).containsExactly(3.0, 12.0, 21.0);
        assertThat(y(minutes, "3T", "mean")).containsExactly(1.0, 4.0, 7.0);
        assertThat(y(minutes, "4min", "median")).containsExactly(1.5, 5.5, 8.0);
        assertThat(y(minutes, "30s", "asfreq").subList(0, 3)).containsExactly(0L, null, 1L);
        assertThat(y(minutes, "30S", "bfill").subList(0, 4)).containsExactly(0L, 1L, 1L, 2L);
    }

    /** A period without a value sums to 0 and has no mean: pandas.Series([]).sum() is 0, its mean nan. */
    @Test
    void anEmptyPeriodHasASumButNoMean() {
        Posted numbers = gap.then("select", "{'columns': ['day', 'y']}");
        assertThat(y(numbers, "2D", "sum")).containsExactly(3.0, 0.0, 0.0, 4.0);
        assertThat(y(numbers, "2D", "mean")).containsExactly(1.5, null, null, 4.0);
    }

    /** Weeks are named by their end and hold it, months by the end their word says. */
    @Test
    void calendarRulesNamePeriodsByTheirStartOrEnd() {
        Posted days = Posted.of(
                "day:date y:integer",
                row(day("2024-01-28"), 1),
                row(day("2024-01-29"), 2),
                row(day("2024-02-29"), 4),
                row(day("2024-05-01"), 8));
        assertThat(days(days, "MS"))
                .containsExactly(
                        day("2024-01-01"), day("2024-02-01"), day("2024-03-01"), day("2024-04-01"), day("2024-05-01"));
        assertThat(y(days, "MS", "sum")).containsExactly(3.0, 4.0, 0.0, 0.0, 8.0);
        assertThat(days(days, "ME").subList(0, 2)).containsExactly(day("2024-01-31"), day("2024-02-29"));
        assertThat(days(days, "W").subList(0, 2)).containsExactly(day("2024-01-28"), day("2024-02-04"));
        assertThat(y(days, "W", "sum").subList(0, 2)).containsExactly(1.0, 2.0);
        assertThat(days(days, "W-MON").get(0)).isEqualTo(day("2024-01-29"));
        assertThat(days(days, "QS")).containsExactly(day("2024-01-01"), day("2024-04-01"));
        assertThat(days(days, "QE-FEB")).containsExactly(day("2024-02-29"), day("2024-05-31"));
        assertThat(days(days, "YS")).containsExactly(day("2024-01-01"));
        assertThat(days(days, "A-JUN")).containsExactly(day("2024-06-30"));
        assertThat(y(days, "QS", "sum")).containsExactly(7.0, 8.0);
        assertThat(y(days, "7D", "sum")).hasSize(14);
    }

    @Test
    void groupsAreResampledApart() {
        Posted result = Posted.of(
                        "day:date city:text y:decimal",
                        row(day("2024-01-01"), "Oslo", 1.0),
                        row(day("2024-01-03"), "Oslo", 3.0),
                        row(day("2024-01-02"), "Bern", 2.0))
                .then("resample", """
                        {'rule': 'D', 'method': 'linear', 'time_column': 'day', 'groupby_columns': ['city']}""");
        assertThat(result.names()).containsExactly("city", "day", "y");
        assertThat(result.rows())
                .containsExactly(
                        List.of("Bern", day("2024-01-02"), 2.0),
                        List.of("Oslo", day("2024-01-01"), 1.0),
                        List.of("Oslo", day("2024-01-02"), 2.0),
                        List.of("Oslo", day("2024-01-03"), 3.0));
    }

    @Test
    void rowsWithoutATimeAreLeftOutAndOneRowIsOnePoint() {
        assertThat(Posted.of("day:date y:integer", row(null, 1), row(day("2024-01-02"), 2))
                        .then("resample", "{'rule': 'D', 'method': 'sum'}")
                        .rows())
                .containsExactly(List.of(day("2024-01-02"), 2.0));
    }

    @Test
    void hoursOfDaysArePointsInTime() {
        assertThat(gap.then("resample", "{'rule': '12h', 'method': 'ffill'}")
                        .types()
                        .get(0))
                .isEqualTo(ColumnType.TIMESTAMP);
    }

    @Test
    void whatIsWrongIsRefused() {
        series.refuses("resample", "{'rule': '1D', 'method': 'foobar'}", "method");
        series.refuses("resample", "{'method': 'sum'}", "rule");
        for (String rule : List.of("fortnight", "1h".repeat(30), "0D", "D1", "-1D", "W-XYZ", "MS-FEB", "")) {
            series.refuses("resample", "{'rule': '" + rule + "', 'method': 'asfreq'}", "rule");
        }
        series.refuses("resample", "{'rule': '1D', 'method': 'mean'}", "method").hasMessageContaining("label");
        series.refuses("resample", "{'rule': '1s', 'method': 'asfreq'}", "rule").hasMessageContaining("100000 rows");
        series.refuses("resample", "{'rule': '1us', 'method': 'asfreq'}", "rule");
        Posted groups = Posted.of(
                "day:date city:text",
                row(day("2024-01-01"), "a"),
                row(day("2024-01-02"), "a"),
                row(day("2024-01-01"), "b"),
                row(day("2024-01-02"), "b"));
        groups.refuses("resample", "{'rule': '1s', 'method': 'ffill', 'groupby_columns': ['city']}", "rule");
        Posted.numbers(1.0).refuses("resample", "{'rule': '1D', 'method': 'asfreq'}", "time_column");
        Posted twice = Posted.of("day:date y:integer", row(day("2024-01-02"), 1), row(day("2024-01-02"), 2));
        twice.refuses("resample", "{'rule': '1D', 'method': 'ffill'}", "method").hasMessageContaining("twice");
        assertThat(y(twice, "1D", "sum")).containsExactly(3.0);
    }

    private static List<Object> y(Posted posted, String rule, String method) {
        return posted.then("resample", "{'rule': '" + rule + "', 'method': '" + method + "'}")
                .column("y");
    }

    private static List<Object> days(Posted posted, String rule) {
        return posted.then("resample", "{'rule': '" + rule + "', 'method': 'sum'}")
                .column("day");
    }
}
