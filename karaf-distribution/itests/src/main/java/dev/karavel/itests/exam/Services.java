package dev.karavel.itests.exam;

import java.time.Duration;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** Waits for services of the container. */
final class Services {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private Services() {}

    static Object await(BundleContext context, String type) {
        ServiceTracker<Object, Object> tracker = new ServiceTracker<>(context, type, null);
        tracker.open(true);
        try {
            Object service = tracker.waitForService(LONGEST.toMillis());
            if (service == null) {
                throw new AssertionError("No service " + type + " within " + LONGEST);
            }
            return service;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + type, e);
        } finally {
            tracker.close();
        }
    }
}
