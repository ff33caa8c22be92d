package dev.karavel.web.page;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Tokens;
import dev.karavel.api.web.ApplicationShell;
import dev.karavel.web.gate.Cookies;
import dev.karavel.web.gate.Nonce;
import dev.karavel.web.gate.Paths;
import dev.karavel.web.gate.Replies;
import dev.karavel.web.gate.SecurityHeaders;
import dev.karavel.web.gate.Transport;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.gate.WebSettings;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The pages people open: one application for all, redirects for old addresses. The gate has let only the signed in past. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("karavel-pages")
@HttpWhiteboardServletPattern("/*")
public final class Pages extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Set<String> FIRST_WORDS = Set.of(
            "login",
            "welcome",
            "dashboard",
            "chart",
            "explore",
            "dataset",
            "tablemodelview",
            "database",
            "databaseview",
            "sqllab",
            "savedqueryview",
            "plugin",
            "users",
            "roles",
            "rowlevelsecurity",
            "profile",
            "user_info",
            "tag",
            "tags",
            "trash",
            "annotationlayer",
            "alert",
            "report",
            "csstemplatemodelview",
            "theme",
            "actionlog",
            "task");

    private static final String HOME = "/welcome/";

    private final transient ApplicationShell shell;
    private final transient Bootstrap bootstrap;
    private final transient SignInPage signIn;
    private final transient Tokens tokens;
    private final transient WebSettings settings;

    @Activate
    public Pages(
            @Reference ApplicationShell shell,
            @Reference Bootstrap bootstrap,
            @Reference SignInPage signIn,
            @Reference Tokens tokens,
            @Reference WebSettings settings) {
        this.shell = shell;
        this.bootstrap = bootstrap;
        this.signIn = signIn;
        this.tokens = tokens;
        this.settings = settings;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Paths.of(request);
        boolean signedIn = !Visitor.of(request).principal().anonymous();
        if (path.equals("/")) {
            Replies.redirect(
                    response,
                    HttpServletResponse.SC_FOUND,
                    bootstrap.preferences(Visitor.of(request)).getOrDefault("landing", HOME));
        } else if (path.equals("/login")) {
            Replies.redirect(
                    response, HttpServletResponse.SC_FOUND, Paths.signIn(Paths.local(request.getParameter("next"))));
        } else if (path.equals("/login/") && signedIn) {
            Replies.redirect(response, HttpServletResponse.SC_FOUND, Paths.local(request.getParameter("next")));
        } else if (path.equals("/logout/")) {
            signOut(request, response);
        } else if (path.startsWith("/static/") || path.equals("/favicon.ico")) {
            Replies.bytes(response, HttpServletResponse.SC_NOT_FOUND, "text/plain", new byte[0]);
        } else {
            Optional<String> moved =
                    OldAddresses.redirect(path).flatMap(target -> encoded(target, request.getQueryString()));
            if (moved.isPresent()) {
                Replies.redirect(response, 308, moved.get());
            } else {
                page(request, response, known(path) ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NOT_FOUND);
            }
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Paths.of(request);
        if (path.equals("/login/") || path.equals("/login")) {
            signIn.submit(request, response);
        } else if (path.equals("/logout/")) {
            signOut(request, response);
        } else {
            Replies.fail(response, KaravelException.invalid("", "This address takes GET only"));
        }
    }

    private void signOut(HttpServletRequest request, HttpServletResponse response) {
        Visitor visitor = Visitor.of(request);
        if (visitor.proof() == Visitor.Proof.COOKIE) {
            tokens.revoke(visitor.token());
        }
        Cookies.clear(response, Transport.secure(request, settings));
        Replies.redirect(response, HttpServletResponse.SC_SEE_OTHER, "/login/");
    }

    private void page(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        String nonce = Nonce.next();
        SecurityHeaders.allow(response, nonce, settings.maps());
        Visitor visitor = Visitor.of(request);
        String locale = Languages.locale(bootstrap.preferences(visitor), request.getHeader("Accept-Language"));
        Replies.bytes(
                response,
                status,
                "text/html;charset=utf-8",
                shell.page(nonce, bootstrap.of(visitor, locale), Languages.language(locale)));
    }

    private static boolean known(String path) {
        int end = path.indexOf('/', 1);
        return FIRST_WORDS.contains(path.substring(1, end < 0 ? path.length() : end));
    }

    private static Optional<String> encoded(String path, String query) {
        try {
            String target = new URI(null, null, path, null).toASCIIString();
            return Optional.of(query == null ? target : target + "?" + query);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
