package dev.karavel.web.page;

import dev.karavel.web.gate.Entrances;
import dev.karavel.web.gate.Paths;
import dev.karavel.web.gate.Replies;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.Preprocessor;

/**
 * Who comes while the server starts is asked to come again: an address that nobody serves yet is not an address that does not
 * exist, and a page that was open would take it for that. Once open, it stays open, whatever is replaced meanwhile.
 */
@Component(service = Preprocessor.class)
public final class Opening implements Preprocessor {
    private static final byte[] WORDS = "The server is starting.\n".getBytes(StandardCharsets.UTF_8);

    private final Readiness readiness;
    private volatile boolean open;

    @Activate
    public Opening(BundleContext context, @Reference Entrances entrances) {
        readiness = new Readiness(context, entrances.isOpen());
    }

    @Override
    public void init(FilterConfig config) {
        // nothing to set up
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (open || Paths.isHealth(((HttpServletRequest) request).getRequestURI())) {
            chain.doFilter(request, response);
        } else if (readiness.missing().isEmpty()) {
            open = true;
            chain.doFilter(request, response);
        } else {
            HttpServletResponse answer = (HttpServletResponse) response;
            answer.setHeader("Cache-Control", "no-store");
            answer.setHeader("Retry-After", "1");
            Replies.bytes(answer, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "text/plain;charset=utf-8", WORDS);
        }
    }

    @Override
    public void destroy() {
        // nothing to give back
    }
}
