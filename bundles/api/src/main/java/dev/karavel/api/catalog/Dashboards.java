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
}
