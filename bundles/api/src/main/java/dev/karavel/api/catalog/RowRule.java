package dev.karavel.api.catalog;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Row-level security: a condition on every query of some datasets. REGULAR rules bind those who hold one of the roles, BASE
 * rules everyone else. Clauses of the same group are alternatives, groups all have to hold.
 *
 * @param clause a condition in the warehouse's SQL
 */
public record RowRule(
        long id,
        UUID uuid,
        int version,
        String name,
        Kind kind,
        Set<Long> datasets,
        Set<String> roles,
        String clause,
        String group,
        String description)
        implements Stored {
    public enum Kind {
        REGULAR,
        BASE
    }

    public RowRule {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(clause, "clause");
        datasets = Set.copyOf(datasets);
        roles = Set.copyOf(roles);
    }
}
