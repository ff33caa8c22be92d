package dev.karavel.api.catalog;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The people. */
@ProviderType
public interface Users extends Repository<User> {
    /** Whatever the case of letters. */
    Optional<User> findByName(String username);

    /** The hash in PHC format ({@code $argon2id$…}); empty if no password was set. */
    Optional<String> passwordHash(long userId);

    void setPasswordHash(long userId, String hash);
}
