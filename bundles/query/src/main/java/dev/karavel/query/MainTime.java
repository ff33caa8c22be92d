package dev.karavel.query;

import dev.karavel.api.catalog.Dataset;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Filter;
import dev.karavel.spi.data.Operator;
import dev.karavel.spi.data.QuerySpec;
import java.util.List;

/** A time range on another column bounds the main time column too, where the dataset says so. */
final class MainTime {
    private MainTime() {}

    static QuerySpec bounded(QuerySpec spec, Dataset dataset) {
        String main = dataset.mainTimeColumn().orElse("");
        boolean other = spec.timeColumn().filter(column -> !column.equals(main)).isPresent();
        if (!dataset.settings().alwaysFilterMainTime()
                || main.isEmpty()
                || !other
                || spec.timeRange().isBlank()) {
            return spec;
        }
        return spec.toBuilder()
                .filter(new Filter(new Dimension.Named(main), Operator.TEMPORAL_RANGE, List.of(spec.timeRange())))
                .build();
    }
}
