package dev.karavel.query.post;

import java.util.Arrays;

/** Sums, spread and shape of numbers, none of which is missing. */
final class Sample {
    private Sample() {}

    /** Compensated, as pandas does it. */
    static double sum(double[] numbers) {
        return Arrays.stream(numbers).sum();
    }

    static double mean(double[] numbers) {
        return sum(numbers) / numbers.length;
    }

    /** The mean of the deviations to that power, times their count. */
    private static double deviations(double[] numbers, int power) {
        double mean = mean(numbers);
        return Arrays.stream(numbers).map(each -> Math.pow(each - mean, power)).sum();
    }

    /** @param less what is taken from the count before dividing: 1 for a sample, 0 for all there is */
    static double variance(double[] numbers, int less) {
        return numbers.length <= less ? Double.NaN : deviations(numbers, 2) / (numbers.length - less);
    }

    /** Adjusted Fisher-Pearson: {@code n / ((n-1)(n-2)) · Σ(x-mean)³ / s³}. */
    static double skewness(double[] numbers) {
        double count = numbers.length;
        double spread = deviations(numbers, 2);
        if (count < 3) {
            return Double.NaN;
        }
        if (spread == 0) {
            return 0;
        }
        double population = deviations(numbers, 3) / count / Math.pow(spread / count, 1.5);
        return population * Math.sqrt(count * (count - 1)) / (count - 2);
    }

    /** Excess over a normal distribution, unbiased: {@code (n-1)/((n-2)(n-3)) · ((n+1) m4/m2² - 3(n-1))}. */
    static double kurtosis(double[] numbers) {
        double count = numbers.length;
        double spread = deviations(numbers, 2);
        if (count < 4) {
            return Double.NaN;
        }
        if (spread == 0) {
            return -3;
        }
        double ratio = count * deviations(numbers, 4) / (spread * spread);
        return (count - 1) / ((count - 2) * (count - 3)) * ((count + 1) * ratio - 3 * (count - 1));
    }
}
