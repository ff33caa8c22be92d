package dev.karavel.query.warm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Stamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DefaultFiltersTest {
    private static final String LAYOUT = """
            {"ROOT_ID": {"type": "ROOT", "children": ["TABS"]}, "TABS": {"type": "TABS", "children": ["A", "B"]},
             "A": {"type": "TAB", "children": ["C1"]}, "B": {"type": "TAB", "children": ["C2"]},
             "C1": {"type": "CHART", "meta": {"chartId": 1}}, "C2": {"type": "CHART", "meta": {"chartId": 2}}}
            """;
    private static final String METADATA = """
            {"native_filter_configuration": [
              {"id": "x", "scope": {"rootPath": ["A"], "excluded": []},
               "defaultDataMask": {"extraFormData": {"filters": [{"col": "city", "op": "IN", "val": ["Rome"]}]}}},
              {"id": "y", "scope": {"rootPath": ["ROOT_ID"], "excluded": [3]},
               "defaultDataMask": {"extraFormData": {"time_range": "Last week", "filters": [{"col": "a", "op": "==", "val": 1}]}}},
              {"id": "z"}]}
            """;

    @Test
    void eachChartIsAskedUnderTheDefaultsOfTheFiltersThatReachIt() {
        DefaultFilters filters = new DefaultFilters(dashboard());
        Object rome = Map.of("col", "city", "op", "IN", "val", List.of("Rome"));
        Object one = Map.of("col", "a", "op", "==", "val", 1);

        assertThat(filters.of(1)).isEqualTo(Map.of("time_range", "Last week", "filters", List.of(rome, one)));
        assertThat(filters.of(2)).isEqualTo(Map.of("time_range", "Last week", "filters", List.of(one)));
        assertThat(filters.of(3)).isEmpty();
    }

    private static Dashboard dashboard() {
        return new Dashboard(
                1,
                UUID.randomUUID(),
                1,
                "Board",
                Optional.empty(),
                "",
                LAYOUT,
                METADATA,
                "",
                true,
                "",
                "",
                List.of(1L, 2L, 3L),
                Set.of(7L),
                Set.of(),
                Optional.empty(),
                Stamp.none());
    }
}
