package dev.karavel.query.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code columns}, {@code periods}, {@code axis}: the difference to the value that many rows before ({@code axis} 0 or row)
 * or, among the chosen columns, that many columns before (1 or column); after, when periods is below 0.
 */
final class Difference {
    private static final int MOST = 1_000_000;

    private Difference() {}

    static Step read(Options options) {
        options.known("columns", "periods", "axis");
        int periods = options.whole("periods", 1, -MOST, MOST);
        String axis = options.choice("axis", "0", "0", "1", "row", "column");
        Targets targets = Targets.read(options);
        if (axis.equals("0") || axis.equals("row")) {
            return frame -> targets.each(frame, numbers -> {
                double[] result = new double[numbers.length];
                for (int i = 0; i < numbers.length; i++) {
                    int before = i - periods;
                    result[i] = before < 0 || before >= numbers.length ? Double.NaN : numbers[i] - numbers[before];
                }
                return result;
            });
        }
        return frame -> {
            List<Map.Entry<List<String>, Series>> columns =
                    new ArrayList<>(targets.sources(frame).entrySet());
            List<Series> computed = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                int before = i - periods;
                double[] numbers = columns.get(i).getValue().numbers();
                double[] others = before < 0 || before >= columns.size()
                        ? new double[0]
                        : columns.get(before).getValue().numbers();
                for (int row = 0; row < numbers.length; row++) {
                    numbers[row] = others.length == 0 ? Double.NaN : numbers[row] - others[row];
                }
                computed.add(Series.of(columns.get(i).getKey(), numbers));
            }
            return frame.put(computed);
        };
    }
}
