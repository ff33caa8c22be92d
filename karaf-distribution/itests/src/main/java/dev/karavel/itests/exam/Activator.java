package dev.karavel.itests.exam;

import java.util.Hashtable;
import java.util.Map;
import org.ops4j.pax.exam.ProbeInvokerFactory;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Offers the container's side of the driver to Pax Exam. */
public final class Activator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        context.registerService(
                ProbeInvokerFactory.class,
                (probe, expression) -> new JupiterInvoker((BundleContext) probe),
                new Hashtable<>(Map.of("driver", Host.DRIVER)));
    }

    @Override
    public void stop(BundleContext context) {
        // the framework takes the service back
    }
}
