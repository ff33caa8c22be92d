package dev.karavel.web.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.KaravelException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListRequestTest {
    private static final Visibility ALL = new Visibility.All();

    @Test
    void withoutAQueryTheFirstPageIsMeant() {
        assertThat(ListRequest.parse(null).query(ALL)).isEqualTo(new ListQuery(List.of(), "", false, 0, 25, ALL));
    }

    @Test
    void conditionsOrderAndPageAreTakenOver() {
        ListQuery query = ListRequest.parse(
                        "(filters:!((col:id,opr:eq,value:3)),order_column:id,order_direction:desc,page:2,page_size:10)")
                .query(ALL);
        assertThat(query)
                .isEqualTo(new ListQuery(List.of(new ListQuery.Condition("id", "eq", 3L)), "id", true, 2, 10, ALL));
    }

    @Test
    void pagesAreBounded() {
        assertThat(ListRequest.parse("(page_size:100000)").query(ALL).pageSize())
                .isEqualTo(1000);
        assertThat(ListRequest.parse("(page_size:-1,page:-5)").query(ALL))
                .satisfies(query -> assertThat(query.pageSize()).isEqualTo(1000))
                .satisfies(query -> assertThat(query.page()).isZero());
    }

    @Test
    void onlyTheColumnsAskedForAreAnswered() {
        Page<String> page = new Page<>(List.of("x"), 7);
        List<Map<String, Object>> rows = List.of(Map.of("id", 1L, "name", "x", "secret", "y", "changed_by", Map.of()));
        assertThat(ListRequest.parse("(columns:!(name,changed_by.first_name))")
                        .answer("Things", List.of("name"), page, rows))
                .containsEntry("count", 7L)
                .containsEntry("ids", List.of(1L))
                .containsEntry("result", List.of(Map.of("id", 1L, "name", "x", "changed_by", Map.of())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "!()",
                "(filters:x)",
                "(filters:!(x))",
                "(filters:!((col:id)))",
                "(page:abc)",
                "(page:1.5)",
                "(page:99999999999)"
            })
    void nonsenseIsRefused(String q) {
        assertThatThrownBy(() -> ListRequest.parse(q).query(ALL)).isInstanceOf(KaravelException.class);
    }
}
