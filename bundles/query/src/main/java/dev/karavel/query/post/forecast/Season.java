package dev.karavel.query.post.forecast;

import dev.karavel.query.post.Options;
import java.util.Locale;
import java.util.Optional;

/** What can come again, in days. */
enum Season {
    DAILY(1),
    WEEKLY(7),
    MONTHLY(30),
    YEARLY(365);

    private final long days;

    Season(long days) {
        this.days = days;
    }

    long days() {
        return days;
    }

    String option() {
        return name().toLowerCase(Locale.ROOT) + "_seasonality";
    }

    /**
     * Whether it was switched on or off; empty if that is left to us. A number, to Prophet the order of a Fourier series, is
     * on unless it is 0.
     */
    Optional<Boolean> asked(Options options) {
        String word = options.text(option()).orElse("").toLowerCase(Locale.ROOT);
        return switch (word) {
            case "", "auto" -> Optional.empty();
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.of(options.number(option(), 0) != 0);
        };
    }
}
