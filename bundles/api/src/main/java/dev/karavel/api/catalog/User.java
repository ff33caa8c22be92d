package dev.karavel.api.catalog;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** A person who can sign in. The password's hash is not part of it: see {@link Users#passwordHash}. */
public record User(
        long id,
        UUID uuid,
        int version,
        String username,
        String firstName,
        String lastName,
        String email,
        boolean active,
        Set<String> roles,
        Stamp stamp)
        implements Stored {
    public User {
        Objects.requireNonNull(username, "username");
        roles = Set.copyOf(roles);
    }

    public String fullName() {
        String name = (firstName + " " + lastName).trim();
        return name.isEmpty() ? username : name;
    }
}
