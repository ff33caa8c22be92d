package dev.karavel.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Templates in Derby's SQL, where names fold to upper case and times are written otherwise. */
class DerbyTemplatesTest {
    private static final Principal ANN = new Principal(7, "ann", "Ann", Set.of("Gamma"), false);

    private ShopWorld shop;

    @BeforeEach
    void open() {
        shop = ShopWorld.ofDerby();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void filtersAndTimesAreWrittenInTheWarehousesOwnWords() {
        shop.virtual("{% set t = get_time_filter('sold_at', remove_filter=True) %}select * from \"sales\" "
                + "where \"product\" in {{ filter_values('product')|where_in }} "
                + "and \"sold_at\" >= {{ t.from_expr }} and \"sold_at\" < {{ t.to_expr }}");
        Map<String, Object> question = Map.of(
                "metrics", List.of("count"),
                "filters",
                        List.of(
                                Map.of("col", "product", "op", "IN", "val", List.of("O'Brien \"x\"", "Tea")),
                                Map.of(
                                        "col", "sold_at",
                                        "op", "TEMPORAL_RANGE",
                                        "val", "2024-01-01 : 2024-03-01")));
        assertThat(shop.number(question))
                .isEqualTo(shop.rows("\"product\" in ('O''Brien \"x\"', 'Tea') and \"sold_at\" >= "
                        + "TIMESTAMP('2024-01-01 00:00:00') and \"sold_at\" < TIMESTAMP('2024-03-01 00:00:00')"))
                .isPositive();
    }

    @Test
    void otherDatasetsAndRulesOfTablesHold() {
        Dataset sales = shop.other(30, "sales", Optional.empty(), "APP");
        shop.world.rights.open.add(sales.id());
        shop.world.rights.rulesOfDatasets.put(sales.id(), List.of("\"region\" = '{{ url_param('r', 'East') }}'"));
        Map<String, Object> count = Map.of("metrics", List.of("count"));
        for (String sql : new String[] {
            "select * from \"sales\"", "select * from app.\"sales\"", "select * from {{ dataset(30) }}"
        }) {
            shop.virtual(sql);
            assertThat(shop.number(count, ANN)).as(sql).isEqualTo(shop.rows("\"region\" = 'East'"));
        }
    }
}
