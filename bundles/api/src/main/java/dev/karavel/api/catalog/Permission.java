package dev.karavel.api.catalog;

import java.util.Objects;

/** May do {@code action} with {@code view}: ("can_read", "Dashboard"), ("datasource_access", "[warehouse].[flights](id:3)"). */
public record Permission(String action, String view) {
    public Permission {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(view, "view");
    }
}
