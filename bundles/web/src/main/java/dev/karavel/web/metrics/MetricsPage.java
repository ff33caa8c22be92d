package dev.karavel.web.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.karavel.api.error.KaravelException;
import dev.karavel.web.gate.Replies;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** What the server counts, for a collector such as Prometheus. Open at the gate: {@link MetricsAccess} decides. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("karavel-metrics")
@HttpWhiteboardServletPattern("/metrics")
public final class MetricsPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final transient MetricsAccess access;
    private final transient Measures measures;

    @Activate
    public MetricsPage(@Reference MetricsAccess access, @Reference Measures measures) {
        this.access = access;
        this.measures = measures;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            access.require(request);
            response.setHeader("Cache-Control", "no-store");
            Replies.bytes(
                    response, HttpServletResponse.SC_OK, FORMAT, measures.text().getBytes(UTF_8));
        } catch (KaravelException e) {
            Replies.fail(response, e);
        }
    }
}
