package dev.karavel.spi.data;

import java.util.List;

/**
 * Conditions of which at least one has to hold. None of them may be {@link Operator#TEMPORAL_RANGE}.
 *
 * @param filters at least one
 */
public record AnyOf(List<Filter> filters) {
    public AnyOf {
        filters = List.copyOf(filters);
        if (filters.isEmpty() || filters.stream().anyMatch(each -> each.operator() == Operator.TEMPORAL_RANGE)) {
            throw new IllegalArgumentException("Needs conditions, and none on a range of time");
        }
    }
}
