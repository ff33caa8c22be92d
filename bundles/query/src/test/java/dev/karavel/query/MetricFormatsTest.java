package dev.karavel.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.DatasetMetric;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricFormatsTest {
    private static final Dataset SHOP = shop(
            metric("revenue", ".3s", "{\"symbol\":\"EUR\",\"symbolPosition\":\"suffix\"}"),
            metric("share", ".1%", ""),
            metric("plain", "", "{}"),
            metric("odd", "", "EUR"));

    @Test
    void aMetricIsWrittenAsItsDatasetSays() {
        assertThat(formats("revenue", "share"))
                .isEqualTo(Map.of(
                        "revenue",
                        "{\"d3format\":\".3s\",\"currency\":{\"symbol\":\"EUR\",\"symbolPosition\":\"suffix\"}}",
                        "share",
                        "{\"d3format\":\".1%\"}"));
    }

    @Test
    void itIsWrittenAlikeAtAnotherTime() {
        assertThat(formats("share__1 year ago")).containsOnlyKeys("share__1 year ago");
    }

    @Test
    void whatSaysNothingOrNothingThatCanBeReadIsLeftOut() {
        assertThat(formats("plain", "odd", "origin", "%revenue")).isEmpty();
    }

    private static Map<String, String> formats(String... columns) {
        return MetricFormats.of(
                SHOP,
                Stream.of(columns)
                        .map(name -> new Column(name, ColumnType.DECIMAL))
                        .toList());
    }

    private static DatasetMetric metric(String name, String format, String currency) {
        return new DatasetMetric(0, new UUID(0, 9), name, "", "COUNT(*)", format, currency, "");
    }

    private static Dataset shop(DatasetMetric... metrics) {
        return new Dataset(
                1,
                new UUID(0, 10),
                1,
                1,
                Optional.empty(),
                "shop",
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                List.of(),
                List.of(metrics),
                Set.of(),
                "{}",
                Stamp.none());
    }
}
