package dev.karavel.query.post;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A window whose places count differently: {@code win_type} with the shapes of scipy.signal.windows, for mean and sum
 * only, since the spread pandas gives depends on where in the table a window lies. The shapes are the published ones (Harris 1978, "On the use of windows for harmonic analysis", and Nuttall 1981 for the
 * minimum 4-term ones); {@code gaussian} takes {@code rolling_type_options {std}}.
 */
record Weighted(String type, double[] weights) {
    private static final List<String> TYPES = List.of("mean", "sum");
    private static final Map<String, double[]> COSINES = Map.of(
            "boxcar", new double[] {1},
            "hann", new double[] {0.5, 0.5},
            "hamming", new double[] {0.54, 0.46},
            "blackman", new double[] {0.42, 0.5, 0.08},
            "nuttall", new double[] {0.3635819, 0.4891775, 0.1365995, 0.0106411},
            "blackmanharris", new double[] {0.35875, 0.48829, 0.14128, 0.01168});

    static Weighted read(Options options, String type, String shape, int width) {
        if (!TYPES.contains(type)) {
            throw options.wrong("win_type", "goes with a rolling_type of " + TYPES + " only, not with " + type);
        }
        Map<String, Object> details = options.map("rolling_type_options");
        List<String> known = shape.equals("gaussian") ? List.of("std") : List.of();
        if (!known.containsAll(details.keySet())) {
            throw options.wrong("rolling_type_options", shape + " takes " + known + ", not " + details.keySet());
        }
        double[] weights = new double[width];
        for (int i = 0; i < width; i++) {
            weights[i] = width == 1 ? 1 : weight(options, shape, i, width, details.get("std"));
        }
        return new Weighted(type, weights);
    }

    private static double weight(Options options, String shape, int place, int width, Object deviation) {
        double middle = (width - 1) / 2.0;
        double off = Math.abs(place - middle);
        if (COSINES.containsKey(shape)) {
            double[] terms = COSINES.get(shape);
            double sum = 0;
            for (int k = 0; k < terms.length; k++) {
                sum += (k % 2 == 0 ? 1 : -1) * terms[k] * Math.cos(2 * Math.PI * k * place / (width - 1));
            }
            return sum;
        }
        return switch (shape) {
            case "bartlett" -> 1 - off / middle;
            case "triang" -> width % 2 == 0 ? 1 - off / (width / 2.0) : 1 - off / ((width + 1) / 2.0);
            case "cosine" -> Math.sin(Math.PI * (place + 0.5) / width);
            case "bohman" -> {
                double x = off / middle;
                yield x >= 1 ? 0 : (1 - x) * Math.cos(Math.PI * x) + Math.sin(Math.PI * x) / Math.PI;
            }
            case "parzen" -> {
                double x = off / (width / 2.0);
                yield off <= (width - 1) / 4.0 ? 1 - 6 * x * x * (1 - x) : 2 * Math.pow(1 - x, 3);
            }
            case "gaussian" -> {
                if (!(deviation instanceof Number std) || std.doubleValue() <= 0) {
                    throw options.wrong("rolling_type_options", "gaussian needs {\"std\": a number above 0}");
                }
                double x = (place - middle) / std.doubleValue();
                yield Math.exp(-x * x / 2);
            }
            default ->
                throw options.wrong(
                        "win_type",
                        "there is no shape " + shape + "; there are " + COSINES.keySet()
                                + " and bartlett, triang, cosine, bohman, parzen, gaussian");
        };
    }

    UnaryOperator<double[]> roll(int ahead, int enough) {
        return numbers -> {
            double[] result = new double[numbers.length];
            Arrays.setAll(result, i -> at(numbers, i + ahead - weights.length + 1, enough));
            return result;
        };
    }

    private double at(double[] numbers, int from, int enough) {
        double sum = 0;
        double weight = 0;
        int count = 0;
        for (int k = 0; k < weights.length; k++) {
            if (from + k >= 0 && from + k < numbers.length && !Double.isNaN(numbers[from + k])) {
                sum += weights[k] * numbers[from + k];
                weight += weights[k];
                count++;
            }
        }
        if (count < Math.max(1, enough)) {
            return Double.NaN;
        }
        return type.equals("sum") ? sum : sum / weight;
    }
}
