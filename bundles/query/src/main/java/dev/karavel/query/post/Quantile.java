package dev.karavel.query.post;

import java.util.List;

/** Quantiles of sorted numbers as numpy.percentile has them. Between two numbers stands what the method says. */
enum Quantile {
    LINEAR,
    LOWER,
    HIGHER,
    MIDPOINT,
    NEAREST;

    static Quantile of(Options options, String option, Object word) {
        for (Quantile method : values()) {
            if (method.name().equalsIgnoreCase(String.valueOf(word))) {
                return method;
            }
        }
        throw options.wrong(option, "there is no method " + word + "; there are " + List.of(values()));
    }

    /** @param share from 0 to 1; of no numbers it is NaN */
    double of(double[] sorted, int length, double share) {
        if (length == 0) {
            return Double.NaN;
        }
        double place = (length - 1) * share;
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, length - 1);
        double rest = place - below;
        double low = sorted[below];
        double high = sorted[above];
        if (rest == 0) {
            return low;
        }
        return switch (this) {
            // numpy walks from the nearer end, and so the last digit is the same
            case LINEAR -> rest >= 0.5 ? high - (high - low) * (1 - rest) : low + (high - low) * rest;
            case LOWER -> low;
            case HIGHER -> high;
            case MIDPOINT -> (low + high) / 2;
            case NEAREST -> sorted[(int) Math.rint(place)];
        };
    }
}
