package dev.karavel.query.post;

import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code orientation}: each number as a share of its row's or its column's sum, in {@code columns} or all that are numbers. */
final class Contribution {
    private Contribution() {}

    static Table apply(Table table, Options options) {
        List<String> names = new ArrayList<>(options.names("columns"));
        if (names.isEmpty()) {
            table.columns().stream()
                    .filter(column -> column.type().isNumeric())
                    .forEach(column -> names.add(column.name()));
        }
        List<String> targets = options.names("rename_columns");
        double[][] numbers = names.stream()
                .map(name -> Cells.numbers(table, options.column(table, name)))
                .toArray(double[][]::new);
        boolean byRow = !options.text("orientation", "column").equals("column");
        double[] sums = byRow
                ? rowSums(numbers, table.rows())
                : Arrays.stream(numbers).mapToDouble(Contribution::sum).toArray();
        Cells cells = Cells.of(table);
        for (int column = 0; column < numbers.length; column++) {
            Object[] shares = new Object[table.rows()];
            for (int row = 0; row < shares.length; row++) {
                double sum = sums[byRow ? row : column];
                shares[row] = sum == 0 ? null : Cells.boxed(numbers[column][row] / sum);
            }
            String target = column < targets.size() ? targets.get(column) : names.get(column);
            cells.put(new Column(target, ColumnType.DECIMAL), shares);
        }
        return cells.table();
    }

    private static double[] rowSums(double[][] numbers, int rows) {
        double[] sums = new double[rows];
        for (double[] column : numbers) {
            for (int row = 0; row < rows; row++) {
                sums[row] += Double.isNaN(column[row]) ? 0 : column[row];
            }
        }
        return sums;
    }

    private static double sum(double[] numbers) {
        return Arrays.stream(numbers).filter(number -> !Double.isNaN(number)).sum();
    }
}
