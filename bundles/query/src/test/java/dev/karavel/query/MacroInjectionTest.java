package dev.karavel.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL sent through each macro, in quotes and out of them, on a real DuckDB. */
class MacroInjectionTest {
    private static final String[] EVILS = {
        "x' OR '1'='1",
        "x' OR 1=1 --",
        "x'; drop table sales; --",
        "x' union select * from wages --",
        "x\\' OR 1=1 --",
        "x'' OR 1=1 --",
        "') OR (1=1",
        "x' /* */ OR 1=1",
        "{{ 7 * 7 }}",
        "{% raw %}'",
        "'",
        "\\",
        "x\u2019 OR 1=1",
    };

    private static ShopWorld shop;

    @BeforeAll
    static void open() {
        shop = ShopWorld.open();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'{{ url_param('v') }}'",
                "'{{ url_param('v', escape_result=False) }}'",
                "'{{ filter_values('hidden')[0] }}'",
                "'{{ filter_values('hidden')|join }}'",
                "{{ \"'\" + \"','\".join(filter_values('hidden')) + \"'\" }}",
                "'{{ get_filters('hidden')[0].val[0] }}'",
                "{{ filter_values('hidden')|where_in }}",
                "({{ filter_values('hidden')|where_in }})",
                "{{ [url_param('v')]|where_in }}",
                "'{{ filter[0].val[0] }}'",
                "'{{ cache_key_wrapper(url_param('v')) }}'",
                "'{{ current_username() }}'",
                "'{{ current_user_roles()|first }}'",
                "'{{ columns|first }}'",
                "'{{ metrics|last }}'",
            })
    void aValueStaysAValueInQuotes(String place) {
        shop.virtual("select * from sales where region in (" + place.replaceAll("^\\(|\\)$", "") + ")");
        if (place.contains("where_in")) {
            shop.virtual("select * from sales where region in " + place);
        }
        for (String evil : EVILS) {
            assertThat(rows(question(evil), person(evil))).as(evil).isZero();
        }
        assertThat(shop.rows("true")).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "region = {{ url_param('v') }}",
                "{{ url_param('v') }}",
                "region in ({{ filter_values('hidden')|join(',') }})",
                "region = {{ get_filters('hidden')[0].val[0] }}",
                "region = {{ filter_values('hidden')|tojson }}",
                "region = {{ current_username() }}",
                "region = {{ current_user_roles()|join }}",
                "{{ columns[0] }} = 1",
                "{{ metrics[-1] }} = 1",
                "region = {{ cache_key_wrapper(url_param('v')) }}",
            })
    void inTheOpenItIsRefused(String condition) {
        shop.virtual("select * from sales where " + condition);
        for (String evil : EVILS) {
            assertThatThrownBy(() -> shop.number(question(evil), person(evil)))
                    .as(evil)
                    .isInstanceOfSatisfying(KaravelException.class, failure -> assertThat(failure.code())
                            .isEqualTo(ErrorCode.STATEMENT_REFUSED));
        }
    }

    @Test
    void partsOfTheStatementThatOnlyTheAuthorWritesAreNotReachedByNames() {
        shop.virtual(
                "select * from sales where region = '{{ get_time_filter('sold_at', strftime=url_param('v')).from_expr }}'");
        for (String evil : EVILS) {
            Map<String, Object> question = Map.of(
                    "metrics", List.of("count"),
                    "url_params", Map.of("v", evil),
                    "filters",
                            List.of(Map.of(
                                    "col", "sold_at", "op", "TEMPORAL_RANGE", "val", "2024-01-01 : 2024-02-01")));
            assertThat(rows(question, World.ADMIN)).isZero();
        }
    }

    /** The parser takes a backslash before a quote for an escape, and refuses what it cannot read. */
    private static long rows(Map<String, Object> question, Principal asker) {
        try {
            return shop.number(question, asker);
        } catch (KaravelException e) {
            assertThat(e.code()).isIn(ErrorCode.STATEMENT_REFUSED, ErrorCode.INVALID_REQUEST);
            return 0;
        }
    }

    private static Principal person(String evil) {
        return new Principal(3, evil, "", Set.of(evil), false);
    }

    private static Map<String, Object> question(String evil) {
        return Map.of(
                "columns", List.of(Map.of("expressionType", "SQL", "sqlExpression", "1", "label", evil)),
                "metrics", List.of("count", Map.of("expressionType", "SQL", "sqlExpression", "1", "label", evil + "m")),
                "url_params", Map.of("v", evil),
                "filters", List.of(Map.of("col", "hidden", "op", "IN", "val", List.of(evil))));
    }
}
