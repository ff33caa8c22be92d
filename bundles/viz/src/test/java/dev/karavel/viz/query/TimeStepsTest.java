package dev.karavel.viz.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.PostProcessing;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.viz.DatasetInfo;
import dev.karavel.spi.viz.FormData;
import dev.karavel.spi.viz.InvalidFormData;
import dev.karavel.viz.descriptor.DescriptorReader;
import dev.karavel.viz.descriptor.Refused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimeStepsTest {
    private static final DatasetInfo SALES = new DatasetInfo(
            Map.of("at", ColumnType.TIMESTAMP, "city", ColumnType.TEXT, "sold", ColumnType.INTEGER),
            Set.of("count"),
            Optional.of("at"));

    @Test
    void nothingIsWorkedOutUnlessItIsAsked() {
        assertThat(ask(Map.of()).postProcessing()).isEmpty();
        assertThat(ask(Map.of("rolling_type", "None", "resample_rule", "", "forecastEnabled", false))
                        .postProcessing())
                .isEmpty();
    }

    @Test
    void windowComparisonAndOtherPointsFollowEachOther() {
        Map<String, Object> form = Map.of(
                "rolling_type", "mean",
                "rolling_periods", 3,
                "min_periods", 1,
                "time_compare", List.of("1 year ago"),
                "comparison_type", "percentage",
                "resample_rule", "1D",
                "resample_method", "zerofill");
        Map<String, String> both = Map.of("count", "count", "count__1 year ago", "count__1 year ago");
        assertSteps(
                form,
                step("rolling", Map.of("rolling_type", "mean", "window", 3, "min_periods", 1, "columns", both)),
                step(
                        "compare",
                        Map.of(
                                "source_columns",
                                List.of("count"),
                                "compare_columns",
                                List.of("count__1 year ago"),
                                "compare_type",
                                "percentage",
                                "drop_original_columns",
                                true)),
                step("resample", Map.of("rule", "1D", "time_column", "at", "method", "asfreq", "fill_value", 0)));
    }

    @Test
    void forecastIsMadeFromItsControls() {
        Map<String, Object> form = Map.of(
                "forecastEnabled",
                true,
                "forecastPeriods",
                24,
                "forecastInterval",
                "0.9",
                "forecastSeasonalityYearly",
                false,
                "forecastSeasonalityWeekly",
                3);
        assertSteps(
                form,
                step(
                        "prophet",
                        Map.of(
                                "index",
                                "at",
                                "time_grain",
                                "P1M",
                                "periods",
                                24,
                                "confidence_interval",
                                0.9,
                                "yearly_seasonality",
                                false,
                                "weekly_seasonality",
                                true)));
    }

    @Test
    void othersAreKeptTogetherWhereTheLimitIsReached() {
        assertThat(ask(Map.of("limit", 3, "group_others_when_limit_reached", true))
                        .seriesOthers())
                .isTrue();
        assertThat(ask(Map.of("limit", 3)).seriesOthers()).isFalse();
    }

    @Test
    void wrongSettingsNameTheirControl() {
        assertWrong("rolling_type", Map.of("rolling_type", "median"));
        assertWrong("min_periods", Map.of("rolling_type", "mean", "rolling_periods", 2, "min_periods", 3));
        assertWrong("forecastInterval", Map.of("forecastEnabled", true, "forecastInterval", 1));
        assertWrong("forecastPeriods", Map.of("forecastEnabled", true, "forecastPeriods", -1));
        assertWrong("forecastEnabled", Map.of("forecastEnabled", true, "x_axis", "sold"));
        assertWrong("time_grain_sqla", Map.of("forecastEnabled", true, "time_grain_sqla", ""));
    }

    private static Map<String, Object> step(String operation, Map<String, Object> options) {
        return Map.of("operation", operation, "options", options);
    }

    private static void assertSteps(Map<String, Object> form, Object... steps) {
        List<PostProcessing> processing = ask(form).postProcessing();
        assertThat(processing).hasSize(1);
        assertThat(processing.get(0).operation()).isEqualTo("each_series");
        assertThat(processing.get(0).options()).containsEntry("index", "at").containsEntry("groupby", List.of("city"));
        assertThat(processing.get(0).options().get("steps")).isEqualTo(List.of(steps));
    }

    private static void assertWrong(String control, Map<String, Object> form) {
        assertThatThrownBy(() -> ask(form))
                .hasMessageStartingWith(control + ": ")
                .isInstanceOfSatisfying(
                        InvalidFormData.class, e -> assertThat(e.control()).isEqualTo(control));
    }

    private static QuerySpec ask(Map<String, Object> changes) {
        Map<String, Object> form = new LinkedHashMap<>(
                Map.of("x_axis", "at", "time_grain_sqla", "P1M", "metrics", "count", "groupby", "city"));
        form.putAll(changes);
        String json = """
                {"contract": "1", "id": "any", "title": "Any", "category": "KPI",
                 "query": {"mode": "timeseries", "columns": ["groupby"], "metrics": ["metrics"]},
                 "controls": [{"section": "Query", "controls": ["metrics", "groupby"]}]}
                """;
        try {
            return DeclaredQuery.build(
                            new DescriptorReader().read("visualization.json", "any", json.getBytes(UTF_8), List.of()),
                            new FormData(form),
                            SALES)
                    .get(0);
        } catch (Refused e) {
            throw new IllegalArgumentException(e);
        }
    }
}
