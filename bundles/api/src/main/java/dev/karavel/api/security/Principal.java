package dev.karavel.api.security;

import java.util.Objects;
import java.util.Set;

/** Who is asking. Never stored: a task keeps the id and asks again. */
public record Principal(long userId, String username, String fullName, Set<String> roles, boolean anonymous) {
    public Principal {
        Objects.requireNonNull(username, "username");
        roles = Set.copyOf(roles);
    }

    public boolean isAdmin() {
        return roles.contains("Admin");
    }
}
