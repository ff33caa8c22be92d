package dev.karavel.api.security;

import java.time.Duration;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Signed proofs of who somebody is. They end with their time, with a change of the password and with the account. Any node of
 * the cluster accepts what another one issued. A proof of one kind is never accepted as another.
 */
@ProviderType
public interface Tokens {
    enum Kind {
        /** In the browser's cookie. */
        SESSION,
        /** In the Authorization header. */
        ACCESS,
        /** Buys a new access token, nothing else. */
        REFRESH,
        /** In the cookie of the browser that draws pictures for somebody on the server: for minutes, and to read only. */
        PICTURE
    }

    String issue(Kind kind, Principal principal);

    /** Empty for anything that is not a valid proof of that kind; never throws. */
    Optional<Principal> verify(Kind kind, String token);

    Duration lifetime(Kind kind);

    /**
     * A fresh proof for a session that is half over, with the same CSRF token; empty while it is young, when it is not valid, and
     * when it has been renewed for so long that its owner has to sign in again.
     */
    Optional<String> renew(String session);

    /** Ends one proof before its time: somebody signed out. Other nodes hear of it by event; a restart forgets it. */
    void revoke(String token);

    /** The token that writes with this session have to carry. */
    String csrf(String session);

    /** In constant time. */
    boolean csrfMatches(String session, String csrf);
}
