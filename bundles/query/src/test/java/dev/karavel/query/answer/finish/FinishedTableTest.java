package dev.karavel.query.answer.finish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.viz.FormData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FinishedTableTest {
    private final Table sales = new Table.Builder(List.of(
                    new Column("country", ColumnType.TEXT),
                    new Column("year", ColumnType.INTEGER),
                    new Column("sum", ColumnType.INTEGER),
                    new Column("count", ColumnType.INTEGER)))
            .add("FR", 2024L, 10L, 1L)
            .add("DE", 2023L, 20L, 2L)
            .add("DE", 2024L, 30L, 3L)
            .add(null, 2024L, 40L, 4L)
            .build();

    @Test
    void aPivotTableHasAColumnForEachGroupAndMetric() {
        assertThat(lines(pivot(Map.of())))
                .containsExactly(
                        "country | sum 2023 | sum 2024 | count 2023 | count 2024",
                        "NULL | null | 40.0 | null | 4.0",
                        "DE | 20.0 | 30.0 | 2.0 | 3.0",
                        "FR | null | 10.0 | null | 1.0");
    }

    @Test
    void totalsStandAtTheEndOfRowsAndColumns() {
        assertThat(lines(pivot(Map.of("metrics", List.of("sum"), "rowTotals", true, "colTotals", true))))
                .containsExactly(
                        "country | sum 2023 | sum 2024 | sum Total (Sum)",
                        "NULL | null | 40.0 | 40.0",
                        "DE | 20.0 | 30.0 | 50.0",
                        "FR | null | 10.0 | 10.0",
                        "Total (Sum) | 20.0 | 80.0 | 100.0");
    }

    @Test
    void metricsMayComeLastOrStandOnRowsAndSidesMayChange() {
        assertThat(lines(pivot(Map.of("combineMetric", true))).get(0))
                .isEqualTo("country | 2023 sum | 2023 count | 2024 sum | 2024 count");
        assertThat(lines(pivot(Map.of("metricsLayout", "ROWS"))).subList(0, 3))
                .containsExactly(
                        "country | Metric | 2023 | 2024", "NULL | sum | null | 40.0", "NULL | count | null | 4.0");
        assertThat(lines(pivot(Map.of("transposePivot", true, "metrics", List.of("count")))))
                .containsExactly(
                        "year | count NULL | count DE | count FR",
                        "2023 | null | 2.0 | null",
                        "2024 | 4.0 | 3.0 | 1.0");
    }

    @Test
    void oneSideMayBeEmpty() {
        assertThat(lines(pivot(Map.of("groupbyColumns", List.of()))).subList(0, 3))
                .containsExactly("country | sum | count", "NULL | 40.0 | 4.0", "DE | 50.0 | 5.0");
        assertThat(lines(pivot(Map.of("groupbyRows", List.of(), "metrics", List.of("sum")))))
                .containsExactly("Metric | sum 2023 | sum 2024", "Total (Sum) | 20.0 | 80.0");
    }

    @Test
    void cellsAreAggregatedAsTheChartSays() {
        assertThat(firstCell("Average")).isEqualTo(25.0);
        assertThat(firstCell("Median")).isEqualTo(25.0);
        assertThat(firstCell("Minimum")).isEqualTo(20.0);
        assertThat(firstCell("Last")).isEqualTo(30L);
        assertThat(firstCell("Count")).isEqualTo(2L);
        assertThat(firstCell("Sample Variance")).isEqualTo(50.0);
        assertThat(firstCell("List Unique Values")).isEqualTo("20, 30");
        assertThat(firstCell("Sum as Fraction of Total")).isEqualTo(0.5);
        assertThat(firstCell("Sum as Fraction of Rows")).isEqualTo(1.0);
        assertThat(firstCell("Sum as Fraction of Columns")).isEqualTo(0.5);
        assertThatThrownBy(() -> firstCell("Guess"))
                .isInstanceOfSatisfying(KaravelException.class, refused -> assertThat(refused.field())
                        .isEqualTo("aggregateFunction"));
    }

    @Test
    void aTableLosesItsHiddenColumnsAndOthersStayAsTheyAre() {
        FormData table =
                new FormData(Map.of("viz_type", "table", "column_config", Map.of("year", Map.of("visible", false))));
        assertThat(lines(FinishedTable.of(sales, table)).subList(0, 2))
                .containsExactly("country | sum | count", "FR | 10 | 1");
        assertThat(FinishedTable.of(sales, new FormData(Map.of("viz_type", "pie"))))
                .isSameAs(sales);
    }

    private Object firstCell(String aggregate) {
        Table table =
                pivot(Map.of("groupbyColumns", List.of(), "metrics", List.of("sum"), "aggregateFunction", aggregate));
        return table.value(1, 1);
    }

    private Table pivot(Map<String, Object> more) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "viz_type", "pivot_table_v2",
                "groupbyRows", List.of("country"),
                "groupbyColumns", List.of("year"),
                "metrics", List.of("sum", "count")));
        form.putAll(more);
        return FinishedTable.of(sales, new FormData(form));
    }

    private static List<String> lines(Table table) {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(" | ", table.columns().stream().map(Column::name).toList()));
        for (int row = 0; row < table.rows(); row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < table.columns().size(); column++) {
                cells.add(String.valueOf(table.value(row, column)));
            }
            lines.add(String.join(" | ", cells));
        }
        return lines;
    }
}
