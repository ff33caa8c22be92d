package dev.karavel.query.answer.finish;

import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.viz.FormData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An answer as the chart type shows it, made flat for files: a pivot table as people see it, a table without its hidden columns. */
public final class FinishedTable {
    private FinishedTable() {}

    /** The answer itself for chart types whose rows are shown as they are. */
    public static Table of(Table answer, FormData formData) {
        return switch (formData.text("viz_type").orElse("")) {
            case "pivot_table_v2", "pivot_table" ->
                PivotLayout.of(answer, formData).lay(answer);
            case "table", "ag-grid-table" -> visible(answer, formData);
            default -> answer;
        };
    }

    private static Table visible(Table answer, FormData formData) {
        List<Column> columns = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < answer.columns().size(); i++) {
            Column column = answer.columns().get(i);
            boolean hidden = formData.values().get("column_config") instanceof Map<?, ?> all
                    && all.get(column.name()) instanceof Map<?, ?> one
                    && Boolean.FALSE.equals(one.get("visible"));
            if (!hidden) {
                columns.add(column);
                places.add(i);
            }
        }
        if (columns.size() == answer.columns().size()) {
            return answer;
        }
        Table.Builder table = new Table.Builder(columns);
        for (int row = 0; row < answer.rows(); row++) {
            Object[] values = new Object[columns.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = answer.value(row, places.get(i));
            }
            table.add(values);
        }
        return table.build();
    }
}
