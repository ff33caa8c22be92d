package dev.karavel.api.security;

import dev.karavel.api.catalog.User;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Making accounts and changing passwords. */
@ProviderType
public interface Accounts {
    /**
     * @throws dev.karavel.api.error.KaravelException INVALID_REQUEST with the field (unknown role, weak password), CONFLICT if
     *     the name is taken
     */
    User add(String username, String firstName, String lastName, String email, Set<String> roles, String password);

    /** Ends all sessions and tokens of the user. */
    void changePassword(String username, String password);
}
