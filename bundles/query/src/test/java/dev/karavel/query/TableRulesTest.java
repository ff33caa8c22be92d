package dev.karavel.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody with row rules on a table asks virtual datasets that read it. */
class TableRulesTest {
    private static final Principal ANN = new Principal(7, "ann", "Ann", Set.of("Gamma"), false);
    private static final Map<String, Object> COUNT = Map.of("metrics", List.of("count"));

    private ShopWorld shop;
    private Dataset sales;

    @BeforeEach
    void open() {
        shop = ShopWorld.open();
        sales = shop.grant("sales");
        shop.world.rights.rulesOfDatasets.put(sales.id(), List.of("region = 'East'"));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from sales",
                "select * from SALES",
                "select * from \"sales\"",
                "select * from main.sales",
                "select * from (select * from sales) x",
                "with s as (select * from sales) select * from s",
                "select * from sales union all select * from sales",
                "select a.* from sales a where a.id in (select id from sales)",
                "select s.* from wages w join sales s on s.id = w.id",
                "select * from {{ 'sales' }}",
                "select * from {{ url_param('none', 'sales') }}",
                "{% set t = 'sa' ~ 'les' %}select * from {{ t }}",
                "select * from {{ dataset(DATASET) }}",
                "select * from {{ dataset(DATASET) }} where region in (select region from sales)",
            })
    void theRulesOfTheTableHold(String sql) {
        shop.virtual(sql.replace("DATASET", String.valueOf(sales.id())));
        long mine = shop.rows("region = 'East'");
        assertThat(shop.number(Map.of("metrics", List.of("count"), "filters", List.of(not("East"))), ANN))
                .isZero();
        assertThat(shop.number(COUNT, ANN)).isPositive().satisfies(rows -> assertThat(rows % mine)
                .isZero());
        assertThat(shop.number(COUNT)).isGreaterThan(mine);
    }

    private static Map<String, Object> not(String region) {
        return Map.of("col", "region", "op", "!=", "val", region);
    }

    @Test
    void answersUnderDifferentRulesAreKeptApart() {
        shop.virtual("select * from sales");
        long all = shop.number(COUNT);
        assertThat(shop.number(COUNT, ANN)).isLessThan(all);
        assertThat(shop.number(COUNT)).isEqualTo(all);
        assertThat(shop.part(COUNT, ANN).path("cache_key"))
                .isNotEqualTo(shop.part(COUNT).path("cache_key"));
    }

    @Test
    void rulesMayBeTemplatesOfWhoAsks() {
        shop.world.rights.rulesOfDatasets.put(
                sales.id(), List.of("region = '{{ {'ann': 'south'}.get(current_username(), 'nowhere') }}'"));
        shop.virtual("select * from sales");
        assertThat(shop.number(COUNT, ANN)).isEqualTo(shop.rows("region = 'south'"));
        assertThat(shop.number(COUNT, new Principal(8, "bob", "Bob", Set.of("Gamma"), false)))
                .isZero();
    }

    @Test
    void theRulesAreKnownToTemplatesButNotToTheRules() {
        shop.world.rights.rules.put(1L, List.of("region <> 'East'"));
        shop.virtual("select '{{ current_user_rls_rules()|length }}' as region");
        assertThat(shop.part(Map.of("columns", List.of("region")))
                        .at("/data/0/region")
                        .asText())
                .isEqualTo("1");
        shop.world.rights.rules.put(1L, List.of("region <> '{{ current_user_rls_rules()[0] }}'"));
        assertThatThrownBy(() -> shop.number(COUNT)).hasMessageContaining("current_user_rls_rules");
    }

    @Test
    void aNameThatCouldBeTheTableOrNotIsRefused() {
        shop.virtual("with sales as (select * from sales) select * from sales");
        assertThatThrownBy(() -> shop.number(COUNT, ANN))
                .isInstanceOfSatisfying(KaravelException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ErrorCode.STATEMENT_REFUSED));
    }

    @Test
    void anotherDatasetIsReadWithTheRightsOfWhoAsks() {
        Dataset closed = shop.other(40, "wages", Optional.empty());
        shop.virtual("select * from {{ dataset(40) }}");
        assertThat(shop.number(COUNT)).isPositive();
        assertThatThrownBy(() -> shop.number(COUNT, ANN))
                .isInstanceOfSatisfying(KaravelException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ErrorCode.NOT_FOUND));
        shop.world.rights.open.add(closed.id());
        shop.world.rights.rulesOfDatasets.put(closed.id(), List.of("region = 'North'"));
        assertThat(shop.number(COUNT, ANN)).isEqualTo(shop.rows("region = 'North'"));
    }

    @Test
    void aVirtualDatasetWithinAnotherBringsItsOwnRulesAndThoseOfItsTables() {
        Dataset inner = shop.other(41, "inner", Optional.of("select * from sales where amount > {{ '0' }}"));
        shop.world.rights.open.add(inner.id());
        shop.world.rights.rulesOfDatasets.put(inner.id(), List.of("region <> 'nowhere'"));
        shop.virtual("select * from {{ dataset(41, include_metrics=True) }}");
        assertThat(shop.statement(Map.of("columns", List.of("region"), "metrics", List.of())))
                .contains("dataset_41");
        shop.virtual("select * from {{ dataset(41) }}");
        assertThat(shop.number(COUNT, ANN)).isEqualTo(shop.rows("region = 'East' and amount > 0"));
    }

    @Test
    void datasetsThatNeedEachOtherAreRefused() {
        Dataset one = shop.other(42, "one", Optional.of("select * from {{ dataset(43) }}"));
        shop.other(43, "two", Optional.of("select * from {{ dataset(42) }}"));
        shop.virtual("select * from {{ dataset(42) }}");
        assertThat(one.virtual()).isTrue();
        assertThatThrownBy(() -> shop.number(COUNT)).hasMessageContaining("comes to need itself");
        shop.calculated("region", "{{ metric('templated') }}");
        assertThatThrownBy(() -> shop.number(Map.of("metrics", List.of("templated"))))
                .isInstanceOf(KaravelException.class);
    }
}
