package dev.karavel.web.event;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Principal;
import dev.karavel.web.gate.Visitor;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** News for open pages: a snapshot first, then what changes. A servlet, since Jersey would hold a thread for a slow reader. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("karavel-events")
@HttpWhiteboardServletPattern("/karavel/events")
@HttpWhiteboardServletAsyncSupported
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.path=/api/v1)")
public final class EventStream extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Listeners listeners;

    @Activate
    public EventStream(@Reference Listeners listeners) {
        this.listeners = listeners;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Principal principal = Visitor.of(request).principal();
        if (principal.anonymous()) {
            throw new KaravelException(ErrorCode.UNAUTHENTICATED, "Sign in first");
        }
        listeners.requirePlace(principal.userId());
        response.setContentType("text/event-stream;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        Listener listener = new Listener(principal.userId(), context, listeners::remove);
        listeners.add(listener);
        listener.open();
    }
}
