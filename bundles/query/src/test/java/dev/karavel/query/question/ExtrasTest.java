package dev.karavel.query.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.viz.DatasetInfo;
import dev.karavel.spi.viz.FormData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExtrasTest {
    private static final DatasetInfo FLIGHTS = new DatasetInfo(
            Map.of("at", ColumnType.TIMESTAMP, "origin", ColumnType.TEXT), Set.of("count"), Optional.of("at"));
    private static final Map<String, Object> ORIGIN = Map.of(
            "expressionType", "SIMPLE", "clause", "WHERE", "subject", "origin", "operator", "==", "comparator", "ORD");

    @Test
    void filtersAndTimeReachTheSecondQuestionToo() {
        Extras extras = new Extras(Map.of("time_range", "Last week", "adhoc_filters", List.of(ORIGIN)), FLIGHTS);

        FormData onto = extras.onto(new FormData(Map.of(
                "metrics", List.of("count"),
                "metrics_b", List.of("count"),
                "adhoc_filters", List.of(time("No filter")))));

        assertThat(onto.list("adhoc_filters")).containsExactly(time("Last week"), ORIGIN);
        assertThat(onto.list("adhoc_filters_b")).containsExactly(ORIGIN);
        assertThat(onto.text("time_range")).contains("Last week");
        assertThat(extras.applied()).containsExactly("__time_range");
    }

    @Test
    void chartOfOneQuestionHasNoOtherFilters() {
        FormData onto = new Extras(Map.of("time_range", "Last week"), FLIGHTS)
                .onto(new FormData(Map.of("adhoc_filters", List.of(time("No filter")))));

        assertThat(onto.values()).containsOnlyKeys("adhoc_filters");
        assertThat(onto.list("adhoc_filters")).containsExactly(time("Last week"));
    }

    private static Map<String, Object> time(String range) {
        return Map.of(
                "expressionType", "SIMPLE",
                "clause", "WHERE",
                "subject", "at",
                "operator", "TEMPORAL_RANGE",
                "comparator", range);
    }
}
