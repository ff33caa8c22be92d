package dev.karavel.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Principal;
import dev.karavel.contract.data.Shop;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may make a dataset of which statement. */
class VirtualDatasetsTest {
    private static final Principal ANN = new Principal(7, "ann", "Ann", Set.of("Alpha"), false);

    private ShopWorld shop;

    @BeforeEach
    void open() {
        shop = ShopWorld.open();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private Dataset readable(String sql, Principal principal) {
        return shop.templates.readable(shop.shop.database(), Shop.virtual(shop.shop.dialect(), sql), principal);
    }

    @Test
    void theStatementIsRenderedAsForSomebodyWithoutFilters() {
        assertThat(readable(
                                "select * from sales where {% if from_dttm %}false{% else %}true{% endif %}"
                                        + " and region in {{ filter_values('region')|where_in }}",
                                World.ADMIN)
                        .sql())
                .contains("select * from sales where true and region in (NULL)");
        Dataset physical = shop.shop.dataset();
        assertThat(shop.templates.readable(shop.shop.database(), physical, ANN)).isSameAs(physical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from wages",
                "select * from WAGES",
                "select * from \"wages\"",
                "select * from main.wages",
                "select * from sales where id in (select id from wages)",
                "with sales as (select * from wages) select * from sales",
                "select * from sales s join wages w on true",
                "select (select max(wage) from wages) as region from sales",
                "select * from sales union select region, region, region, 1, 1, true, now(), now(), region from wages",
                "select * from {{ 'wages' }}",
                "{% if true %}select * from wages{% endif %}",
                "select * from {{ url_param('x', 'wages') }}",
                "select * from {{ filter_values('x', 'wages')[0] }}",
            })
    void aTableSomebodyMayNotReadIsNoPartOfTheirDatasets(String sql) {
        shop.grant("sales");
        assertThatThrownBy(() -> readable(sql, ANN))
                .isInstanceOfSatisfying(KaravelException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(ErrorCode.FORBIDDEN);
                    assertThat(failure.field()).isEqualTo("sql");
                })
                .hasMessageMatching("(?i).*the table wages, or it does not exist");
        assertThat(readable("select * from sales", ANN).sql()).contains("select * from sales");
    }

    @Test
    void aRightToATableIsNoneToOneOfItsNameElsewhere() {
        shop.close();
        shop = ShopWorld.open(
                "create schema hidden",
                "create table hidden.sales as select * from wages",
                "create table hidden.lonely as select * from wages");
        shop.world.rights.open.clear();
        shop.grant("sales");
        assertThat(readable("select * from main.sales", ANN).sql()).isPresent();
        for (String sql : new String[] {
            // which of the two it is depends on the warehouse's settings
            "select * from sales",
            "select * from hidden.sales",
            "select * from {{ 'hidden' }}.sales",
            "select * from lonely"
        }) {
            assertThatThrownBy(() -> readable(sql, ANN)).as(sql).hasMessageContaining("may not read");
        }
        shop.grant("lonely");
        assertThatThrownBy(() -> readable("select * from hidden.lonely", ANN)).hasMessageContaining("may not read");
    }

    @Test
    void whatIsReadThroughAnotherDatasetIsItsRight() {
        Dataset other = shop.other(41, "inner", Optional.of("select region from wages"));
        assertThatThrownBy(() -> readable("select * from {{ dataset(41) }}", ANN))
                .isInstanceOfSatisfying(KaravelException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ErrorCode.NOT_FOUND));
        shop.world.rights.open.add(other.id());
        assertThat(readable("select * from {{ dataset(41) }}", ANN).sql().orElse(""))
                .contains("dataset_41");
        for (String more : new String[] {
            "select * from {{ dataset(41) }}, wages",
            "{% set d = dataset(41) %}{% if d|length > 120 %}select * from wages{% else %}select * from wages, {{ d }}{% endif %}",
            "{% set d = dataset(41) %}select * from wages -- {{ d }}",
            "select '{{ dataset(41) }}' from wages",
        }) {
            assertThatThrownBy(() -> readable(more, ANN)).as(more).isInstanceOf(KaravelException.class);
        }
    }
}
