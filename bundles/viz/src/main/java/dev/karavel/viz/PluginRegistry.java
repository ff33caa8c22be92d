package dev.karavel.viz;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.event.Topics;
import dev.karavel.api.viz.Asset;
import dev.karavel.api.viz.Plugin;
import dev.karavel.api.viz.Visualization;
import dev.karavel.api.viz.VisualizationRegistry;
import dev.karavel.spi.data.DataSourceType;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.viz.DatasetInfo;
import dev.karavel.spi.viz.FormData;
import dev.karavel.spi.viz.InvalidFormData;
import dev.karavel.spi.viz.VisualizationType;
import dev.karavel.viz.descriptor.Descriptor;
import dev.karavel.viz.guard.LoopGuard;
import dev.karavel.viz.plugin.Catalog;
import dev.karavel.viz.plugin.ContentTypes;
import dev.karavel.viz.plugin.Distrust;
import dev.karavel.viz.plugin.FoundVisualization;
import dev.karavel.viz.plugin.PluginTracker;
import dev.karavel.viz.query.DeclaredQuery;
import dev.karavel.viz.query.UnknownType;
import dev.karavel.viz.trust.SignatureRule;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** The chart types of all running plugins. */
@Component(
        immediate = true,
        service = {VisualizationRegistry.class, PluginRegistry.class})
public final class PluginRegistry implements VisualizationRegistry {
    private static final Duration LONGEST_CALL = Duration.ofSeconds(5);

    private final EventAdmin events;
    private final Catalog catalog = new Catalog();
    private final VisualizationTypes types = new VisualizationTypes();
    private final DataSources dataSources = new DataSources();
    private final CodeThreads threads;
    private final PluginTracker tracker;
    private volatile boolean closing;

    @Activate
    public PluginRegistry(
            BundleContext context,
            @Reference(name = "events") EventAdmin events,
            @Reference(name = "signatures") SignatureRule signatures) {
        this(context, events, signatures, LONGEST_CALL);
    }

    PluginRegistry(BundleContext context, EventAdmin events, SignatureRule signatures, Duration longestCall) {
        this.events = events;
        threads = new CodeThreads(longestCall);
        this.tracker = new PluginTracker(context, catalog, this::announce, new Distrust(signatures, context));
    }

    @Activate
    void open() {
        tracker.open();
    }

    @Deactivate
    void close() {
        closing = true;
        tracker.close();
        threads.close();
    }

    @Reference(
            name = "type",
            service = VisualizationType.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addType(VisualizationType type, Map<String, Object> properties) {
        types.add(type, properties);
    }

    void removeType(VisualizationType type) {
        types.remove(type);
    }

    @Reference(
            name = "dataSource",
            service = DataSourceType.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addDataSource(ServiceReference<DataSourceType> reference, DataSourceType type) {
        dataSources.add(reference, type);
    }

    void removeDataSource(ServiceReference<DataSourceType> reference) {
        dataSources.remove(reference);
    }

    @Override
    public List<Visualization> all() {
        return catalog.best().stream()
                .map(FoundVisualization::shown)
                .sorted(Comparator.comparing(Visualization::title, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Visualization::vizType))
                .toList();
    }

    @Override
    public Optional<Visualization> find(String vizType) {
        return catalog.usable(vizType).map(FoundVisualization::shown);
    }

    @Override
    public List<Plugin> plugins() {
        return new PluginList(catalog, dataSources).plugins();
    }

    @Override
    public Optional<Asset> asset(String plugin, String version, String path) {
        return catalog.published(plugin, version)
                .filter(installed -> installed.sizes().containsKey(path))
                .flatMap(installed -> installed.file().apply(path))
                .map(bytes -> new Asset(bytes, ContentTypes.of(path)));
    }

    @Override
    public Optional<Asset> guardedAsset(String plugin, String version, String path) {
        return asset(plugin, version, path)
                .map(asset -> LoopGuard.covers(path, asset.bytes().length)
                        ? new Asset(LoopGuard.guarded(asset.bytes(), plugin + " " + version), asset.contentType())
                        : asset);
    }

    @Override
    public List<QuerySpec> query(String vizType, FormData formData, DatasetInfo dataset) {
        Optional<FoundVisualization> usable = catalog.usable(vizType);
        if (usable.isEmpty()) {
            return questionOfUnknown(vizType, formData, dataset);
        }
        FoundVisualization found = usable.get();
        Descriptor descriptor = found.descriptor().orElseThrow();
        try {
            return types.find(vizType)
                    .map(type -> PluginCode.of(found.shown(), threads)
                            .call(
                                    "query",
                                    () -> List.copyOf(
                                            type.query(DeclaredQuery.withDefaults(descriptor, formData), dataset))))
                    .orElseGet(() -> DeclaredQuery.build(descriptor, formData, dataset));
        } catch (InvalidFormData e) {
            throw new KaravelException(ErrorCode.INVALID_REQUEST, e.control(), e.getMessage(), e);
        }
    }

    @Override
    public Table shape(String vizType, Table answer, FormData formData) {
        Optional<VisualizationType> type = types.find(vizType);
        if (type.isEmpty()) {
            return answer;
        }
        return PluginCode.of(
                        catalog.usable(vizType)
                                .orElseThrow(() -> missing(vizType, null))
                                .shown(),
                        threads)
                .call("shape", () -> Objects.requireNonNull(type.get().shape(answer, formData), "table"));
    }

    @Override
    public boolean shapes(String vizType) {
        return types.find(vizType).isPresent();
    }

    public Catalog catalog() {
        return catalog;
    }

    /** From now on, until it is told otherwise. Open pages hear of what this changes. */
    public void switchOff(Set<String> keys) {
        announce(catalog.switchOff(keys));
    }

    private static List<QuerySpec> questionOfUnknown(String vizType, FormData formData, DatasetInfo dataset) {
        try {
            return UnknownType.question(vizType, formData, dataset);
        } catch (InvalidFormData e) {
            throw missing(vizType, e);
        }
    }

    private static KaravelException missing(String vizType, Exception cause) {
        return new KaravelException(
                ErrorCode.PLUGIN_MISSING, "viz_type", "No plugin for chart type " + vizType + " is installed", cause);
    }

    private void announce(List<Catalog.Change> changes) {
        if (closing) {
            return;
        }
        for (Catalog.Change change : changes) {
            Visualization visualization = change.visualization();
            threads.forget(PluginCode.name(visualization));
            events.postEvent(new Event(
                    change.added() ? Topics.VISUALIZATION_ADDED : Topics.VISUALIZATION_REMOVED,
                    Map.of(
                            Topics.ID, visualization.vizType(),
                            Topics.PLUGIN, visualization.plugin(),
                            Topics.VERSION, visualization.version())));
        }
    }
}
