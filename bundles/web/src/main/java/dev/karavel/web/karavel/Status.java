package dev.karavel.web.karavel;

import dev.karavel.api.cache.Cluster;
import dev.karavel.api.cache.ResultCache;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Repository;
import dev.karavel.api.catalog.Visibility;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the server is, in numbers. */
@Component(service = Status.class)
public final class Status {
    private static final ListQuery COUNT = new ListQuery(List.of(), "", false, 0, 1, new Visibility.All());

    private final ResultCache cache;
    private final Cluster cluster;
    private final BundleContext bundles;
    private final Map<String, Repository<?>> repositories = new LinkedHashMap<>();

    @Activate
    public Status(
            BundleContext bundles,
            @Reference ResultCache cache,
            @Reference Cluster cluster,
            @Reference Dashboards dashboards,
            @Reference Charts charts,
            @Reference Datasets datasets,
            @Reference Databases databases) {
        this.bundles = bundles;
        this.cache = cache;
        this.cluster = cluster;
        repositories.put("dashboards", dashboards);
        repositories.put("charts", charts);
        repositories.put("datasets", datasets);
        repositories.put("databases", databases);
    }

    Map<String, Object> now() {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("version", Version.current());
        status.put("uptime_seconds", ManagementFactory.getRuntimeMXBean().getUptime() / 1000);
        status.put("bundles", bundles.getBundles().length);
        status.put("threads", ManagementFactory.getThreadMXBean().getThreadCount());
        status.put("nodes", cluster.nodes().stream().map(Status::node).toList());
        status.put("cache", cache());
        Map<String, Object> counts = new LinkedHashMap<>();
        repositories.forEach(
                (name, repository) -> counts.put(name, repository.list(COUNT).count()));
        status.put("counts", counts);
        return status;
    }

    private Map<String, Object> cache() {
        ResultCache.Statistics statistics = cache.statistics();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("entries", statistics.entries());
        result.put("bytes", statistics.bytes());
        result.put("limit", statistics.limit());
        result.put("hits", statistics.hits());
        result.put("misses", statistics.misses());
        result.put("shared", statistics.shared());
        result.put("evictions", statistics.evictions());
        return result;
    }

    private static Map<String, Object> node(Cluster.Node node) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", node.id());
        result.put("name", node.name());
        result.put("local", node.local());
        result.put("roles", new TreeSet<>(node.roles()));
        result.put("uptime_seconds", node.uptimeSeconds());
        return result;
    }
}
