package dev.karavel.viz.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Filter;
import dev.karavel.spi.data.Metric;
import dev.karavel.spi.data.Operator;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.viz.DatasetInfo;
import dev.karavel.spi.viz.FormData;
import dev.karavel.spi.viz.InvalidFormData;
import dev.karavel.viz.descriptor.DescriptorReader;
import dev.karavel.viz.descriptor.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlacesQuestionTest {
    private static final DatasetInfo STOPS = new DatasetInfo(
            Map.of("lon", ColumnType.DECIMAL, "lat", ColumnType.DECIMAL, "line", ColumnType.TEXT),
            Set.of("count"),
            Optional.empty());
    private static final Map<String, Object> LAT_LONG = Map.of("type", "latlong", "lonCol", "lon", "latCol", "lat");
    private static final Dimension LON = new Dimension.Named("lon");
    private static final Dimension LAT = new Dimension.Named("lat");
    private static final Dimension LINE = new Dimension.Named("line");

    @Test
    void rowsAreTakenAsTheyAreWithoutEmptyPlaces() {
        QuerySpec spec = question(Map.of(
                "spatial", LAT_LONG, "dimension", "line", "point_radius_fixed", Map.of("type", "fix", "value", 200)));
        assertThat(spec.aggregate()).isFalse();
        assertThat(spec.columns()).containsExactly(LON, LAT, LINE);
        assertThat(spec.metrics()).isEmpty();
        assertThat(spec.filters())
                .containsExactly(
                        new Filter(LON, Operator.IS_NOT_NULL, List.of()),
                        new Filter(LAT, Operator.IS_NOT_NULL, List.of()));
    }

    @Test
    void rowsAreGroupedWhereTheSizeIsAMetric() {
        QuerySpec spec = question(Map.of(
                "spatial",
                Map.of("type", "geohash", "geohashCol", "line"),
                "filter_nulls",
                false,
                "point_radius_fixed",
                Map.of("type", "metric", "value", "count")));
        assertThat(spec.aggregate()).isTrue();
        assertThat(spec.columns()).containsExactly(LINE);
        assertThat(spec.metrics()).containsExactly(new Metric.Saved("count"));
        assertThat(spec.filters()).isEmpty();
    }

    @Test
    void aWordThatIsNoColumnIsNotAskedFor() {
        QuerySpec spec = question(Map.of("spatial", LAT_LONG, "dimension", "Auto"));
        assertThat(spec.columns()).containsExactly(LON, LAT);
    }

    @Test
    void whatIsMissingOrUnknownInAPlaceIsSaid() {
        assertThatThrownBy(() -> question(Map.of("spatial", Map.of("type", "latlong", "lonCol", "lon"))))
                .isInstanceOf(InvalidFormData.class)
                .hasMessage("spatial: choose a column for latCol");
        assertThatThrownBy(() -> question(Map.of("spatial", Map.of("type", "address"))))
                .isInstanceOf(InvalidFormData.class)
                .hasMessage("spatial: a place is latlong, delimited or geohash, not address");
        assertThatThrownBy(() -> question(Map.of("dimension", "line")))
                .isInstanceOf(InvalidFormData.class)
                .hasMessageContaining("spatial");
    }

    private static QuerySpec question(Map<String, Object> form) {
        String json = """
            {"contract": "1", "id": "any", "title": "Any", "category": "Map",
             "query": {"mode": "places", "columns": ["spatial", "dimension"], "metrics": ["point_radius_fixed"]},
             "controls": [{"section": "Query", "controls": [
                {"name": "spatial", "title": "Place", "required": true, "schema": {"type": "object"}},
                {"name": "dimension", "title": "Dimension", "schema": {"type": "string"}},
                {"name": "point_radius_fixed", "title": "Size", "schema": {"type": "object"}}]}]}
            """;
        try {
            return DeclaredQuery.build(
                            new DescriptorReader().read("visualization.json", "any", json.getBytes(UTF_8), List.of()),
                            new FormData(form),
                            STOPS)
                    .get(0);
        } catch (Refused e) {
            throw new IllegalArgumentException(e);
        }
    }
}
