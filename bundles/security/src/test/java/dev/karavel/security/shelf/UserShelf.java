package dev.karavel.security.shelf;

import dev.karavel.api.catalog.User;
import dev.karavel.api.catalog.Users;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Users in memory. */
public final class UserShelf extends Shelf<User> implements Users {
    private final Map<Long, String> hashes = new HashMap<>();

    @Override
    protected User numbered(User user, long id) {
        return new User(
                id,
                user.uuid(),
                1,
                user.username(),
                user.firstName(),
                user.lastName(),
                user.email(),
                user.active(),
                user.roles(),
                user.stamp());
    }

    @Override
    public Optional<User> findByName(String username) {
        return all().stream()
                .filter(user -> user.username().equalsIgnoreCase(username))
                .findFirst();
    }

    @Override
    public Optional<String> passwordHash(long userId) {
        return Optional.ofNullable(hashes.get(userId));
    }

    @Override
    public void setPasswordHash(long userId, String hash) {
        hashes.put(userId, hash);
    }

    public void deactivate(User user) {
        save(new User(
                user.id(),
                user.uuid(),
                user.version(),
                user.username(),
                user.firstName(),
                user.lastName(),
                user.email(),
                false,
                user.roles(),
                user.stamp()));
    }
}
