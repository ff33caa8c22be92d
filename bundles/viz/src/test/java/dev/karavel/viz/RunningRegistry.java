package dev.karavel.viz;

import dev.karavel.viz.trust.SignatureRule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.service.event.EventAdmin;

/** A registry on a framework of its own. */
public record RunningRegistry(Framework framework, PluginRegistry registry) implements AutoCloseable {
    public static RunningRegistry start(Path folder, EventAdmin events, SignatureRule rule) throws Exception {
        Framework framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        folder.toString(),
                        "felix.bootdelegation.implicit",
                        "false",
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        "dev.karavel.spi.viz;version=1.0,dev.karavel.spi.data;version=1.0"));
        framework.start();
        PluginRegistry registry = new PluginRegistry(framework.getBundleContext(), events, rule, Duration.ofSeconds(5));
        registry.open();
        return new RunningRegistry(framework, registry);
    }

    public BundleContext context() {
        return framework.getBundleContext();
    }

    /** The same framework under another rule. */
    public RunningRegistry again(EventAdmin events, SignatureRule rule) {
        registry.close();
        PluginRegistry next = new PluginRegistry(framework.getBundleContext(), events, rule);
        next.open();
        return new RunningRegistry(framework, next);
    }

    @Override
    public void close() {
        registry.close();
        try {
            framework.stop();
            framework.waitForStop(10_000);
        } catch (BundleException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
