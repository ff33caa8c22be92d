package dev.karavel.api.catalog;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The dashboards. */
@ProviderType
public interface Dashboards extends Repository<Dashboard> {
    Optional<Dashboard> findBySlug(String slug);

    /** Those that show the chart. */
    List<Dashboard> withChart(long chartId);

    /** Those whose metadata speak of {@code warm_up}; asked every few seconds, so it reads no others where that can be. */
    default List<Dashboard> withWarmUp() {
        return list(ListQuery.everything()).items().stream()
                .filter(dashboard -> dashboard.metadata().contains("\"warm_up\""))
                .toList();
    }
}
