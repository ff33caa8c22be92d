package dev.karavel.cache;

import org.apache.ignite.DataRegionMetrics;
import org.apache.ignite.Ignite;

/**
 * How the memory for results is used on this node.
 *
 * @param evictions how often something had to make room
 */
record RegionUse(long bytes, long evictions) {
    // What replaces these figures is an exporter that runs on a timer.
    @SuppressWarnings("deprecation")
    static RegionUse of(Ignite ignite) {
        DataRegionMetrics region = ignite.dataRegionMetrics(IgniteConfigurations.RESULT_REGION);
        double evictions = (double) region.getEvictionRate() * IgniteConfigurations.COUNTING_WINDOW / 1000;
        return new RegionUse(region.getTotalUsedPages() * region.getPageSize(), Math.round(evictions));
    }
}
