package dev.karavel.viz.plugin;

import java.util.List;
import java.util.function.Consumer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the bundles that say they have visualizations. */
public final class PluginTracker implements BundleTrackerCustomizer<Long>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PluginTracker.class);
    private static final String CAPABILITY = "karavel.visualization";

    private final PluginReader reader = new PluginReader();
    private final Catalog catalog;
    private final Consumer<List<Catalog.Change>> news;
    private final BundleTracker<Long> tracker;

    public PluginTracker(BundleContext context, Catalog catalog, Consumer<List<Catalog.Change>> news) {
        this.catalog = catalog;
        this.news = news;
        this.tracker = new BundleTracker<>(context, Bundle.ACTIVE | Bundle.STARTING, this);
    }

    public void open() {
        tracker.open();
    }

    @Override
    public void close() {
        tracker.close();
    }

    @Override
    public Long addingBundle(Bundle bundle, BundleEvent event) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision == null || revision.getDeclaredCapabilities(CAPABILITY).isEmpty() || !running(bundle)) {
            return null;
        }
        InstalledPlugin plugin = reader.read(bundle);
        report(plugin);
        news.accept(catalog.add(bundle.getBundleId(), plugin));
        return bundle.getBundleId();
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Long id) {}

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Long id) {
        List<Catalog.Change> changes = catalog.remove(id);
        LOG.info("Plugin {} {} is gone", bundle.getSymbolicName(), bundle.getVersion());
        news.accept(changes);
    }

    // A bundle that starts when its first class is needed is ready before that.
    private static boolean running(Bundle bundle) {
        String policy = bundle.getHeaders("").get(Constants.BUNDLE_ACTIVATIONPOLICY);
        return bundle.getState() == Bundle.ACTIVE || policy != null && policy.startsWith(Constants.ACTIVATION_LAZY);
    }

    private static void report(InstalledPlugin plugin) {
        String name = plugin.symbolicName();
        if (!plugin.problem().isEmpty()) {
            LOG.warn("Plugin {} {} refused: {}", name, plugin.version(), plugin.problem());
        }
        for (FoundVisualization found : plugin.visualizations()) {
            if (!found.shown().ready()) {
                LOG.warn(
                        "Visualization of plugin {} {} refused: {}",
                        name,
                        plugin.version(),
                        found.shown().problem());
            }
        }
        List<String> ready = plugin.visualizations().stream()
                .filter(found -> found.shown().ready())
                .map(found -> found.shown().vizType())
                .toList();
        if (!ready.isEmpty()) {
            LOG.info("Plugin {} {} brings {}", name, plugin.version(), String.join(", ", ready));
        }
    }
}
