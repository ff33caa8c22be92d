package dev.karavel.web.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Tokens;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/**
 * Every request of every context passes here: headers, size, who it is, whether a write was meant. What is not open needs a
 * sign-in, whoever serves it; REST routes ask for rights themselves.
 */
@Component(service = Filter.class, property = "service.ranking:Integer=1000")
@HttpWhiteboardFilterName("karavel-gate")
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=*)")
public final class Gate implements Filter {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS");

    private static final byte[] NOBODY = "This node serves nobody: it has not the role web\n".getBytes(UTF_8);

    private final Proofs proofs;
    private final Tokens tokens;
    private final RunningRequests running;
    private final WebSettings settings;
    private final Drain drain;
    private final Entrances entrances;

    @Activate
    public Gate(
            @Reference Proofs proofs,
            @Reference Tokens tokens,
            @Reference RunningRequests running,
            @Reference WebSettings settings,
            @Reference Drain drain,
            @Reference Entrances entrances) {
        this.proofs = proofs;
        this.tokens = tokens;
        this.running = running;
        this.settings = settings;
        this.drain = drain;
        this.entrances = entrances;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException {
        HttpServletResponse answer = (HttpServletResponse) response;
        drain.entered();
        try {
            if (drain.isLeaving()) {
                // whoever keeps the connection would send the next request here
                answer.setHeader("Connection", "close");
            }
            pass((HttpServletRequest) request, answer, chain);
        } finally {
            drain.left();
        }
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException {
        String path = Paths.of(request);
        if (!entrances.admits(path)) {
            Replies.bytes(response, HttpServletResponse.SC_NOT_FOUND, "text/plain", NOBODY);
            return;
        }
        boolean secure = Transport.secure(request, settings);
        SecurityHeaders.put(response, path, secure, settings.maps());
        try {
            if (!METHODS.contains(request.getMethod())) {
                throw new KaravelException(ErrorCode.INVALID_REQUEST, "Not a method this server takes");
            }
            Visitor visitor = proofs.visitor(request, path);
            proofs.requireIntent(request, path, visitor);
            if (visitor.principal().anonymous() && !Paths.isOpen(path) && !Paths.isApi(path)) {
                turnAway(request, response, path);
                return;
            }
            proofs.renewed(visitor)
                    .ifPresent(token -> Cookies.put(response, token, tokens.lifetime(Tokens.Kind.SESSION), secure));
            RunningRequests.Turn turn = running.begin(request, visitor);
            try {
                long limit = Paths.takesFiles(path) ? settings.uploadLimit() : settings.bodyLimit();
                chain.doFilter(new BoundedRequest(request, visitor, limit), response);
            } finally {
                turn.end();
            }
        } catch (ServletException | RuntimeException e) {
            Replies.fail(response, e instanceof ServletException && e.getCause() != null ? e.getCause() : e);
        } finally {
            Leftovers.read(request);
        }
    }

    private static void turnAway(HttpServletRequest request, HttpServletResponse response, String path)
            throws IOException {
        String accept = request.getHeader("Accept");
        boolean file = path.startsWith("/plugins/") && !path.equals("/plugins/");
        boolean page = request.getMethod().equals("GET") && !file;
        if (page && (accept == null || accept.contains("text/html") || accept.contains("*/*"))) {
            String query = request.getQueryString();
            String next = request.getRequestURI() + (query == null ? "" : "?" + query);
            Replies.redirect(response, HttpServletResponse.SC_FOUND, path.equals("/") ? "/login/" : Paths.signIn(next));
        } else {
            Replies.fail(response, new KaravelException(ErrorCode.UNAUTHENTICATED, "Sign in first"));
        }
    }
}
