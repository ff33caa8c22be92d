package dev.karavel.viz.sample;

import dev.karavel.spi.viz.VisualizationType;
import java.util.Hashtable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Brings the sample's service as its DS component would. */
public final class SampleActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        context.registerService(VisualizationType.class, new SampleType(), new Hashtable<>());
    }

    @Override
    public void stop(BundleContext context) {}
}
