package dev.karavel.query.post.forecast;

/** The standard normal distribution, by the series of G. Marsaglia, "Evaluating the normal distribution" (2004). */
final class Normal {
    private static final double FAR = 9;

    private Normal() {}

    /** Below which value that share of all lies; from more than 0 to less than 1. */
    static double quantile(double share) {
        double low = -FAR;
        double high = FAR;
        while (high - low > 1e-13) {
            double middle = (low + high) / 2;
            if (below(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    static double below(double value) {
        double sum = value;
        double term = value;
        for (int i = 3; Math.abs(term) > 1e-17 * Math.abs(sum); i += 2) {
            term *= value * value / i;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-value * value / 2) / Math.sqrt(2 * Math.PI);
    }
}
