package dev.karavel.api.catalog;

import java.util.Set;

/** What of a list somebody may see. */
public sealed interface Visibility {
    record All() implements Visibility {}

    /** Own things, charts on these datasets, published dashboards on these datasets or given to these roles. */
    record Limited(long userId, Set<Long> datasets, Set<String> roles) implements Visibility {
        public Limited {
            datasets = Set.copyOf(datasets);
            roles = Set.copyOf(roles);
        }
    }
}
