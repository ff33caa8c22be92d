package dev.karavel.web.gate;

import dev.karavel.api.security.Principal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Set;

/**
 * Who asks, and how they proved it. The gate puts it into each request; a request that did not pass the gate is anonymous.
 *
 * @param token the proof, or empty
 */
public record Visitor(Principal principal, Proof proof, String token) implements java.security.Principal {
    /** How somebody proved who they are. */
    public enum Proof {
        NONE,
        COOKIE,
        BEARER,
        /** The browser that draws pictures on the server. */
        PICTURE
    }

    private static final Visitor NOBODY = new Visitor(new Principal(0, "", "", Set.of("Public"), true), Proof.NONE, "");

    @Override
    public String getName() {
        return principal.username();
    }

    public static Visitor of(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Visitor visitor ? visitor : NOBODY;
    }

    public static Visitor of(SecurityContext context) {
        return context.getUserPrincipal() instanceof Visitor visitor ? visitor : NOBODY;
    }

    public static Principal principal(SecurityContext context) {
        return of(context).principal;
    }

    @Override
    public String toString() {
        return "Visitor[" + principal.username() + " " + proof + "]";
    }
}
