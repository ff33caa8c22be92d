package dev.karavel.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.catalog.DatasetSettings;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Principal;
import dev.karavel.contract.data.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Templates in datasets and questions, on a real DuckDB. */
class TemplatesTest {
    private static final Principal ANN = new Principal(7, "ann", "Ann", Set.of("Gamma", "Sales"), false);

    private ShopWorld shop;

    @BeforeEach
    void open() {
        shop = ShopWorld.open();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private static Map<String, Object> count(Object... filters) {
        return Map.of("metrics", List.of("count"), "filters", List.of(filters));
    }

    private static Map<String, Object> in(String column, Object... values) {
        return Map.of("col", column, "op", "IN", "val", List.of(values));
    }

    @Test
    void aStatementAsksForTheFiltersOfTheQuestion() {
        shop.virtual("select * from sales where region in {{ filter_values('region', default='North')|where_in }}");
        assertThat(shop.number(count())).isEqualTo(shop.rows("region = 'North'"));
        assertThat(shop.number(count(in("region", "North", "East"))))
                .isEqualTo(shop.rows("region in ('North', 'East')"));
        shop.virtual("select * from sales where product in ('{{ \"','\".join(filter_values('product')) }}')");
        assertThat(shop.number(count(in("product", "O'Brien \"x\"", "Tea"))))
                .isEqualTo(shop.rows("product in ('O''Brien \"x\"', 'Tea')"));
    }

    @Test
    void aFilterThatATemplateTakesIsNotAskedAgainButIsSaidToBeApplied() {
        shop.virtual(
                "select id, amount from sales where region = '{{ filter_values('region', remove_filter=True)[0] }}'");
        var part = shop.part(count(in("region", "East")));
        assertThat(part.at("/data/0/count").asLong()).isEqualTo(shop.rows("region = 'East'"));
        assertThat(part.path("applied_filters").toString()).contains("region");
        assertThat(part.path("query").asText()).containsOnlyOnce("East");
        // one on a column that only the statement knows is taken even where the template forgets to say so
        shop.virtual("select id, amount from sales where region = '{{ filter_values('hidden')[0] }}'");
        assertThat(shop.number(count(in("hidden", "East")))).isEqualTo(shop.rows("region = 'East'"));
    }

    @Test
    void aDashboardsFilterOnAColumnTheDatasetDoesNotShowReachesTheTemplate() {
        shop.virtual("select id, amount from sales {% for f in get_filters('hidden') %}"
                + "where region {{ 'not in' if f.op == 'NOT IN' else 'in' }} {{ f.val|where_in }}{% endfor %}");
        Map<String, Object> filter = Map.of("col", "hidden", "op", "NOT IN", "val", List.of("East"), "isExtra", true);
        var part = shop.part(count(filter));
        assertThat(part.at("/data/0/count").asLong()).isEqualTo(shop.rows("region not in ('East')"));
        assertThat(part.path("applied_filters").toString()).contains("hidden");
        assertThat(part.path("rejected_filters")).isEmpty();
        assertThat(shop.part(count(Map.of("col", "other", "op", "IN", "val", List.of("x"), "isExtra", true)))
                        .path("rejected_filters")
                        .toString())
                .contains("other");
    }

    @Test
    void theTimeOfTheQuestionReachesTheStatement() {
        shop.virtual("select * from sales where {% if from_dttm %}sold_at >= '{{ from_dttm }}' and {% endif %}"
                + "sold_at < '{{ to_dttm.strftime('%Y-%m-%d') }}'");
        Map<String, Object> question = Map.of("metrics", List.of("count"), "time_range", "2024-01-01 : 2024-03-01");
        assertThat(shop.number(question)).isEqualTo(shop.rows("sold_at >= '2024-01-01' and sold_at < '2024-03-01'"));
        shop.virtual(
                "{% set t = get_time_filter('sold_at', remove_filter=True) %}"
                        + "select id, region, sold_at from sales where sold_at >= {{ t.from_expr }} and sold_at < {{ t.to_expr }}");
        Map<String, Object> filter = Map.of("col", "sold_at", "op", "TEMPORAL_RANGE", "val", "2024-01-01 : 2024-03-01");
        assertThat(shop.number(count(filter)))
                .isEqualTo(shop.rows("sold_at >= '2024-01-01' and sold_at < '2024-03-01'"));
        assertThat(shop.part(count(filter)).path("from_dttm").asLong()).isEqualTo(1704067200000L);
    }

    @Test
    void anOtherTimeIsAskedWithTheTemplateOfThatTime() {
        shop.virtual("select * from sales where sold_at >= '{{ from_dttm }}' and sold_at < '{{ to_dttm }}'");
        var part = shop.part(Map.of(
                "metrics", List.of("count"),
                "time_range", "2024-02-01 : 2024-03-01",
                "time_offsets", List.of("31 days ago")));
        assertThat(part.at("/data/0/count").asLong())
                .isEqualTo(shop.rows("sold_at >= '2024-02-01' and sold_at < '2024-03-01'"));
        assertThat(part.at("/data/0/count__31 days ago").asLong())
                .isEqualTo(shop.rows("sold_at >= '2024-01-01' and sold_at < '2024-01-30'"))
                .isPositive();
    }

    @Test
    void whoAsksAndFromWhereIsKnown() {
        shop.virtual("select '{{ current_username() }}' || '/' || '{{ current_user_id() }}' || '/' || "
                + "'{{ current_user_email() }}' || '/' || '{{ current_user_roles()|join(\"+\") }}' || '/' || "
                + "'{{ url_param('place', 'nowhere') }}' as region");
        Map<String, Object> question =
                Map.of("columns", List.of("region"), "url_params", Map.of("place", "O'Hare; drop table sales"));
        assertThat(shop.part(question, ANN).at("/data/0/region").asText())
                .isEqualTo("ann/7/user7@example.org/Gamma+Sales/O'Hare; drop table sales");
        assertThat(shop.part(Map.of("columns", List.of("region")), World.ADMIN)
                        .at("/data/0/region")
                        .asText())
                .isEqualTo("admin/1/user1@example.org/Admin/nowhere");
    }

    @Test
    void whatTheAnswerDependsOnIsPartOfItsKeyThoughTheStatementIsTheSame() {
        shop.virtual(
                "select * from sales {% if current_username() == 'nobody' or cache_key_wrapper(url_param('v')) == 'x' %}"
                        + "where false{% endif %}");
        String annsKey = shop.part(count(), ANN).path("cache_key").asText();
        assertThat(shop.part(count(), World.ADMIN).path("cache_key").asText()).isNotEqualTo(annsKey);
        assertThat(shop.part(count(), ANN).path("cache_key").asText()).isEqualTo(annsKey);
        shop.virtual(
                "select * from sales {% if current_username(add_to_cache_keys=False) == 'nobody' %}where false{% endif %}");
        assertThat(shop.part(count(), ANN).path("cache_key").asText())
                .isEqualTo(shop.part(count(), World.ADMIN).path("cache_key").asText());
    }

    @Test
    void templatesWorkWhereverPeopleTypeSql() {
        Map<String, Object> sqlMetric = Map.of(
                "expressionType",
                "SQL",
                "sqlExpression",
                "sum(case when region = '{{ url_param(\"r\") }}' then 1 end)",
                "label",
                "hits");
        Map<String, Object> sqlColumn = Map.of(
                "expressionType",
                "SQL",
                "sqlExpression",
                "'{{ time_grain }}{{ columns|length }}' || online",
                "label",
                "shown");
        var part = shop.part(Map.of(
                "metrics", List.of(sqlMetric),
                "columns", List.of(sqlColumn),
                "url_params", Map.of("r", "North"),
                "orderby", List.of(List.of(sqlColumn, true)),
                "extras",
                        Map.of(
                                "where",
                                "region = '{{ url_param('r') }}' and online",
                                "having",
                                "count(*) > {{ '0' }}")));
        assertThat(part.at("/data/0/hits").asLong()).isEqualTo(shop.rows("region = 'North' and online"));
        assertThat(part.at("/data/0/shown").asText()).isEqualTo("None1true");
        shop.calculated(
                "coalesce(region, '{{ url_param('r', 'none') }}')", "count({{ 'id' }}) + {{ metric('count') }}");
        part = shop.part(Map.of(
                "columns", List.of("calculated"), "metrics", List.of("templated"), "url_params", Map.of("r", "?")));
        assertThat(part.at("/data").findValuesAsText("calculated")).contains("?", "North");
        assertThat(part.at("/data/0/templated").asLong()).isPositive();
        shop.world.rights.rules.put(7L, List.of("region = '{{ {'ann': 'East'}[current_username()] }}'"));
        assertThat(shop.number(count(), ANN)).isEqualTo(shop.rows("region = 'East'"));
    }

    @Test
    void parametersOfTheDatasetAreVariables() {
        shop.virtual("select * from {{ table }} where region in {{ regions|where_in }}");
        shop.settings(new DatasetSettings(
                0,
                "{\"table\":\"sales\",\"regions\":[\"East\",\"south\"]}",
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                true,
                Optional.empty()));
        assertThat(shop.number(count())).isEqualTo(shop.rows("region in ('East', 'south')"));
    }

    @Test
    void aTableThatIsNamedByWhoAsksIsReadWithTheirOwnRights() {
        shop.virtual("select * from {{ url_param('t') }}");
        Map<String, Object> question = Map.of("metrics", List.of("count"), "url_params", Map.of("t", "sales"));
        assertThat(shop.number(question)).isPositive();
        assertThatThrownBy(() -> shop.number(question, ANN))
                .isInstanceOfSatisfying(KaravelException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ErrorCode.FORBIDDEN));
        shop.grant(Shop.TABLE);
        assertThat(shop.number(question, ANN)).isPositive();
        assertThatThrownBy(() -> shop.number(
                        Map.of("metrics", List.of("count"), "url_params", Map.of("t", "information_schema.tables")),
                        ANN))
                .isInstanceOf(KaravelException.class);
        Map<String, Object> wages = Map.of("metrics", List.of("count"), "url_params", Map.of("t", "wages"));
        assertThatThrownBy(() -> shop.number(wages, ANN)).hasMessageContaining("may not read");
    }

    @Test
    void valuesOfAFilterFollowThePredicateOfTheDataset() {
        shop.physical();
        shop.settings(new DatasetSettings(
                0,
                "",
                Optional.of("region <> '{{ current_username()|upper|replace('ANN', 'East') }}'"),
                false,
                false,
                Optional.empty(),
                true,
                Optional.empty()));
        assertThat(shop.queries.values(1, "region", 10, ANN, shop.world.deadline()))
                .containsExactly("North", "south");
    }

    @Test
    void theMainTimeIsBoundedTooWhereTheDatasetSaysSo() {
        shop.physical();
        Map<String, Object> question =
                Map.of("metrics", List.of("count"), "granularity", "day", "time_range", "2024-01-01 : 2024-02-01");
        assertThat(shop.statement(question)).doesNotContain("sold_at");
        shop.settings(
                new DatasetSettings(0, "", Optional.empty(), true, false, Optional.empty(), true, Optional.empty()));
        assertThat(shop.statement(question)).contains("sold_at").contains("day");
    }

    @Test
    void switchedOffTheyAreRefused() {
        shop.virtual("select * from sales where region = '{{ current_username() }}'");
        assertThatThrownBy(() -> shop.withoutTemplates(count()))
                .isInstanceOfSatisfying(KaravelException.class, failure -> assertThat(failure.code())
                        .isIn(ErrorCode.STATEMENT_REFUSED, ErrorCode.INVALID_REQUEST));
        shop.virtual("select * from {{ 'sales' }}");
        assertThatThrownBy(() -> shop.withoutTemplates(count())).hasMessageContaining("emplate");
    }

    @Test
    void aQuestionOfTooManyTemplatesIsRefused() {
        shop.physical();
        List<Object> metrics = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            metrics.add(
                    Map.of("expressionType", "SQL", "sqlExpression", "count(*) + {{ " + i + " }}", "label", "m" + i));
        }
        assertThat(shop.part(Map.of("metrics", metrics.subList(0, 100)))
                        .at("/data/0/m99")
                        .asLong())
                .isEqualTo(499);
        assertThatThrownBy(() -> shop.number(Map.of("metrics", metrics)))
                .isInstanceOfSatisfying(KaravelException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ErrorCode.STATEMENT_REFUSED))
                .hasMessageContaining("more than 500 templates");
    }

    @Test
    void failuresNameTheFieldAndTheLine() {
        shop.virtual("select *\nfrom sales\nwhere region = '{{ unknown_thing }}'");
        assertThatThrownBy(() -> shop.number(count()))
                .isInstanceOfSatisfying(KaravelException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(ErrorCode.STATEMENT_REFUSED);
                    assertThat(failure.field()).isEqualTo("sql");
                })
                .hasMessageContaining("line 3")
                .hasMessageContaining("unknown_thing");
        shop.virtual("select * from sales where ds = '{{ latest_partition('sales') }}'");
        assertThatThrownBy(() -> shop.number(count()))
                .hasMessageContaining("needs Trino")
                .hasMessageContaining("duckdb");
        shop.virtual("delete from {{ 'sales' }}");
        assertThatThrownBy(() -> shop.number(count()))
                .isInstanceOfSatisfying(KaravelException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ErrorCode.STATEMENT_REFUSED));
    }
}
