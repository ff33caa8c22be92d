package dev.karavel.query.post;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** {@code show_values_as}: each cell of a pivot as a share of its metric's row, column or everything. */
enum Shares {
    ACTUAL,
    PERCENT_ROW,
    PERCENT_COL,
    PERCENT_TOTAL;

    private static final String OPTION = "show_values_as";
    private static final Set<String> ADDITIVE = Set.of("sum", "nansum", "count");

    static Shares read(Options options, List<Aggregates> aggregates) {
        String word = options.choice(OPTION, "actual", "actual", "percent_row", "percent_col", "percent_total");
        Shares shares = valueOf(word.toUpperCase(Locale.ROOT));
        if (shares != ACTUAL && options.flag("marginal_distributions", false)) {
            throw options.wrong(OPTION, "goes with no marginal_distributions: totals are no parts of themselves");
        }
        for (Aggregates aggregate : aggregates) {
            if (shares != ACTUAL && !ADDITIVE.contains(aggregate.statistic().operator())) {
                throw options.wrong(OPTION, "needs additive metrics: sum or count");
            }
        }
        return shares;
    }

    Frame apply(Frame frame) {
        return this == ACTUAL
                ? frame
                : frame.with(frame.columns().stream()
                        .map(column -> share(
                                column,
                                frame.columns().stream()
                                        .filter(other -> column.label().equals(other.label()))
                                        .map(Series::numbers)
                                        .toList()))
                        .toList());
    }

    private Series share(Series column, List<double[]> metric) {
        double[] numbers = column.numbers();
        double[] shares = new double[numbers.length];
        double whole = this == PERCENT_COL
                ? present(numbers)
                : this == PERCENT_TOTAL
                        ? metric.stream().mapToDouble(Shares::present).sum()
                        : 0;
        Arrays.setAll(shares, row -> numbers[row] / (this == PERCENT_ROW ? row(metric, row) : whole));
        return Series.of(column.key(), shares);
    }

    private static double row(List<double[]> metric, int row) {
        return present(metric.stream().mapToDouble(each -> each[row]).toArray());
    }

    private static double present(double[] numbers) {
        return IntStream.range(0, numbers.length)
                .mapToDouble(i -> numbers[i])
                .filter(number -> !Double.isNaN(number))
                .sum();
    }
}
