package dev.karavel.viz.house;

import dev.karavel.api.catalog.PluginRecord;
import dev.karavel.viz.plugin.InstalledPlugin;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the bundles of this node what the records say. Called by one thread. */
final class NodeBundles {
    private static final Logger LOG = LoggerFactory.getLogger(NodeBundles.class);
    private static final String UPLOADED = "karavel-upload:";

    private final BundleContext context;
    private final Function<PluginRecord, Optional<byte[]>> jars;

    NodeBundles(BundleContext context, Function<PluginRecord, Optional<byte[]>> jars) {
        this.context = context;
        this.jars = jars;
    }

    void follow(List<PluginRecord> records) {
        Set<String> wanted = records.stream()
                .filter(PluginRecord::installed)
                .map(NodeBundles::location)
                .collect(Collectors.toSet());
        List<Bundle> gone = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getLocation().startsWith(UPLOADED) && !wanted.contains(bundle.getLocation()))
                .toList();
        gone.forEach(this::uninstall);
        for (PluginRecord each : records) {
            if (each.installed() && context.getBundle(location(each)) == null) {
                install(each);
            }
        }
        if (!gone.isEmpty()) {
            // Without it the classes of what is gone would stay.
            context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                    .adapt(FrameworkWiring.class)
                    .refreshBundles(gone);
        }
        records.forEach(this::run);
    }

    private void install(PluginRecord plugin) {
        Optional<byte[]> jar = jars.apply(plugin);
        if (jar.isEmpty()) {
            return;
        }
        try {
            context.installBundle(location(plugin), new ByteArrayInputStream(jar.get()));
        } catch (BundleException e) {
            LOG.error("Plugin {} {} cannot be installed here", plugin.symbolicName(), plugin.version(), e);
        }
    }

    private void run(PluginRecord plugin) {
        for (Bundle bundle : context.getBundles()) {
            boolean mine = plugin.is(
                    String.valueOf(bundle.getSymbolicName()),
                    bundle.getVersion().toString());
            boolean up = bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STARTING;
            try {
                if (mine && plugin.enabled() && !up) {
                    bundle.start(Bundle.START_ACTIVATION_POLICY);
                } else if (mine && !plugin.enabled() && up) {
                    bundle.stop();
                }
            } catch (BundleException e) {
                LOG.warn("Plugin {} {}: {}", plugin.symbolicName(), plugin.version(), e.getMessage());
            }
        }
    }

    void uninstall(Bundle bundle) {
        try {
            if (bundle.getState() != Bundle.UNINSTALLED) {
                bundle.uninstall();
            }
        } catch (BundleException e) {
            LOG.warn("Plugin {} cannot be taken away", bundle.getSymbolicName(), e);
        }
    }

    Optional<Bundle> find(InstalledPlugin plugin) {
        return Optional.ofNullable(context.getBundle(plugin.bundle()));
    }

    private static String location(PluginRecord plugin) {
        return UPLOADED + plugin.symbolicName() + "/" + plugin.version() + "/" + plugin.digest();
    }
}
