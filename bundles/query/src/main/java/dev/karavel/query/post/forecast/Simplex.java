package dev.karavel.query.post.forecast;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/** J. A. Nelder and R. Mead, "A simplex method for function minimization" (1965), with their coefficients 1, 2, 1/2, 1/2. */
final class Simplex {
    private static final double NEAR = 1e-9;
    private static final double SIDE = 0.15;

    private record Corner(double[] point, double value) {}

    private Simplex() {}

    /** @param most how often the function may be asked, about */
    static double[] least(ToDoubleFunction<double[]> function, double[] from, int most) {
        Corner[] corners = new Corner[from.length + 1];
        for (int i = 0; i < corners.length; i++) {
            double[] point = from.clone();
            if (i > 0) {
                point[i - 1] += SIDE;
            }
            corners[i] = corner(function, point);
        }
        for (int asked = corners.length; asked < most; asked += 2) {
            Arrays.sort(corners, Comparator.comparingDouble(Corner::value));
            Corner best = corners[0];
            Corner worst = corners[from.length];
            if (worst.value - best.value <= NEAR * Math.abs(best.value)) {
                break;
            }
            double[] centre = centre(corners);
            Corner reflected = corner(function, between(centre, worst.point, -1));
            Corner next = reflected;
            if (reflected.value < best.value) {
                Corner expanded = corner(function, between(centre, worst.point, -2));
                next = expanded.value < reflected.value ? expanded : reflected;
            } else if (reflected.value >= corners[from.length - 1].value) {
                boolean outside = reflected.value < worst.value;
                next = corner(function, between(centre, outside ? reflected.point : worst.point, 0.5));
                if (next.value >= Math.min(reflected.value, worst.value)) {
                    for (int i = 1; i < corners.length; i++) {
                        corners[i] = corner(function, between(best.point, corners[i].point, 0.5));
                    }
                    asked += from.length;
                    continue;
                }
            }
            corners[from.length] = next;
        }
        return Arrays.stream(corners)
                .min(Comparator.comparingDouble(Corner::value))
                .orElseThrow()
                .point;
    }

    private static Corner corner(ToDoubleFunction<double[]> function, double[] point) {
        double value = function.applyAsDouble(point);
        return new Corner(point, Double.isNaN(value) ? Double.POSITIVE_INFINITY : value);
    }

    /** Of all corners but the worst. */
    private static double[] centre(Corner[] corners) {
        double[] centre = new double[corners.length - 1];
        for (int i = 0; i < corners.length - 1; i++) {
            for (int k = 0; k < centre.length; k++) {
                centre[k] += corners[i].point[k] / centre.length;
            }
        }
        return centre;
    }

    private static double[] between(double[] from, double[] to, double share) {
        double[] point = new double[from.length];
        Arrays.setAll(point, i -> from[i] + share * (to[i] - from[i]));
        return point;
    }
}
