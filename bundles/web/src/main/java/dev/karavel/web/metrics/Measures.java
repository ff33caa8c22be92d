package dev.karavel.web.metrics;

import dev.karavel.api.cache.Cluster;
import dev.karavel.api.cache.ResultCache;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.api.task.Tasks;
import dev.karavel.web.karavel.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What this server counts: its databases, its cache, its Java machine. */
@Component(service = Measures.class)
public final class Measures {
    private final Databases databases;
    private final SqlRunner runner;
    private final ResultCache cache;
    private final Cluster cluster;
    private final Tasks tasks;

    @Activate
    public Measures(
            @Reference Databases databases,
            @Reference SqlRunner runner,
            @Reference ResultCache cache,
            @Reference Cluster cluster,
            @Reference Tasks tasks) {
        this.databases = databases;
        this.runner = runner;
        this.cache = cache;
        this.cluster = cluster;
        this.tasks = tasks;
    }

    private record Busy(Map<String, String> labels, SqlRunner.Load load, SqlRunner.Pool pool) {}

    String text() {
        Exposition out = new Exposition();
        out.family("karavel_info", "gauge", "The version that runs.")
                .sample("karavel_info", Map.of("version", Version.current()), 1);
        out.single(
                "karavel_cluster_nodes",
                "gauge",
                "Nodes that work together.",
                cluster.nodes().size());
        statements(
                out,
                databases.list(ListQuery.everything()).items().stream()
                        .map(database ->
                                new Busy(labels(database), runner.load(database.id()), runner.pool(database.id())))
                        .toList());
        answers(out, cache.statistics());
        TaskMeasures.write(out, tasks.counts(), Instant.now());
        Machine.write(out);
        return out.toString();
    }

    private static Map<String, String> labels(Database database) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("database", database.name());
        labels.put("kind", database.backend());
        return labels;
    }

    private static void statements(Exposition out, List<Busy> all) {
        each(out, all, "karavel_statements_running", "gauge", "Statements that run now.", SqlRunner.Load::running);
        each(out, all, "karavel_statements_waiting", "gauge", "Callers waiting for a place.", SqlRunner.Load::waiting);
        each(out, all, "karavel_statements_total", "counter", "Statements begun.", SqlRunner.Load::statements);
        each(out, all, "karavel_statement_failures_total", "counter", "Statements failed.", SqlRunner.Load::failures);
        each(
                out,
                all,
                "karavel_statements_refused_total",
                "counter",
                "Callers told to come later, since too many waited.",
                SqlRunner.Load::refused);
        connections(out, all);
        out.family("karavel_statement_wait_seconds", "histogram", "How long statements waited for a place.");
        all.forEach(each -> out.histogram(
                "karavel_statement_wait_seconds", each.labels(), each.load().waits()));
        out.family("karavel_statement_run_seconds", "histogram", "How long statements ran, their rows included.");
        all.forEach(each -> out.histogram(
                "karavel_statement_run_seconds", each.labels(), each.load().runs()));
    }

    private static void connections(Exposition out, List<Busy> all) {
        pool(out, all, "karavel_connections_active", "Connections in use.", SqlRunner.Pool::active);
        pool(out, all, "karavel_connections_idle", "Connections kept for the next statements.", SqlRunner.Pool::idle);
        pool(out, all, "karavel_connections_waiting", "Callers without a connection.", SqlRunner.Pool::waiting);
        pool(out, all, "karavel_connections_limit", "Most connections statements may use.", SqlRunner.Pool::most);
    }

    private static void pool(
            Exposition out, List<Busy> all, String name, String help, ToDoubleFunction<SqlRunner.Pool> value) {
        out.family(name, "gauge", help);
        all.forEach(each -> out.sample(name, each.labels(), value.applyAsDouble(each.pool())));
    }

    private static void each(
            Exposition out,
            List<Busy> all,
            String name,
            String type,
            String help,
            ToDoubleFunction<SqlRunner.Load> value) {
        out.family(name, type, help);
        all.forEach(each -> out.sample(name, each.labels(), value.applyAsDouble(each.load())));
    }

    private static void answers(Exposition out, ResultCache.Statistics now) {
        out.single("karavel_cache_entries", "gauge", "Answers kept in the whole cluster.", now.entries());
        out.single("karavel_cache_used_bytes", "gauge", "Memory of kept answers on this node.", now.bytes());
        out.single("karavel_cache_limit_bytes", "gauge", "Most memory for answers on this node.", now.limit());
        out.single("karavel_cache_hits_total", "counter", "Questions answered from the cache.", now.hits());
        out.single("karavel_cache_misses_total", "counter", "Questions that went to a warehouse.", now.misses());
        out.single("karavel_cache_shared_total", "counter", "Questions that shared another's statement.", now.shared());
        // counted in a window that moves on
        out.single("karavel_cache_evictions", "gauge", "Answers that lately had to make room.", now.evictions());
    }
}
