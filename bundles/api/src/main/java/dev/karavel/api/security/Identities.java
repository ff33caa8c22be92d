package dev.karavel.api.security;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Who people are. Safe for several threads. */
@ProviderType
public interface Identities {
    /**
     * Checks a name and password; costs a tenth of a second on purpose, also for unknown names.
     *
     * @throws dev.karavel.api.error.KaravelException UNAUTHENTICATED with the same words for a wrong name, a wrong password and
     *     an inactive account; TOO_MANY_REQUESTS after many failures
     */
    Principal signIn(String username, String password);

    /** The user as of now; empty if gone or inactive. */
    Optional<Principal> find(long userId);

    /** What somebody who did not sign in is: the role Public. */
    Principal anonymous();
}
