package dev.karavel.query.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Filter;
import dev.karavel.spi.data.Metric;
import dev.karavel.spi.data.Operator;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.TimeGrain;
import dev.karavel.spi.viz.DatasetInfo;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryObjectsTest {
    private static final DatasetInfo FLIGHTS = new DatasetInfo(
            columns("date", ColumnType.TIMESTAMP, "booked", ColumnType.DATE, "origin", ColumnType.TEXT),
            Set.of("count"),
            Optional.of("date"));

    private final QueryObjects objects = new QueryObjects(FLIGHTS, Optional.of("origin <> ''"));

    @Test
    void columnsMayBeSqlWithATimeGrain() {
        QuerySpec spec = read(Map.of(
                "columns",
                List.of(
                        "origin",
                        Map.of(
                                "expressionType", "SQL",
                                "sqlExpression", "date",
                                "label", "Month",
                                "timeGrain", "P1M"),
                        Map.of(
                                "columnType", "BASE_AXIS",
                                "sqlExpression", "date",
                                "isColumnReference", true,
                                "timeGrain", "P1W"))));

        assertThat(spec.columns())
                .containsExactly(
                        new Dimension.Named("origin"),
                        new Dimension.Expression("date", "Month", Optional.of(TimeGrain.MONTH)),
                        new Dimension.Named("date", Optional.of(TimeGrain.WEEK)));
    }

    @Test
    void filtersMayRoundTheirColumn() {
        QuerySpec spec = read(
                Map.of("filters", List.of(Map.of("col", "date", "op", "==", "val", "2024-01-01", "grain", "P1M"))));

        assertThat(spec.filters())
                .containsExactly(new Filter(
                        new Dimension.Named("date", Optional.of(TimeGrain.MONTH)),
                        Operator.EQUALS,
                        List.of("2024-01-01")));
    }

    @Test
    void theRestOfTheSeriesComesTogetherWhenWished() {
        QuerySpec spec = read(Map.of(
                "series_columns",
                List.of("origin"),
                "series_limit",
                5,
                "series_limit_metric",
                "count",
                "group_others_when_limit_reached",
                true));

        assertThat(spec.seriesColumns()).containsExactly(new Dimension.Named("origin"));
        assertThat(spec.seriesLimit()).isEqualTo(5);
        assertThat(spec.seriesLimitMetric()).contains(new Metric.Saved("count"));
        assertThat(spec.seriesOthers()).isTrue();
        assertThat(read(Map.of("series_limit", 5)).seriesOthers()).isFalse();
    }

    @Test
    void aTimeZoneIsAnIanaName() {
        assertThat(read(Map.of("extras", Map.of("time_zone", "Europe/Berlin"))).timeZone())
                .contains(ZoneId.of("Europe/Berlin"));
        assertThatThrownBy(() -> read(Map.of("extras", Map.of("time_zone", "Mars/Olympus"))))
                .isInstanceOfSatisfying(KaravelException.class, refused -> {
                    assertThat(refused.field()).isEqualTo("queries[0].extras.time_zone");
                    assertThat(refused).hasMessageContaining("Europe/Berlin");
                });
    }

    @Test
    void aTimeRangeGoesIntoTheFiltersOnTime() {
        QuerySpec spec = read(Map.of(
                "time_range",
                "Last week",
                "filters",
                List.of(Map.of("col", "booked", "op", "TEMPORAL_RANGE", "val", "No filter"))));

        assertThat(spec.filters().get(0).values()).containsExactly("Last week");
        assertThat(spec.timeRange()).isEmpty();
    }

    @Test
    void aNamedTimeColumnTakesThePlaceOfAFilterOnTime() {
        QuerySpec spec = read(Map.of(
                "granularity",
                "date",
                "filters",
                List.of(
                        Map.of("col", "booked", "op", "TEMPORAL_RANGE", "val", "2024-01-01 : "),
                        Map.of("col", "origin", "op", "==", "val", "ORD"))));

        assertThat(spec.timeColumn()).contains("date");
        assertThat(spec.timeRange()).isEqualTo("2024-01-01 : ");
        assertThat(spec.filters()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "Last week         | -     | now | DATEADD(DATETIME(\"today\"), -1, week) : now",
                "last 3 months     | now   | -   | DATEADD(DATETIME(\"now\"), -3, month) : today",
                "Last 7 days       | now   | now | DATEADD(DATETIME(\"now\"), -7, day) : now",
                "Next quarter      | now   | -   | now : DATEADD(DATETIME(\"now\"), 1, quarter)",
                "Last 7 days       | -     | -   | Last 7 days",
                "Current month     | now   | now | Current month",
                "2024-01-01 : now  | today | now | 2024-01-01 : now",
            })
    void lastAndNextCountFromWhereTheyAreToldTo(String words, String start, String end, String range) {
        Map<String, Object> extras = new LinkedHashMap<>();
        extras.put("relative_start", start);
        extras.put("relative_end", end);

        assertThat(read(Map.of("time_range", words, "extras", extras)).timeRange())
                .isEqualTo(range);
    }

    @Test
    void relativeStartIsTodayOrNow() {
        assertThatThrownBy(() -> read(Map.of("extras", Map.of("relative_start", "monday"))))
                .hasMessageContaining("relative_start is today or now");
    }

    @Test
    void conditionsMayStandBesideTheExtrasAsOlderClientsHaveThem() {
        assertThat(read(Map.of("where", "a > 1")).where()).isEqualTo("a > 1");
        QuerySpec both = read(Map.of("where", "a > 1", "extras", Map.of("where", "b > 2", "having", "count(*) > 3")));
        assertThat(both.where()).isEqualTo("b > 2");
        assertThat(both.having()).isEqualTo("count(*) > 3");
    }

    @Test
    void theDatasetsPredicateBoundsValuesThatAreFetched() {
        assertThat(read(Map.of("apply_fetch_values_predicate", true)).where()).isEqualTo("origin <> ''");
        assertThat(read(Map.of()).where()).isEmpty();
    }

    @Test
    void whatADashboardsTimeControlsDidIsTold() {
        read(Map.of("applied_time_extras", Map.of("__time_range", "Last week", "__time_col", "origin")));

        assertThat(objects.applied()).containsExactly("__time_range");
        assertThat(objects.rejected())
                .extracting(each -> each.column() + " " + each.reason())
                .containsExactly("__time_col not_in_datasource");
    }

    @Test
    void layersNameTheChartWhoseRecordsTheyDraw() {
        read(Map.of(
                "annotation_layers",
                List.of(
                        Map.of(
                                "name", "Holidays",
                                "annotationType", "EVENT",
                                "sourceType", "table",
                                "value", 7,
                                "overrides", overrides()),
                        Map.of("name", "Line", "annotationType", "FORMULA", "value", "x * 2"),
                        Map.of("name", "Own", "annotationType", "INTERVAL", "sourceType", "NATIVE", "value", 1),
                        Map.of("name", "Hidden", "show", false))));

        assertThat(objects.layers())
                .containsExactly(
                        new Layer("Holidays", Layer.Source.CHART, 7, Map.of("time_range", "Last year")),
                        new Layer("Own", Layer.Source.ANNOTATIONS, 1, Map.of()));
        assertThatThrownBy(() -> read(
                        Map.of("annotation_layers", List.of(Map.of("name", "x", "sourceType", "line", "value", "x")))))
                .isInstanceOf(KaravelException.class);
    }

    @Test
    void overrideWithoutAValueIsTakenFromTheChartTheLayerLiesOn() {
        Map<String, Object> layer = Map.of("name", "Then", "sourceType", "line", "value", 1, "overrides", overrides());

        assertThat(Layer.read("annotation_layers", List.of(layer), Map.of("time_grain_sqla", "P1M", "time_range", "x")))
                .extracting(Layer::overrides)
                .containsExactly(Map.of("time_range", "Last year", "time_grain_sqla", "P1M"));
    }

    private static Map<String, Object> overrides() {
        Map<String, Object> overrides = new LinkedHashMap<>();
        overrides.put("time_range", "Last year");
        overrides.put("time_grain_sqla", null);
        return overrides;
    }

    private static Map<String, ColumnType> columns(
            String a, ColumnType ofA, String b, ColumnType ofB, String c, ColumnType ofC) {
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        columns.put(a, ofA);
        columns.put(b, ofB);
        columns.put(c, ofC);
        return columns;
    }

    private QuerySpec read(Map<String, Object> json) {
        return objects.read("queries[0]", json);
    }
}
