package dev.karavel.web.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Requests that may be called off: a page names its request, and says when nobody waits for the answer any more. A server cannot
 * see by itself that a reader of HTTP/1.1 went away while it computes.
 */
@Component(service = RunningRequests.class)
public final class RunningRequests {
    /** Names a request; 8 to 64 letters, digits and hyphens, chosen at random. */
    public static final String HEADER = "X-Karavel-Request";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{8,64}");

    private final Map<Name, Running> running = new ConcurrentHashMap<>();

    /** The time a thread works for a request. */
    interface Turn {
        void end();
    }

    /** Names are only valid together with who asked. */
    private record Name(long user, String request) {}

    /** The end of a request and its interruption exclude each other, so that no later request is interrupted in its place. */
    private static final class Running {
        private Thread thread = Thread.currentThread();

        synchronized boolean interrupt() {
            if (thread != null) {
                thread.interrupt();
            }
            return thread != null;
        }

        synchronized void end() {
            thread = null;
            // clears what came too late
            Thread.interrupted();
        }
    }

    @Activate
    public RunningRequests() {
        // nothing to prepare
    }

    /** The calling thread works for this request from now on; end it when it is done. */
    Turn begin(HttpServletRequest request, Visitor visitor) {
        String header = request.getHeader(HEADER);
        if (header == null || !NAME.matcher(header).matches()) {
            return () -> {};
        }
        Name name = new Name(visitor.principal().userId(), header);
        Running mine = new Running();
        if (running.putIfAbsent(name, mine) != null) {
            return () -> {};
        }
        return () -> {
            running.remove(name, mine);
            mine.end();
        };
    }

    /** Interrupts the thread that works for it; whether there was one. */
    public boolean callOff(Visitor visitor, String request) {
        Running found = running.get(new Name(visitor.principal().userId(), request));
        return found != null && found.interrupt();
    }
}
