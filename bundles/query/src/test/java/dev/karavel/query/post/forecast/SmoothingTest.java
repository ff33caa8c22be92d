package dev.karavel.query.post.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmoothingTest {
    private static final double[][] NO_SEASONS = {};

    /** International visitor nights in Australia, quarters of 2005 to 2010 (data set austourists, Forecasting: Principles and Practice). */
    static final double[] AUSTOURISTS = {
        41.7275, 24.0418, 32.3281, 37.3287, 46.2132, 29.3463, 36.4829, 42.9777, 48.9015, 31.1802, 37.7179, 40.4202,
        51.2069, 31.8872, 40.9783, 43.7725, 55.5586, 33.8509, 42.0764, 45.6423, 59.7668, 35.1919, 44.3197, 47.9137
    };

    /**
     * NIST/SEMATECH e-Handbook of Statistical Methods, 6.4.3.4: alpha 0.3623, gamma 1, S1 = 6.4, b1 = 0.8; periods 11 to 15
     * are forecast as 25.8, 28.7, 31.7, 34.6, 37.6.
     */
    @Test
    void doubleSmoothingGivesTheForecastsOfTheNistHandbook() {
        double[] values = {5.6, 7.8, 8.8, 11.0, 11.6, 16.7, 15.3, 21.6, 22.4};
        Smoothing.Run run = new Smoothing(0.3623, 0.3623 * 1.0, new double[0])
                .over(values, new Smoothing.State(6.4, 0.8, NO_SEASONS, 0));

        assertThat(ahead(run, 5)).containsExactly(new double[] {25.8, 28.7, 31.7, 34.6, 37.6}, offset(0.05));
    }

    /**
     * Forecasting: Principles and Practice (1st ed.), 7.2: Holt's method on the passengers of Australian airlines 1990 to
     * 2004 with alpha 0.8, beta* 0.2, level 17.55 and slope 4.31; 2005 to 2009 are forecast as 43.76, 45.59, 47.43, 49.27,
     * 51.10.
     */
    @Test
    void holtsMethodGivesTheForecastsOfTheTextbook() {
        double[] air = {
            17.5534, 21.8601, 23.8866, 26.9293, 26.8885, 28.8314, 30.0751, 30.9535, 30.1857, 31.5797, 32.577569,
            33.477398, 39.021581, 41.386432, 41.596552
        };
        Smoothing.Run run = new Smoothing(0.8, 0.8 * 0.2, new double[0])
                .over(air, new Smoothing.State(air[0], air[1] - air[0], NO_SEASONS, 0));

        assertThat(ahead(run, 5)).containsExactly(new double[] {43.76, 45.59, 47.43, 49.27, 51.10}, offset(0.005));
    }

    /**
     * The same parameters and the same start as statsmodels 0.15 found for ETSModel(error="add", trend="add", seasonal="add"),
     * with its forecasts and its intervals of 80 % for 2011 and 2012.
     */
    @Test
    void aSeasonAndItsIntervalsAreThoseOfTheStateSpaceModel() {
        double[][] seasons = {{10.11144141, -9.35689297, -2.13188359, 1.37733516}};
        Smoothing smoothing = new Smoothing(0.053191, 0.012104, new double[] {0.000095});
        Smoothing.Run run = smoothing.over(AUSTOURISTS, new Smoothing.State(34.91782917, 0.62685583, seasons, 0));
        double[] variances = smoothing.variances(8, seasons);
        double deviation = Math.sqrt(run.squares() / AUSTOURISTS.length);
        double[] lower = IntStream.range(0, 8)
                .mapToDouble(i -> run.last().ahead(i + 1) - Normal.quantile(0.9) * deviation * Math.sqrt(variances[i]))
                .toArray();

        assertThat(run.squares()).isCloseTo(69.4808, offset(0.001));
        assertThat(ahead(run, 8))
                .containsExactly(
                        new double[] {57.8533, 38.9053, 46.6513, 50.6813, 59.9363, 40.9884, 48.7343, 52.7643},
                        offset(0.001));
        assertThat(lower)
                .containsExactly(
                        new double[] {55.6727, 36.7201, 44.4596, 48.4809, 57.7248, 38.7630, 46.4921, 50.5020},
                        offset(0.001));
    }

    /**
     * Table 8.8 of Forecasting: Principles and Practice (3rd ed.), ETS(A,A,A): {@code 1 + (h-1)(a² + a b h + b² h(2h-1)/6) +
     * g k (2a + g + b m (k+1))} with k whole seasons in h - 1.
     */
    @Test
    void variancesAreThoseOfTheClosedForm() {
        double a = 0.3;
        double b = 0.05;
        double g = 0.2;
        int m = 4;
        double[] variances = new Smoothing(a, b, new double[] {g}).variances(12, new double[1][m]);

        for (int h = 1; h <= 12; h++) {
            int k = (h - 1) / m;
            double closed = 1
                    + (h - 1) * (a * a + a * b * h + b * b * h * (2 * h - 1) / 6.0)
                    + g * k * (2 * a + g + b * m * (k + 1));
            assertThat(variances[h - 1]).as("h = %d", h).isCloseTo(closed, offset(1e-12));
        }
    }

    @Test
    void aMissingValueOnlyLetsTimePass() {
        Smoothing smoothing = new Smoothing(0.5, 0.1, new double[0]);
        Smoothing.State first = new Smoothing.State(10, 1, NO_SEASONS, 0);
        Smoothing.Run run = smoothing.over(new double[] {11, Double.NaN, 13}, first);

        assertThat(run.forecasts()).containsExactly(11, 12, 13);
        assertThat(run.squares()).isZero();
        assertThat(run.errors()).isEqualTo(2);
    }

    /** statsmodels 0.15 with its heuristic start: squares 69.48, forecasts 57.85, 38.91, 46.65, 50.68. */
    @Test
    void theSearchFindsWhatOthersFind() {
        Fit fit = Fit.of(AUSTOURISTS, new int[] {4});

        assertThat(fit.run().squares()).isLessThan(69.48);
        assertThat(ahead(fit.run(), 4)).containsExactly(new double[] {57.85, 38.91, 46.65, 50.68}, offset(1.5));
    }

    @Test
    void aStraightLineAndAPureSeasonGoOnAsTheyAre() {
        double[] season = {3, -1, 0, -2};
        double[] values = IntStream.range(0, 40)
                .mapToDouble(t -> 5 + 2 * t + season[t % 4])
                .toArray();
        Fit fit = Fit.of(values, new int[] {4});
        assertThat(ahead(fit.run(), 4)).containsExactly(new double[] {88, 86, 89, 89}, offset(1e-6));
        assertThat(fit.deviation()).isCloseTo(0, offset(1e-6));

        double[] line = {1, 3, 5};
        assertThat(ahead(Fit.of(line, new int[0]).run(), 2)).containsExactly(new double[] {7, 9}, offset(1e-6));
        double[] same = new double[20];
        assertThat(ahead(Fit.of(same, new int[0]).run(), 2)).containsExactly(new double[] {0, 0}, offset(1e-12));
    }

    @Test
    void twoSeasonsAreKeptApart() {
        double[] values = IntStream.range(0, 1_200)
                .mapToDouble(t -> 100 + 0.1 * t + (t % 7 >= 5 ? -10 : 4) + 20 * Math.sin(2 * Math.PI * t / 365))
                .toArray();
        double[] known = Arrays.copyOf(values, 1_100);
        double[] expected = Arrays.copyOfRange(values, 1_100, 1_130);

        assertThat(ahead(Fit.of(known, new int[] {7, 365}).run(), 30)).containsExactly(expected, offset(1.5));
    }

    /** By definition of the interval about 80 of 100 later values lie in it; a seeded random walk with a drift and noise. */
    @Test
    void intervalsHoldTheirShareOfWhatComes() {
        Random random = new Random(11);
        int inside = 0;
        int tries = 400;
        for (int i = 0; i < tries; i++) {
            double level = 100;
            double[] values = new double[66];
            for (int t = 0; t < values.length; t++) {
                level += 0.5 + random.nextGaussian();
                values[t] = level + random.nextGaussian();
            }
            Fit fit = Fit.of(Arrays.copyOf(values, 60), new int[0]);
            double[] variances = fit.smoothing().variances(6, NO_SEASONS);
            for (int h : new int[] {1, 6}) {
                double width = Normal.quantile(0.9) * fit.deviation() * Math.sqrt(variances[h - 1]);
                inside += Math.abs(values[59 + h] - fit.run().last().ahead(h)) <= width ? 1 : 0;
            }
        }
        assertThat(inside / (2.0 * tries)).isBetween(0.72, 0.88);
    }

    /** NIST/SEMATECH e-Handbook, 1.3.6.7.1: 0.975 of all lies below 1.96, 0.9 below 1.282. */
    @Test
    void theNormalDistribution() {
        assertThat(Normal.quantile(0.975)).isCloseTo(1.959963985, offset(1e-9));
        assertThat(Normal.quantile(0.9)).isCloseTo(1.281551566, offset(1e-9));
        assertThat(Normal.quantile(0.5)).isCloseTo(0, offset(1e-12));
        assertThat(Normal.below(-1)).isCloseTo(0.158655254, offset(1e-9));
    }

    private static double[] ahead(Smoothing.Run run, int steps) {
        return IntStream.rangeClosed(1, steps)
                .mapToDouble(step -> run.last().ahead(step))
                .toArray();
    }
}
