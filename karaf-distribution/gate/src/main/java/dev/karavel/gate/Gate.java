package dev.karavel.gate;

import java.time.Duration;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.url.URLConstants;
import org.osgi.service.url.URLStreamHandlerService;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts when {@code mvn:} addresses can be opened, so that whatever has a higher start level finds their handler there. */
public final class Gate implements BundleActivator {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Duration longest;

    public Gate() {
        this(LONGEST);
    }

    Gate(Duration longest) {
        this.longest = longest;
    }

    /** Holds the thread that raises the start level: the handler is registered by another. */
    @Override
    public void start(BundleContext context) throws InterruptedException, InvalidSyntaxException {
        Filter handler = context.createFilter("(&(" + Constants.OBJECTCLASS + "="
                + URLStreamHandlerService.class.getName() + ")(" + URLConstants.URL_HANDLER_PROTOCOL + "=mvn))");
        ServiceTracker<?, ?> handlers = new ServiceTracker<>(context, handler, null);
        handlers.open();
        try {
            if (handlers.waitForService(longest.toMillis()) == null) {
                LOG.warn("No handler of mvn: addresses after {}; the features service starts without it", longest);
            }
        } finally {
            handlers.close();
        }
    }

    @Override
    public void stop(BundleContext context) {}
}
