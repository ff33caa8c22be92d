package dev.karavel.contract.data;

import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.sql.SqlQuestion;
import dev.karavel.api.sql.TimeBounds;
import dev.karavel.spi.data.QuerySpec;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A question with its name in a test report. */
record Question(
        String name, QuerySpec spec, TimeBounds bounds, Map<Integer, TimeBounds> filterBounds, List<String> rowRules) {
    private static final int UNLIMITED = 1_000;

    static Question of(String name, QuerySpec.Builder spec) {
        return new Question(name, spec.build(), TimeBounds.none(), Map.of(), List.of());
    }

    Question within(LocalDateTime from, LocalDateTime to) {
        TimeBounds times = new TimeBounds(Optional.ofNullable(from), Optional.ofNullable(to));
        return new Question(name, spec, times, filterBounds, rowRules);
    }

    Question filterWithin(int filter, LocalDateTime from, LocalDateTime to) {
        TimeBounds times = new TimeBounds(Optional.ofNullable(from), Optional.ofNullable(to));
        return new Question(name, spec, bounds, Map.of(filter, times), rowRules);
    }

    Question ruled(List<String> rules) {
        return new Question(name, spec, bounds, filterBounds, rules);
    }

    int limit() {
        return spec.rowLimit() == 0 ? UNLIMITED : spec.rowLimit();
    }

    SqlQuestion to(Shopfront shop, Dataset dataset) {
        return new SqlQuestion(shop.database(), dataset, spec, bounds, filterBounds, rowRules, limit());
    }
}
