package dev.karavel.query;

import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.User;
import dev.karavel.api.catalog.Users;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Everybody is there, and is known by an address. */
final class OnlyEmails extends World.Kept<User> implements Users {
    @Override
    public Optional<User> find(long id) {
        return Optional.of(new User(
                id,
                new UUID(0, id),
                1,
                "user" + id,
                "",
                "",
                "user" + id + "@example.org",
                true,
                Set.of(),
                Stamp.none()));
    }

    @Override
    public Optional<User> findByName(String username) {
        return Optional.empty();
    }

    @Override
    public Optional<String> passwordHash(long userId) {
        return Optional.empty();
    }

    @Override
    public void setPasswordHash(long userId, String hash) {
        throw new UnsupportedOperationException("Nobody signs in here");
    }
}
