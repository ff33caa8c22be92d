package dev.karavel.query.post.forecast;

import java.util.Arrays;

/**
 * The seasons a smoothing begins with, after Hyndman, Koehler, Ord and Snyder (2008), section 2.6.1: over the first cycles a
 * centred moving average as long as the longest season is taken away, and what is left is averaged by its place in the
 * season, the shorter seasons first; each season sums to 0.
 */
final class Start {
    private static final int CYCLES = 5;

    private Start() {}

    /** @param lengths ascending; of each there are at least two cycles */
    static double[][] seasons(double[] values, int[] lengths) {
        double[][] seasons = new double[lengths.length][];
        if (lengths.length == 0) {
            return seasons;
        }
        int longest = lengths[lengths.length - 1];
        double[] left = detrended(Arrays.copyOf(values, Math.min(values.length, CYCLES * longest)), longest);
        for (int i = 0; i < lengths.length; i++) {
            double[] season = averages(left, lengths[i]);
            for (int t = 0; t < left.length; t++) {
                left[t] -= season[t % season.length];
            }
            seasons[i] = season;
        }
        return seasons;
    }

    private static double[] detrended(double[] values, int length) {
        double[] sums = new double[values.length + 1];
        double[] counts = new double[values.length + 1];
        for (int t = 0; t < values.length; t++) {
            boolean missing = Double.isNaN(values[t]);
            sums[t + 1] = sums[t] + (missing ? 0 : values[t]);
            counts[t + 1] = counts[t] + (missing ? 0 : 1);
        }
        double[] left = new double[values.length];
        Arrays.fill(left, Double.NaN);
        int half = length / 2;
        for (int t = half; t + half < values.length; t++) {
            left[t] = values[t] - around(sums, t, half, length) / around(counts, t, half, length);
        }
        return left;
    }

    /** Over a window as long as the season; of an even one its two ends count half. */
    private static double around(double[] sums, int t, int half, int length) {
        double wide = sums[t + half + 1] - sums[t - half];
        double narrow = sums[t + half] - sums[t - half + 1];
        return length % 2 == 1 ? wide : (wide + narrow) / 2;
    }

    private static double[] averages(double[] values, int length) {
        double[] sums = new double[length];
        int[] counts = new int[length];
        for (int t = 0; t < values.length; t++) {
            if (!Double.isNaN(values[t])) {
                sums[t % length] += values[t];
                counts[t % length]++;
            }
        }
        for (int place = 0; place < length; place++) {
            sums[place] = counts[place] == 0 ? 0 : sums[place] / counts[place];
        }
        double mean = Arrays.stream(sums).average().orElse(0);
        return Arrays.stream(sums).map(each -> each - mean).toArray();
    }
}
