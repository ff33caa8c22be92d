package dev.karavel.query.post.forecast;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/**
 * The smoothing whose forecasts one point ahead have the least sum of squared errors. The parameters are looked for with the
 * simplex of Nelder and Mead (1965) from the best of some fixed places within the usual region (0 &lt; alpha, beta*, gamma* &lt; 1 with
 * beta = alpha beta*, gamma = (1 - alpha) gamma*); the first level and slope are for each the best there are, since errors are
 * linear in them. So equal values give equal forecasts.
 *
 * @param deviation the standard deviation of the errors
 */
record Fit(Smoothing smoothing, Smoothing.State first, Smoothing.Run run, double deviation) {
    private static final double LEAST = 1e-4;
    /** With fewer values a straight line is all that can be told from chance. */
    private static final int FEWEST = 6;

    private static final double[][] PLACES = {
        {0.3, 0.1, 0.1}, {0.8, 0.1, 0.1}, {0.05, 0.05, 0.05}, {0.5, 0.5, 0.3}, {0.1, 0.02, 0.6}
    };

    /** How many values the parameters are looked for with: the last ones, and of each season four cycles. */
    private static final int MOST = 2_000;

    /** @param lengths of the seasons, ascending, each at most half as long as the values */
    static Fit of(double[] values, int[] lengths) {
        int count = count(values);
        double[] best = count >= FEWEST ? searched(last(values, lengths), lengths) : new double[2 + lengths.length];
        Smoothing smoothing = smoothing(best);
        double[][] seasons = Start.seasons(values, lengths);
        Smoothing.State first = Beginning.of(values, smoothing, seasons).state(seasons);
        Smoothing.Run run = smoothing.over(values, first);
        int free = Math.max(1, count - 2 - (count >= FEWEST ? best.length : 0));
        return new Fit(smoothing, first, run, count > 2 ? Math.sqrt(run.squares() / free) : 0);
    }

    private static int count(double[] values) {
        return (int) Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    }

    private static double[] last(double[] values, int[] lengths) {
        int wanted = Math.max(MOST, lengths.length == 0 ? 0 : 4 * lengths[lengths.length - 1]);
        double[] last = Arrays.copyOfRange(values, Math.max(0, values.length - wanted), values.length);
        return count(last) >= FEWEST ? last : values;
    }

    private static double[] searched(double[] values, int[] lengths) {
        double[][] seasons = Start.seasons(values, lengths);
        ToDoubleFunction<double[]> squares =
                point -> Beginning.of(values, smoothing(point), seasons).squares();
        double[] best = Arrays.stream(PLACES)
                .map(place -> point(place, 2 + lengths.length))
                .min(Comparator.comparingDouble(squares))
                .orElseThrow();
        return Simplex.least(squares, best, best.length * 60);
    }

    private static double[] point(double[] place, int length) {
        double[] point = new double[length];
        Arrays.setAll(point, i -> place[Math.min(i, 2)]);
        return point;
    }

    private static Smoothing smoothing(double[] point) {
        double[] inside = Arrays.stream(point)
                .map(each -> Math.max(LEAST, Math.min(1 - LEAST, each)))
                .toArray();
        double alpha = inside[0];
        double[] gammas = new double[point.length - 2];
        Arrays.setAll(gammas, i -> (1 - alpha) * inside[2 + i]);
        return new Smoothing(alpha, alpha * inside[1], gammas);
    }
}
