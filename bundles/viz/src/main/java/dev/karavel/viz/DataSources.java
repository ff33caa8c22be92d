package dev.karavel.viz;

import dev.karavel.spi.data.DataSourceType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The kinds of warehouses that bundles bring. Safe for several threads. */
final class DataSources {
    private static final Logger LOG = LoggerFactory.getLogger(DataSources.class);

    private record Known(long bundle, String id) {}

    private final Map<ServiceReference<DataSourceType>, Known> known = new ConcurrentHashMap<>();

    void add(ServiceReference<DataSourceType> reference, DataSourceType type) {
        Bundle bundle = reference.getBundle();
        if (bundle == null) {
            return;
        }
        try {
            known.put(reference, new Known(bundle.getBundleId(), type.id()));
        } catch (RuntimeException | LinkageError e) {
            LOG.error("A data source of plugin {} does not tell its id and is left out", bundle.getSymbolicName(), e);
        }
    }

    void remove(ServiceReference<DataSourceType> reference) {
        known.remove(reference);
    }

    List<String> of(long bundle) {
        return known.values().stream()
                .filter(each -> each.bundle() == bundle)
                .map(Known::id)
                .sorted()
                .toList();
    }
}
