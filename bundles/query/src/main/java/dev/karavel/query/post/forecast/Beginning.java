package dev.karavel.query.post.forecast;

/**
 * The first level and slope with the least squared errors. Every error is linear in them: it is the error from a start of
 * nothing, plus what a unit of level and a unit of slope add to it. So the best two are those of least squares, and the three
 * are smoothed side by side.
 */
record Beginning(double level, double slope, double squares) {
    private static final double SAME = 1e-12;

    /** Sums of products of the three parts of the errors: of nothing (0), a unit of level (1), a unit of slope (2). */
    private static final class Sums {
        private final double[][] sums = new double[3][3];

        void add(double[] errors) {
            for (int i = 0; i < 3; i++) {
                for (int k = 0; k <= i; k++) {
                    sums[i][k] += errors[i] * errors[k];
                }
            }
        }

        Beginning least() {
            double determinant = sums[1][1] * sums[2][2] - sums[2][1] * sums[2][1];
            if (determinant <= SAME * sums[1][1] * sums[2][2]) {
                double level = sums[1][1] == 0 ? 0 : -sums[1][0] / sums[1][1];
                return new Beginning(level, 0, sums[0][0] + level * sums[1][0]);
            }
            double level = (-sums[1][0] * sums[2][2] + sums[2][0] * sums[2][1]) / determinant;
            double slope = (-sums[2][0] * sums[1][1] + sums[1][0] * sums[2][1]) / determinant;
            return new Beginning(level, slope, sums[0][0] + level * sums[1][0] + slope * sums[2][0]);
        }
    }

    /** @param seasons at the start */
    static Beginning of(double[] values, Smoothing smoothing, double[][] seasons) {
        double[][][] rings = new double[3][seasons.length][];
        for (int i = 0; i < seasons.length; i++) {
            rings[0][i] = seasons[i].clone();
            rings[1][i] = new double[seasons[i].length];
            rings[2][i] = new double[seasons[i].length];
        }
        double[] level = {0, 1, 0};
        double[] slope = {0, 0, 1};
        double[] errors = new double[3];
        Sums sums = new Sums();
        for (int t = 0; t < values.length; t++) {
            boolean missing = Double.isNaN(values[t]);
            for (int part = 0; part < 3; part++) {
                double forecast = level[part] + slope[part];
                for (double[] ring : rings[part]) {
                    forecast += ring[t % ring.length];
                }
                double error = missing ? 0 : (part == 0 ? values[t] : 0) - forecast;
                level[part] += slope[part] + smoothing.alpha() * error;
                slope[part] += smoothing.beta() * error;
                for (int i = 0; i < seasons.length; i++) {
                    rings[part][i][t % seasons[i].length] += smoothing.gammas()[i] * error;
                }
                errors[part] = error;
            }
            sums.add(errors);
        }
        return sums.least();
    }

    Smoothing.State state(double[][] seasons) {
        return new Smoothing.State(level, slope, seasons, 0);
    }
}
