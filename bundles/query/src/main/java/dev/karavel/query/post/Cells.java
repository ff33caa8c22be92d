package dev.karavel.query.post;

import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.Table;
import java.util.ArrayList;
import java.util.List;

/** Columns of values taken out of a table, changed, and put together again. */
final class Cells {
    private final List<Column> columns = new ArrayList<>();
    private final List<Object[]> values = new ArrayList<>();
    private final int rows;

    Cells(int rows) {
        this.rows = rows;
    }

    static Cells of(Table table) {
        Cells cells = new Cells(table.rows());
        for (int column = 0; column < table.columns().size(); column++) {
            cells.add(table.columns().get(column), column(table, column));
        }
        return cells;
    }

    static Object[] column(Table table, int column) {
        Object[] values = new Object[table.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = table.value(row, column);
        }
        return values;
    }

    /** Numbers as doubles; null and everything else as NaN. */
    static double[] numbers(Table table, int column) {
        double[] numbers = new double[table.rows()];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = table.value(row, column) instanceof Number number ? number.doubleValue() : Double.NaN;
        }
        return numbers;
    }

    static Object boxed(double number) {
        return Double.isNaN(number) ? null : (Object) number;
    }

    Cells add(Column column, Object[] cells) {
        columns.add(column);
        values.add(cells);
        return this;
    }

    /** Replaces the column of that name, or adds it. */
    Cells put(Column column, Object[] cells) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column.name())) {
                columns.set(i, column);
                values.set(i, cells);
                return this;
            }
        }
        return add(column, cells);
    }

    Table table() {
        return new Table(columns, values.toArray(new Object[0][]), rows);
    }
}
