package dev.karavel.viz.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.spi.data.AnyOf;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Filter;
import dev.karavel.spi.data.Metric;
import dev.karavel.spi.data.Operator;
import dev.karavel.spi.data.Order;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.viz.DatasetInfo;
import dev.karavel.spi.viz.FormData;
import dev.karavel.spi.viz.InvalidFormData;
import dev.karavel.viz.descriptor.Descriptor;
import dev.karavel.viz.descriptor.DescriptorReader;
import dev.karavel.viz.descriptor.Refused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableQuestionsTest {
    private static final DatasetInfo FLIGHTS = new DatasetInfo(
            Map.of("origin", ColumnType.TEXT, "carrier", ColumnType.TEXT, "delay", ColumnType.INTEGER),
            Set.of("count", "mean_delay"),
            Optional.empty());
    private static final Metric COUNT = new Metric.Saved("count");
    private static final Metric MEAN = new Metric.Saved("mean_delay");
    private static final Map<String, Object> GROUPS =
            Map.of("query_mode", "aggregate", "groupby", List.of("origin"), "metrics", List.of("count", "mean_delay"));
    private static final Map<String, Object> ROWS = Map.of(
            "query_mode", "raw", "all_columns", List.of("delay", "carrier", "origin"), "server_pagination", true);

    @Test
    void withoutPagesAndTotalsThereIsOneQuestion() {
        assertThat(questions(GROUPS, Map.of())).hasSize(1);
    }

    @Test
    void totalsAskTheServerForTheMetricsWithoutGroups() {
        List<QuerySpec> questions = questions(GROUPS, Map.of("show_totals", true));
        assertThat(questions).hasSize(2);
        assertThat(questions.get(1).columns()).isEmpty();
        assertThat(questions.get(1).metrics()).containsExactly(COUNT, MEAN);
        assertThat(questions.get(1).rowLimit()).isZero();
        assertThat(questions.get(1).orderBy()).isEmpty();
    }

    @Test
    void sharesOfPagesAskForTheWholeOfAllPages() {
        Map<String, Object> shares = Map.of("percent_metrics", List.of("count"));
        assertThat(questions(GROUPS, shares)).hasSize(1);
        Map<String, Object> pages = Map.of("percent_metrics", List.of("count"), "server_pagination", true);
        List<QuerySpec> questions = questions(GROUPS, pages);
        assertThat(questions).hasSize(3);
        assertThat(questions.get(2).columns()).isEmpty();
        assertThat(questions.get(2).metrics()).contains(COUNT);
    }

    @Test
    void rowsAsTheyAreHaveNoTotals() {
        assertThat(questions(ROWS, Map.of("show_totals", true))).hasSize(2);
    }

    @Test
    void pagesOfTheServerAreRowsAndTheirNumber() {
        List<QuerySpec> questions =
                questions(ROWS, Map.of("server_page_length", 50, "own_state", Map.of("currentPage", 3)));
        assertThat(questions).hasSize(2);
        assertThat(questions.get(0).rowLimit()).isEqualTo(50);
        assertThat(questions.get(0).rowOffset()).isEqualTo(150);
        assertThat(questions.get(1).rowCount()).isTrue();
        assertThat(questions.get(1).rowLimit()).isZero();
        assertThat(questions.get(1).rowOffset()).isZero();
    }

    @Test
    void theReaderChoosesPageSizeAndOrder() {
        Map<String, Object> state =
                Map.of("pageSize", 20, "currentPage", 1, "sortBy", List.of(Map.of("id", "origin", "desc", true)));
        QuerySpec rows = questions(ROWS, Map.of("own_state", state)).get(0);
        assertThat(rows.rowLimit()).isEqualTo(20);
        assertThat(rows.rowOffset()).isEqualTo(20);
        assertThat(rows.orderBy()).containsExactly(new Order(new Dimension.Named("origin"), false));
    }

    @Test
    void anOrderByAColumnThatIsNotShownIsLeftOut() {
        Map<String, Object> state = Map.of("sortBy", List.of(Map.of("id", "secret", "desc", true)));
        assertThat(questions(ROWS, Map.of("own_state", state)).get(0).orderBy()).isEmpty();
    }

    @Test
    void whatIsSearchedForCountsForRowsAndTheirNumber() {
        Map<String, Object> state = Map.of("searchText", " ORD ", "searchColumn", "origin");
        AnyOf found = new AnyOf(List.of(contains("origin", "ORD")));
        assertThat(questions(ROWS, Map.of("own_state", state)))
                .allSatisfy(question -> assertThat(question.anyOf()).containsExactly(found));
    }

    @Test
    void allColumnsOfTextAreSearchedWhenNoneIsNamed() {
        Map<String, Object> state = Map.of("searchText", "5%_A");
        assertThat(questions(ROWS, Map.of("own_state", state)).get(0).anyOf())
                .containsExactly(new AnyOf(List.of(contains("carrier", "5%_A"), contains("origin", "5%_A"))));
    }

    @Test
    void aFileHoldsAllRowsAndNothingElse() {
        Map<String, Object> more = Map.of(
                "server_pagination",
                true,
                "show_totals",
                true,
                "row_limit",
                500,
                "result_format",
                "csv",
                "own_state",
                Map.of("currentPage", 7));
        List<QuerySpec> questions = questions(GROUPS, more);
        assertThat(questions).hasSize(1);
        assertThat(questions.get(0).rowLimit()).isEqualTo(500);
        assertThat(questions.get(0).rowOffset()).isZero();
    }

    @Test
    void aPageThatIsNoNumberIsRefusedByName() {
        assertThatThrownBy(() -> questions(ROWS, Map.of("own_state", Map.of("currentPage", -1))))
                .isInstanceOf(InvalidFormData.class)
                .hasMessage("own_state.currentPage: a whole number from 0 is needed, not -1");
    }

    private static Filter contains(String column, String words) {
        return new Filter(new Dimension.Named(column), Operator.CONTAINS, List.of(words));
    }

    private static List<QuerySpec> questions(Map<String, Object> form, Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>(form);
        all.putAll(more);
        return DeclaredQuery.build(descriptor(), new FormData(all), FLIGHTS);
    }

    private static Descriptor descriptor() {
        String json = """
            {"contract": "1", "id": "any", "title": "Any", "category": "Table",
             "query": {"mode": "table", "columns": ["groupby"], "metrics": ["metrics"]},
             "controls": [{"section": "Query", "controls": [
                "metrics", "groupby", "all_columns", "row_limit", "show_totals", "server_pagination", "server_page_length"]}]}
            """;
        try {
            return new DescriptorReader().read("visualization.json", "any", json.getBytes(UTF_8), List.of());
        } catch (Refused e) {
            throw new IllegalArgumentException(e);
        }
    }
}
