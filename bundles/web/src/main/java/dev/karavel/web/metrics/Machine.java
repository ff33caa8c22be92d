package dev.karavel.web.metrics;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The Java machine, under the names that Prometheus' own client for Java gives. */
final class Machine {
    private static final double MILLIS = 1e3;

    private Machine() {}

    static void write(Exposition out) {
        memory(out);
        threads(out);
        collections(out);
        out.single(
                "process_start_time_seconds",
                "gauge",
                "When the server started, in seconds since 1970.",
                ManagementFactory.getRuntimeMXBean().getStartTime() / MILLIS);
        ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .ifPresent(used -> out.single(
                        "process_cpu_seconds_total", "counter", "Processor time used.", Exposition.seconds(used)));
    }

    private static void memory(Exposition out) {
        Map<String, MemoryUsage> areas = new TreeMap<>(Map.of(
                "heap", ManagementFactory.getMemoryMXBean().getHeapMemoryUsage(),
                "nonheap", ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage()));
        out.family("jvm_memory_used_bytes", "gauge", "Memory in use.");
        areas.forEach((area, use) -> out.sample("jvm_memory_used_bytes", Map.of("area", area), use.getUsed()));
        out.family("jvm_memory_committed_bytes", "gauge", "Memory taken from the machine.");
        areas.forEach(
                (area, use) -> out.sample("jvm_memory_committed_bytes", Map.of("area", area), use.getCommitted()));
        out.family("jvm_memory_max_bytes", "gauge", "Most memory that may be taken; -1 for no limit.");
        areas.forEach((area, use) -> out.sample("jvm_memory_max_bytes", Map.of("area", area), use.getMax()));
    }

    private static void threads(Exposition out) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        out.single("jvm_threads_current", "gauge", "Live threads.", threads.getThreadCount());
        out.single("jvm_threads_peak", "gauge", "Most live threads since the start.", threads.getPeakThreadCount());
        Map<String, Long> pools = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull)
                .map(thread -> pool(thread.getThreadName()))
                .filter(pool -> pool.startsWith("karavel-") || pool.equals("http"))
                .collect(Collectors.groupingBy(pool -> pool, TreeMap::new, Collectors.counting()));
        out.family("karavel_pool_threads", "gauge", "Live threads by what they are for.");
        pools.forEach((pool, count) -> out.sample("karavel_pool_threads", Map.of("pool", pool), count));
    }

    /** "karavel-sql-7" is one of karavel-sql; Jetty's "qtp12-34" is one of http. */
    private static String pool(String thread) {
        return thread.startsWith("qtp") ? "http" : thread.replaceFirst("[-\\d]+$", "");
    }

    private static void collections(Exposition out) {
        out.family("jvm_gc_collection_seconds", "summary", "Time spent in collections of garbage.");
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            Map<String, String> label = Map.of("gc", collector.getName());
            out.sample("jvm_gc_collection_seconds_count", label, collector.getCollectionCount());
            out.sample("jvm_gc_collection_seconds_sum", label, collector.getCollectionTime() / MILLIS);
        }
    }
}
