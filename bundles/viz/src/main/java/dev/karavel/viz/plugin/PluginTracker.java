package dev.karavel.viz.plugin;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the bundles that say they are plugins, running or not. */
public final class PluginTracker implements BundleTrackerCustomizer<Long>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PluginTracker.class);
    private static final int ANY =
            Bundle.INSTALLED | Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

    private final PluginReader reader = new PluginReader();
    private final Catalog catalog;
    private final Consumer<List<Catalog.Change>> news;
    private final Distrust distrust;
    private final BundleTracker<Long> tracker;

    public PluginTracker(
            BundleContext context, Catalog catalog, Consumer<List<Catalog.Change>> news, Distrust distrust) {
        this.catalog = catalog;
        this.news = news;
        this.distrust = distrust;
        this.tracker = new BundleTracker<>(context, ANY, this);
    }

    public void open() {
        distrust.open();
        tracker.open();
    }

    @Override
    public void close() {
        tracker.close();
        distrust.close();
    }

    @Override
    public Long addingBundle(Bundle bundle, BundleEvent event) {
        Optional<PluginKind> kind = PluginKind.of(bundle);
        kind.ifPresent(found -> read(bundle, found));
        return kind.isPresent() ? bundle.getBundleId() : null;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Long id) {
        Optional<InstalledPlugin> known =
                catalog.plugin(id).filter(plugin -> plugin.modified() == bundle.getLastModified());
        Optional<PluginKind> kind = known.isPresent() ? Optional.empty() : PluginKind.of(bundle);
        if (kind.isPresent()) {
            read(bundle, kind.get());
        } else if (known.isPresent()) {
            put(known.get(), known.get().running(PluginReader.running(bundle)));
        } else {
            news.accept(catalog.remove(id));
        }
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Long id) {
        List<Catalog.Change> changes = catalog.remove(id);
        distrust.forget(id);
        LOG.info("Plugin {} {} is gone", bundle.getSymbolicName(), bundle.getVersion());
        news.accept(changes);
    }

    private void read(Bundle bundle, PluginKind kind) {
        InstalledPlugin plugin = reader.read(bundle, kind, distrust.of(bundle));
        refusals(plugin);
        put(plugin.running(false), plugin);
    }

    private void put(InstalledPlugin before, InstalledPlugin now) {
        if (now.running() && !before.running()) {
            report(now);
        }
        news.accept(catalog.put(now));
    }

    private static void refusals(InstalledPlugin plugin) {
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
    }

    private static void report(InstalledPlugin plugin) {
        List<String> ready = plugin.visualizations().stream()
                .filter(found -> found.shown().ready())
                .map(found -> found.shown().vizType())
                .toList();
        if (!ready.isEmpty()) {
            LOG.info("Plugin {} {} brings {}", plugin.symbolicName(), plugin.version(), String.join(", ", ready));
        }
    }
}
