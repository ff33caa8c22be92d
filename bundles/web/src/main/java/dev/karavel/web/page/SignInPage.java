package dev.karavel.web.page;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Principal;
import dev.karavel.api.security.Tokens;
import dev.karavel.web.account.SignInDesk;
import dev.karavel.web.gate.Cookies;
import dev.karavel.web.gate.Paths;
import dev.karavel.web.gate.Replies;
import dev.karavel.web.gate.Transport;
import dev.karavel.web.gate.WebSettings;
import dev.karavel.web.json.Fields;
import dev.karavel.web.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes name and password from the sign-in page and answers with the session cookie. */
@Component(service = SignInPage.class)
public final class SignInPage {
    private final SignInDesk desk;
    private final Tokens tokens;
    private final WebSettings settings;

    @Activate
    public SignInPage(@Reference SignInDesk desk, @Reference Tokens tokens, @Reference WebSettings settings) {
        this.desk = desk;
        this.tokens = tokens;
        this.settings = settings;
    }

    void submit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        requireOwnPage(request);
        Fields fields = new Fields(Json.mapper().readTree(request.getInputStream()));
        Principal principal = desk.signIn(
                fields.requiredText("username"), fields.requiredText("password"), Transport.client(request, settings));
        String token = tokens.issue(Tokens.Kind.SESSION, principal);
        Cookies.put(response, token, tokens.lifetime(Tokens.Kind.SESSION), Transport.secure(request, settings));
        Replies.json(response, HttpServletResponse.SC_OK, Map.of("next", Paths.local(fields.text("next", "/"))));
    }

    /** Another site could else sign people in under its own account: only a script of our page can send this type. */
    private static void requireOwnPage(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw KaravelException.invalid("", "Send the body as application/json");
        }
        if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            throw new KaravelException(ErrorCode.FORBIDDEN, "Sign in from the sign-in page");
        }
    }
}
