package dev.karavel.web.page;

import dev.karavel.web.gate.Drain;
import dev.karavel.web.gate.Entrances;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Whether the server can do its work: open to all, and there before everything else is. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("karavel-health")
@HttpWhiteboardServletPattern({"/health", "/healthcheck", "/ping"})
public final class Health extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Readiness readiness;
    private final transient Drain drain;

    @Activate
    public Health(BundleContext context, @Reference Drain drain, @Reference Entrances entrances) {
        readiness = new Readiness(context, entrances.isOpen());
        this.drain = drain;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String missing = drain.isLeaving() ? "the server is leaving" : readiness.missing();
        boolean ready = missing.isEmpty();
        byte[] body = (ready ? "OK" : "Not ready: " + missing).getBytes(StandardCharsets.UTF_8);
        response.setStatus(ready ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("text/plain;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
