package dev.karavel.query.post.forecast;

import dev.karavel.query.post.Options;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which seasons take part. One that was not switched does under Prophet's rule, two whole cycles of data (months never); one
 * switched on needs them too, otherwise it is left out, as are seasons longer than {@value #LONGEST} steps.
 */
record Seasons(Map<Season, Optional<Boolean>> switches) {
    private static final int LONGEST = 10_000;

    static Seasons read(Options options) {
        Map<Season, Optional<Boolean>> switches = new EnumMap<>(Season.class);
        for (Season season : Season.values()) {
            switches.put(season, season.asked(options));
        }
        return new Seasons(switches);
    }

    /** In steps, ascending. */
    int[] lengths(Grain grain, int steps) {
        return Arrays.stream(Season.values())
                .filter(season -> switches.get(season).orElse(season != Season.MONTHLY))
                .flatMap(season -> grain.length(season).stream())
                .filter(length -> length <= LONGEST && 2 * length <= steps)
                .mapToInt(Integer::intValue)
                .distinct()
                .toArray();
    }
}
