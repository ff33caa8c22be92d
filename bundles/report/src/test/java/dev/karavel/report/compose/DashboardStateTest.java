package dev.karavel.report.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.render.DashboardPart;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DashboardStateTest {
    @Test
    void nothingMeansAsItIsOpened() {
        assertThat(DashboardState.parts("")).containsExactly(DashboardPart.asOpened());
        assertThat(DashboardState.parts("{}")).containsExactly(DashboardPart.asOpened());
    }

    @Test
    void severalAnchorsAreSeveralPictures() {
        assertThat(DashboardState.parts("{\"dashboard\": {\"anchor\": \"[\\\"TAB-a\\\", \\\"TAB-b\\\"]\"}}"))
                .extracting(DashboardPart::anchor)
                .containsExactly(Optional.of("TAB-a"), Optional.of("TAB-b"));
        assertThat(DashboardState.parts("{\"dashboard\": {\"anchor\": \"TAB-a\", \"activeTabs\": [\"TAB-a\"]}}"))
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.anchor()).contains("TAB-a");
                    assertThat(part.tabs()).containsExactly("TAB-a");
                });
    }

    @Test
    void idsOfTabsMayBeNumbers() {
        assertThat(DashboardState.parts("{\"dashboard\": {\"anchor\": 7, \"activeTabs\": [1, \"TAB-a\", null]}}"))
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.anchor()).contains("7");
                    assertThat(part.tabs()).containsExactly("1", "TAB-a");
                });
        assertThat(DashboardState.parts("{\"dashboard\": {\"anchor\": \"[1, 2]\"}}"))
                .extracting(DashboardPart::anchor)
                .containsExactly(Optional.of("1"), Optional.of("2"));
    }

    @Test
    void chosenFiltersBecomeTheirState() {
        DashboardPart part = DashboardState.parts("""
                        {"dashboard": {"dataMask": {"F-1": {"id": "F-1"}}, "urlParams": [["a", "b"]], "nativeFilters": [
                          {"nativeFilterId": "F-2", "filterType": "filter_select", "columnName": "city", "filterValues": ["Oslo"]},
                          {"nativeFilterId": "F-3", "filterType": "filter_time", "filterValues": ["Last week"]},
                          {"nativeFilterId": "F-4", "filterType": "filter_range", "columnName": "n", "filterValues": [1, null]}]}}
                        """).get(0);
        assertThat(part.urlParams()).containsEntry("a", "b");
        assertThat(part.dataMask())
                .contains("\"F-1\":{\"id\":\"F-1\"}")
                .contains("{\"filters\":[{\"col\":\"city\",\"op\":\"IN\",\"val\":[\"Oslo\"]}]}")
                .contains("\"time_range\":\"Last week\"")
                .contains("{\"filters\":[{\"col\":\"n\",\"op\":\">=\",\"val\":1}]}");
    }
}
