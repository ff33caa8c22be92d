package dev.karavel.viz;

import dev.karavel.api.viz.Plugin;
import dev.karavel.spi.data.DataSourceType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bundles that bring kinds of warehouses. Safe for several threads. */
final class DataSources {
    private static final Logger LOG = LoggerFactory.getLogger(DataSources.class);

    private record Known(long bundle, String symbolicName, String title, String version, String id) {}

    private final Map<ServiceReference<DataSourceType>, Known> known = new ConcurrentHashMap<>();

    void add(ServiceReference<DataSourceType> reference, DataSourceType type) {
        Bundle bundle = reference.getBundle();
        if (bundle == null) {
            return;
        }
        String title = bundle.getHeaders("").get("Bundle-Name");
        try {
            known.put(
                    reference,
                    new Known(
                            bundle.getBundleId(),
                            bundle.getSymbolicName(),
                            title == null ? bundle.getSymbolicName() : title,
                            bundle.getVersion().toString(),
                            type.id()));
        } catch (RuntimeException | LinkageError e) {
            LOG.error("A data source of plugin {} does not tell its id and is left out", bundle.getSymbolicName(), e);
        }
    }

    void remove(ServiceReference<DataSourceType> reference) {
        known.remove(reference);
    }

    List<Plugin> plugins() {
        Map<Long, List<Known>> byBundle = new TreeMap<>();
        known.values().forEach(each -> byBundle.computeIfAbsent(each.bundle(), id -> new ArrayList<>())
                .add(each));
        return byBundle.values().stream().map(DataSources::plugin).toList();
    }

    private static Plugin plugin(List<Known> ofOneBundle) {
        Known first = ofOneBundle.get(0);
        List<String> ids = ofOneBundle.stream()
                .map(Known::id)
                .sorted(Comparator.naturalOrder())
                .toList();
        return new Plugin(first.symbolicName(), first.title(), first.version(), "datasource", ids, "");
    }
}
