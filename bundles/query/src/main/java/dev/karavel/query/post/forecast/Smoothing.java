package dev.karavel.query.post.forecast;

/**
 * Additive exponential smoothing in its error-correction form, ETS(A,A,N) without and ETS(A,A,A) with a season, after R. J.
 * Hyndman and G. Athanasopoulos, Forecasting: Principles and Practice (3rd ed.), chapters 8.2, 8.3 and 8.5; several seasons
 * as in J. W. Taylor, "Triple seasonal methods for short-term electricity demand forecasting" (2010):
 *
 * <pre>
 * forecast = level + slope + Σ season(t - m)     error = y - forecast
 * level    = level + slope + alpha · error       (alpha)
 * slope    = slope + beta · error                (beta = alpha · beta*)
 * season   = season(t - m) + gamma · error       (gamma, one per season)
 * </pre>
 *
 * @param gammas one per season
 */
record Smoothing(double alpha, double beta, double[] gammas) {
    /**
     * Where the smoothing stands.
     *
     * @param seasons per season its last values, by their place in it
     * @param time how many points it has gone
     */
    record State(double level, double slope, double[][] seasons, int time) {
        /** The forecast that many points ahead, from 1. */
        double ahead(int steps) {
            double forecast = level + steps * slope;
            for (double[] season : seasons) {
                forecast += season[(time + steps - 1) % season.length];
            }
            return forecast;
        }
    }

    /** @param forecasts of each point from those before it */
    record Run(double[] forecasts, double squares, int errors, State last) {}

    /** Goes over the values; one that is missing (NaN) changes nothing but the time. */
    Run over(double[] values, State first) {
        double level = first.level;
        double slope = first.slope;
        double[][] seasons = copy(first.seasons);
        double[] forecasts = new double[values.length];
        double squares = 0;
        int errors = 0;
        for (int t = 0; t < values.length; t++) {
            double forecast = level + slope;
            for (double[] season : seasons) {
                forecast += season[(first.time + t) % season.length];
            }
            forecasts[t] = forecast;
            boolean missing = Double.isNaN(values[t]);
            double error = missing ? 0 : values[t] - forecast;
            squares += error * error;
            errors += missing ? 0 : 1;
            level += slope + alpha * error;
            slope += beta * error;
            for (int i = 0; i < seasons.length; i++) {
                seasons[i][(first.time + t) % seasons[i].length] += gammas[i] * error;
            }
        }
        return new Run(forecasts, squares, errors, new State(level, slope, seasons, first.time + values.length));
    }

    /**
     * The variance of the error that many points ahead as a multiple of that of one point: {@code 1 + Σ c(j)²} over j below
     * steps with {@code c(j) = alpha + beta j + Σ gamma [j is a multiple of m]}: R. J. Hyndman, A. B. Koehler, J. K. Ord and
     * R. D. Snyder, Forecasting with Exponential Smoothing (2008), section 6.3, class 1; the closed forms are table 8.8 of
     * Forecasting: Principles and Practice.
     *
     * @return for steps from 1 to that many
     */
    double[] variances(int steps, double[][] seasons) {
        double[] variances = new double[steps];
        double sum = 1;
        for (int j = 1; j <= steps; j++) {
            variances[j - 1] = sum;
            double weight = alpha + beta * j;
            for (int i = 0; i < seasons.length; i++) {
                weight += j % seasons[i].length == 0 ? gammas[i] : 0;
            }
            sum += weight * weight;
        }
        return variances;
    }

    private static double[][] copy(double[][] seasons) {
        double[][] copy = new double[seasons.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = seasons[i].clone();
        }
        return copy;
    }
}
