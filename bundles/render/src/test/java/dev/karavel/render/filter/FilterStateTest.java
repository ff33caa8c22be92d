package dev.karavel.render.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Stamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FilterStateTest {
    private static final List<Long> CHARTS = List.of(1L, 2L, 3L, 4L);
    private static final String LAYOUT = """
            {"ROOT_ID": {"type": "ROOT", "children": ["TABS"]}, "TABS": {"type": "TABS", "children": ["T1", "T2"]},
             "T1": {"type": "TAB", "children": ["C1", "C2"]}, "T2": {"type": "TAB", "children": ["C3"]},
             "C1": {"type": "CHART", "meta": {"chartId": 1}}, "C2": {"type": "CHART", "meta": {"chartId": 2}},
             "C3": {"type": "CHART", "meta": {"chartId": 3}}}""";
    private static final String NORTH =
            "{\"extraFormData\": {\"filters\": [{\"col\": \"region\", \"op\": \"IN\", \"val\": [\"North\"]}]}}";

    private static FilterState state(String metadata, String dataMask) {
        Dashboard dashboard = new Dashboard(
                7,
                UUID.randomUUID(),
                1,
                "Board",
                Optional.empty(),
                "",
                LAYOUT,
                metadata,
                "",
                true,
                "",
                "",
                CHARTS,
                Set.of(),
                Set.of(),
                Optional.empty(),
                Stamp.none());
        return FilterState.of(dashboard, CHARTS, dataMask, filter -> Optional.of("Aachen"));
    }

    private static String filter(String more) {
        return "{\"native_filter_configuration\": [{\"id\": \"F\", \"filterType\": \"filter_select\", "
                + "\"targets\": [{\"datasetId\": 1, \"column\": {\"name\": \"city\"}}], " + more + "}]}";
    }

    private static List<Long> reached(FilterState state) {
        return CHARTS.stream().filter(id -> !state.extraFormData(id).isEmpty()).toList();
    }

    @Test
    void aDefaultReachesAllChartsWhereNothingElseIsSaid() {
        FilterState state = state(filter("\"defaultDataMask\": " + NORTH), "");
        assertThat(reached(state)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(state.extraFormData(4))
                .isEqualTo(Map.of("filters", List.of(Map.of("col", "region", "op", "IN", "val", List.of("North")))));
    }

    @Test
    void aScopeIsTheChartsBelowItsNodesWithoutThoseLeftOut() {
        String scope = "\"scope\": {\"rootPath\": [\"T1\"], \"excluded\": [2]}, \"chartsInScope\": [1, 2, 3], ";
        assertThat(reached(state(filter(scope + "\"defaultDataMask\": " + NORTH), "")))
                .containsExactly(1L);
        assertThat(reached(state(filter("\"chartsInScope\": [3], \"defaultDataMask\": " + NORTH), "")))
                .containsExactly(3L);
        String nowhere = "\"scope\": {\"rootPath\": [], \"excluded\": []}, ";
        assertThat(reached(state(filter(nowhere + "\"defaultDataMask\": " + NORTH), "")))
                .isEmpty();
    }

    @Test
    void whatWasChosenStandsInPlaceOfTheDefault() {
        String chosen = "{\"F\": {\"extraFormData\": {\"time_range\": \"Last week\"}}, \"GONE\": " + NORTH + "}";
        assertThat(state(filter("\"defaultDataMask\": " + NORTH), chosen).extraFormData(1))
                .isEqualTo(Map.of("time_range", "Last week"));
        assertThat(reached(state(filter("\"defaultDataMask\": " + NORTH), "{\"F\": {\"extraFormData\": {}}}")))
                .isEmpty();
    }

    @Test
    void aFilterThatTakesTheFirstValueDoes() {
        FilterState state = state(filter("\"controlValues\": {\"defaultToFirstItem\": true}"), "");
        assertThat(state.extraFormData(1).toString()).contains("city", "IN", "Aachen");
    }

    @Test
    void filtersOfSeveralAddUpAndAClickReachesAllButItsChart() {
        FilterState state = state(filter("\"defaultDataMask\": " + NORTH), "{\"1\": " + NORTH + "}");
        assertThat(reached(state)).containsExactly(1L, 2L, 3L, 4L);
        assertThat((List<?>) state.extraFormData(1).get("filters")).hasSize(1);
        assertThat((List<?>) state.extraFormData(2).get("filters")).hasSize(2);
        String scoped =
                "{\"chart_configuration\": {\"1\": {\"crossFilters\": {\"scope\": {\"rootPath\": [\"T2\"], \"excluded\": []}}}}}";
        assertThat(reached(state(scoped, "{\"1\": " + NORTH + "}"))).containsExactly(3L);
        assertThat(reached(state("{\"cross_filters_enabled\": false}", "{\"1\": " + NORTH + "}")))
                .isEmpty();
    }

    @Test
    void whatIsNoJsonFiltersNothing() {
        assertThat(reached(state("{broken", "[1]"))).isEmpty();
    }
}
