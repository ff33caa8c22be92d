package dev.karavel.web.gate;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Identities;
import dev.karavel.api.security.Tokens;
import dev.karavel.web.gate.Visitor.Proof;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds out who asks, by Bearer token or session cookie, and whether a write with a cookie was meant. */
@Component(service = Proofs.class)
public final class Proofs {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String BEARER = "Bearer ";

    private final Tokens tokens;
    private final Identities identities;

    @Activate
    public Proofs(@Reference Tokens tokens, @Reference Identities identities) {
        this.tokens = tokens;
        this.identities = identities;
    }

    /** @throws KaravelException UNAUTHENTICATED for a Bearer token that is not valid (any more) */
    Visitor visitor(HttpServletRequest request, String path) {
        Visitor nobody = new Visitor(identities.anonymous(), Proof.NONE, "");
        if (Paths.issuesTokens(path) && Paths.isApi(path)) {
            return nobody;
        }
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            String token = authorization.substring(BEARER.length()).trim();
            return tokens.verify(Tokens.Kind.ACCESS, token)
                    .map(principal -> new Visitor(principal, Proof.BEARER, token))
                    .or(() -> Paths.isMetrics(path) ? Optional.of(nobody) : Optional.empty())
                    .orElseThrow(() ->
                            new KaravelException(ErrorCode.UNAUTHENTICATED, "The token is not valid or has expired"));
        }
        String session = Cookies.session(request);
        return session.isEmpty()
                ? nobody
                : tokens.verify(Tokens.Kind.SESSION, session)
                        .map(principal -> new Visitor(principal, Proof.COOKIE, session))
                        .or(() -> tokens.verify(Tokens.Kind.PICTURE, session)
                                .map(principal -> new Visitor(principal, Proof.PICTURE, session)))
                        .orElse(nobody);
    }

    /** @throws KaravelException FORBIDDEN for a write with a cookie that another site could have caused */
    void requireIntent(HttpServletRequest request, String path, Visitor visitor) {
        if (visitor.proof() == Proof.PICTURE && !READING.contains(request.getMethod()) && !Paths.asksForData(path)) {
            throw new KaravelException(ErrorCode.FORBIDDEN, "Whoever draws a picture may only read");
        }
        if (visitor.proof() != Proof.COOKIE || READING.contains(request.getMethod()) || Paths.issuesTokens(path)) {
            return;
        }
        String csrf = request.getHeader("X-CSRFToken");
        if (csrf == null || !tokens.csrfMatches(visitor.token(), csrf)) {
            throw new KaravelException(
                    ErrorCode.FORBIDDEN,
                    "The header X-CSRFToken is missing or wrong; GET /api/v1/security/csrf_token/ tells it");
        }
    }

    /** A fresh cookie for a session that is half over. */
    Optional<String> renewed(Visitor visitor) {
        return visitor.proof() == Proof.COOKIE ? tokens.renew(visitor.token()) : Optional.empty();
    }
}
