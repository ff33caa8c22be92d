package dev.karavel.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.web.json.Json;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static final String TREE = """
            {"DASHBOARD_VERSION_KEY": "v2",
             "ROOT_ID": {"type": "ROOT", "children": ["TABS-1"]},
             "TABS-1": {"type": "TABS", "children": ["TAB-a", "TAB-b"]},
             "TAB-a": {"type": "TAB", "meta": {"text": "First"}, "children": ["CHART-1", "TABS-2"]},
             "TABS-2": {"type": "TABS", "children": ["TAB-c"]},
             "TAB-c": {"type": "TAB", "meta": {"text": "Inner"}, "children": ["CHART-2"]},
             "TAB-b": {"type": "TAB", "meta": {"text": "Second"}, "children": ["CHART-3", "MARKDOWN-1"]},
             "CHART-1": {"type": "CHART", "meta": {"chartId": 5}},
             "CHART-2": {"type": "CHART", "meta": {"chartId": 7}},
             "CHART-3": {"type": "CHART", "meta": {"chartId": 5}},
             "CHART-4": {"type": "CHART", "meta": {}},
             "MARKDOWN-1": {"type": "MARKDOWN", "meta": {"chartId": 9}}}
            """;

    @Test
    void findsEachChartOnce() {
        assertThat(new Layout(TREE).charts()).containsExactly(5L, 7L);
        assertThat(new Layout("{}").charts()).isEmpty();
        assertThat(new Layout("").charts()).isEmpty();
    }

    @Test
    void findsTabsWithinTabs() {
        assertThat(Json.text(new Layout(TREE).tabs()))
                .isEqualTo("{\"all_tabs\":{\"TAB-c\":\"Inner\",\"TAB-a\":\"First\",\"TAB-b\":\"Second\"},\"tab_tree\":["
                        + "{\"value\":\"TAB-a\",\"title\":\"First\",\"children\":[{\"value\":\"TAB-c\",\"title\":\"Inner\",\"children\":[]}]},"
                        + "{\"value\":\"TAB-b\",\"title\":\"Second\",\"children\":[]}]}");
    }

    @Test
    void aTreeThatBitesItsTailEnds() {
        Layout layout =
                new Layout("{\"ROOT_ID\":{\"children\":[\"A\"]},\"A\":{\"type\":\"TABS\",\"children\":[\"A\"]}}");
        assertThat(layout.tabs()).containsKey("tab_tree");
    }
}
