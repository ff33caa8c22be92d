package dev.karavel.query.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.PostProcessing;
import dev.karavel.spi.data.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostProcessorTest {
    private static final LocalDate MAY = LocalDate.parse("2024-05-01");
    private static final LocalDate JUNE = LocalDate.parse("2024-06-01");

    private final Table sales = new Table.Builder(List.of(
                    new Column("month", ColumnType.DATE),
                    new Column("city", ColumnType.TEXT),
                    new Column("sold", ColumnType.INTEGER)))
            .add(MAY, "Oslo", 4L)
            .add(MAY, "Bern", 6L)
            .add(JUNE, "Oslo", 10L)
            .add(JUNE, null, null)
            .build();

    @Test
    void pivotPutsValuesAcrossInTheirOrder() {
        Table result = run(
                "pivot",
                Map.of(
                        "index", List.of("month"),
                        "columns", List.of("city"),
                        "aggregates", Map.of("sold", Map.of("operator", "mean"))));

        assertThat(names(result)).containsExactly("month", "sold, Bern", "sold, Oslo", "sold, <NULL>");
        assertThat(rows(result))
                .containsExactly(Arrays.asList(MAY, 6L, 4L, null), Arrays.asList(JUNE, null, 10L, null));
    }

    @Test
    void aggregateJoinsGroups() {
        Table result = run(
                "aggregate",
                Map.of(
                        "groupby", List.of("city"),
                        "aggregates", Map.of("total", Map.of("column", "sold", "operator", "sum"))));

        assertThat(rows(result)).containsExactly(List.of("Oslo", 14.0), List.of("Bern", 6L), Arrays.asList(null, null));
    }

    @Test
    void sortPutsNullsLastEitherWay() {
        assertThat(column(run("sort", Map.of("columns", Map.of("sold", false))), "sold"))
                .containsExactly(10L, 6L, 4L, null);
        assertThat(column(run("sort", Map.of("by", "sold", "ascending", true)), "sold"))
                .containsExactly(4L, 6L, 10L, null);
    }

    @Test
    void cumulatesAndRolls() {
        assertThat(column(run("cum", Map.of("operator", "sum", "columns", Map.of("sold", "so_far"))), "so_far"))
                .containsExactly(4.0, 10.0, 20.0, null);
        assertThat(column(
                        run(
                                "rolling",
                                Map.of(
                                        "rolling_type",
                                        "mean",
                                        "window",
                                        2,
                                        "min_periods",
                                        1,
                                        "columns",
                                        Map.of("sold", "sold"))),
                        "sold"))
                .containsExactly(4.0, 5.0, 8.0, 10.0);
        assertThat(column(run("diff", Map.of("columns", List.of("sold"))), "sold"))
                .containsExactly(null, 2.0, 4.0, null);
    }

    @Test
    void contributionIsAShareOfTheColumnOrRow() {
        assertThat(column(run("contribution", Map.of("columns", List.of("sold"))), "sold"))
                .containsExactly(0.2, 0.3, 0.5, null);
        assertThat(column(run("contribution", Map.of("orientation", "row", "columns", List.of("sold"))), "sold"))
                .containsExactly(1.0, 1.0, 1.0, null);
    }

    @Test
    void renamesAndSelects() {
        assertThat(names(run("rename", Map.of("columns", Map.of("sold", "units", "none", "x")))))
                .containsExactly("month", "city", "units");
        assertThat(names(run("select", Map.of("exclude", List.of("city"), "rename", Map.of("sold", "units")))))
                .containsExactly("month", "units");
        assertThatThrownBy(() -> run("rename", Map.of("columns", Map.of("sold", "city"))))
                .hasMessageContaining("two columns would be called \"city\"");
    }

    @Test
    void ranksWithinAGroup() {
        assertThat(column(run("rank", Map.of("metric", "sold", "group_by", "month")), "rank"))
                .containsExactly(0.5, 1.0, 0.5, null);
    }

    @Test
    void anUnknownOperationOrColumnIsRefused() {
        assertThatThrownBy(() -> run("prophet", Map.of()))
                .isInstanceOfSatisfying(KaravelException.class, refused -> assertThat(refused.field())
                        .isEqualTo("post_processing"))
                .hasMessageContaining("prophet");
        assertThatThrownBy(() -> run("cum", Map.of("columns", List.of("nothing"))))
                .hasMessageContaining("nothing");
        assertThatThrownBy(() -> run("rolling", Map.of("rolling_type", "exec", "window", 2)))
                .hasMessageContaining("exec");
    }

    private Table run(String operation, Map<String, Object> options) {
        return PostProcessor.run(List.of(new PostProcessing(operation, options)), sales);
    }

    private static List<String> names(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    private static List<Object> column(Table table, String name) {
        List<Object> cells = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            cells.add(table.value(row, table.indexOf(name)));
        }
        return cells;
    }

    private static List<List<Object>> rows(Table table) {
        List<List<Object>> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            List<Object> cells = new ArrayList<>();
            for (int column = 0; column < table.columns().size(); column++) {
                cells.add(table.value(row, column));
            }
            rows.add(cells);
        }
        return rows;
    }
}
