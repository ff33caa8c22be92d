package dev.karavel.web.page;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/** Files of the application whose name holds a hash of their content never change; the others are asked for again. */
@Component(service = Filter.class)
@HttpWhiteboardFilterName("karavel-static-caching")
@HttpWhiteboardFilterPattern("/static/*")
@HttpWhiteboardFilterAsyncSupported
public final class StaticCaching implements Filter {
    private static final Pattern HASHED =
            Pattern.compile(".*/assets/.*[-.][A-Za-z0-9_-]{8,}\\.(js|css|woff2?|svg|png|json|wasm|map)$");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = ((HttpServletRequest) request).getRequestURI();
        ((HttpServletResponse) response).setHeader("Cache-Control", cacheControl(path));
        chain.doFilter(request, response);
    }

    static String cacheControl(String path) {
        return HASHED.matcher(path).matches() ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
