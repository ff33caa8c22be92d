package dev.karavel.web.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Principal;
import dev.karavel.api.security.Tokens;
import dev.karavel.web.gate.Transport;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.gate.WebSettings;
import dev.karavel.web.json.Fields;
import dev.karavel.web.rest.Open;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import dev.karavel.web.rest.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tokens for scripts, and the CSRF token for pages. */
@Component(service = SecurityResource.class)
@RestResource
@Path("security")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SecurityResource {
    private static final String BEARER = "Bearer ";

    private final SignInDesk desk;
    private final Tokens tokens;
    private final WebSettings settings;

    @Activate
    public SecurityResource(@Reference SignInDesk desk, @Reference Tokens tokens, @Reference WebSettings settings) {
        this.desk = desk;
        this.tokens = tokens;
        this.settings = settings;
    }

    @POST
    @Path("login")
    @Open
    @Says(
            value = "Sign in and get an access token, and a refresh token if asked for",
            body = {"username*", "password*", "provider", "refresh"})
    public Map<String, Object> login(JsonNode body, @Context HttpServletRequest request) {
        Fields fields = new Fields(body);
        String provider = fields.text("provider", "db");
        if (!provider.equals("db")) {
            throw KaravelException.invalid("provider", "The only provider is db");
        }
        Principal principal = desk.signIn(
                fields.requiredText("username"), fields.requiredText("password"), Transport.client(request, settings));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("access_token", tokens.issue(Tokens.Kind.ACCESS, principal));
        if (fields.flag("refresh", false)) {
            result.put("refresh_token", tokens.issue(Tokens.Kind.REFRESH, principal));
        }
        return result;
    }

    @POST
    @Path("refresh")
    @Consumes(MediaType.WILDCARD)
    @Open
    @Says("Exchange a refresh token, sent as Bearer token, for an access token")
    public Map<String, Object> refresh(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        String token = authorization != null && authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length())
                : "";
        Principal principal = tokens.verify(Tokens.Kind.REFRESH, token.trim())
                .orElseThrow(() -> new KaravelException(
                        ErrorCode.UNAUTHENTICATED, "The refresh token is not valid or has expired"));
        return Map.of("access_token", tokens.issue(Tokens.Kind.ACCESS, principal));
    }

    @GET
    @Path("csrf_token/")
    @SignedIn
    @Says("The token that writes with the session cookie carry in X-CSRFToken")
    public Map<String, Object> csrf(@Context SecurityContext context) {
        Visitor visitor = Visitor.of(context);
        boolean cookie = visitor.proof() == Visitor.Proof.COOKIE;
        return Map.of("result", cookie ? tokens.csrf(visitor.token()) : "not-needed-with-a-bearer-token");
    }
}
