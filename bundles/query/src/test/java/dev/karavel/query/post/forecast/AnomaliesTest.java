package dev.karavel.query.post.forecast;

import static dev.karavel.query.post.Posted.day;
import static dev.karavel.query.post.Posted.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.query.post.Posted;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Numbers: Superset's test_anomaly.py. */
class AnomaliesTest {
    private static final int[] SPIKE = {10, 11, 10, 12, 11, 10, 11, 10, 100, 11, 10, 12, 11, 10, 11, 10, 12, 11, 10, 11
    };

    private final Posted twenty = Posted.of(
            "t:date a:integer b:integer",
            IntStream.range(0, 20)
                    .mapToObj(i -> row(day("2020-01-01").plusDays(i), SPIKE[i], 5 + i % 2))
                    .toArray(Object[][]::new));

    @Test
    void aSpikeIsFurtherFromTheMeanThanTwoDeviations() {
        Posted result =
                twenty.then("anomaly_detection", "{'method': 'zscore', 'rolling_window': 7, 'sensitivity': 2.0}");

        assertThat(result.names()).containsExactly("t", "a", "b", "a__anomaly", "b__anomaly");
        assertThat(result.column("a__anomaly").get(8)).isEqualTo(100L);
        assertThat(result.column("a__anomaly").stream().filter(Objects::nonNull))
                .hasSize(1);
        assertThat(result.column("b__anomaly")).containsOnlyNulls();
    }

    @Test
    void aSpikeIsFurtherFromTheMedianThanTwoDeviations() {
        assertThat(twenty.then("anomaly_detection", "{'method': 'mad', 'rolling_window': 5, 'sensitivity': 2.0}")
                        .column("a__anomaly")
                        .get(8))
                .isEqualTo(100L);
    }

    @Test
    void aSpikeIsOutsideWhatASeasonLetsExpect() {
        Posted sine = Posted.of(
                "t:date metric:decimal",
                IntStream.range(0, 60)
                        .mapToObj(i -> row(
                                day("2020-01-01").plusDays(i), i == 30 ? 100 : 10 + 5 * Math.sin(2 * Math.PI * i / 7)))
                        .toArray(Object[][]::new));
        List<Object> found = sine.then(
                        "anomaly_detection",
                        "{'method': 'prophet', 'confidence_interval': 0.8, 'weekly_seasonality': true}")
                .column("metric__anomaly");
        assertThat(((Number) found.get(30)).doubleValue()).isEqualTo(100);
    }

    /** test_anomaly_detection_skips_null_columns_from_forecast. */
    @Test
    void aForecastIsJudgedInsteadOfASeriesThatEndsBeforeIt() {
        Posted forecast = twenty.then("select", "{'columns': ['t', 'a']}")
                .then("prophet", "{'time_grain': 'P1D', 'periods': 4}")
                .then("anomaly_detection", "{'rolling_window': 5, 'sensitivity': 1.5}");
        assertThat(forecast.names())
                .contains("a__yhat__anomaly")
                .doesNotContain("a__anomaly", "a__yhat_lower__anomaly", "a__yhat_upper__anomaly");
    }

    @Test
    void theStepOfRowsIsTheirLeastDistance() {
        assertThat(Grain.between(List.of(day("2024-01-01").atStartOfDay()))).isEqualTo(new Grain(86_400, 0));
        for (int[] months : new int[][] {{1, 1}, {3, 3}, {12, 12}}) {
            assertThat(Grain.between(IntStream.range(0, 5)
                            .mapToObj(i -> day("2024-01-31")
                                    .plusMonths((long) i * months[0])
                                    .atStartOfDay())
                            .toList()))
                    .isEqualTo(new Grain(0, months[1]));
        }
    }

    @Test
    void whatIsWrongIsRefused() {
        twenty.refuses("anomaly_detection", "{'method': 'invalid'}", "method");
        twenty.refuses("anomaly_detection", "{'rolling_window': 2}", "rolling_window");
        twenty.refuses("anomaly_detection", "{'sensitivity': 0}", "sensitivity");
        twenty.refuses("anomaly_detection", "{'confidence_interval': 1.5}", "confidence_interval");
        Posted.numbers(1.0).refuses("anomaly_detection", "{}", "index");
        Posted.of("t:date", row(day("2024-01-01"))).refuses("anomaly_detection", "{}", "");
        twenty.then("rename", "{'columns': {'b': 'a__anomaly'}}").refuses("anomaly_detection", "{}", "");
    }
}
