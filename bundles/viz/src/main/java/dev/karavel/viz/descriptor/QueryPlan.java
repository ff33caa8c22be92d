package dev.karavel.viz.descriptor;

import dev.karavel.spi.data.Metric;
import dev.karavel.spi.data.PostProcessing;
import java.util.List;
import java.util.Map;

/**
 * One question of a descriptor.
 *
 * @param suffix of the controls that are for this question alone; empty for none
 * @param columns controls that hold dimensions
 * @param metrics controls that hold metrics
 * @param fixedMetrics metrics that are always asked for
 * @param rowLimit 0 for none
 * @param when what controls have to say for it to be asked, a value or a list of some; empty for always
 * @param without settings that it does not read, also those an imported chart may have
 * @param grain the control that says how times are rounded: a grain, or one of min, hour, day, week, month, year
 */
public record QueryPlan(
        String suffix,
        Map<String, Object> when,
        List<String> without,
        Mode mode,
        List<String> columns,
        List<String> metrics,
        List<Metric> fixedMetrics,
        DefaultOrder order,
        int rowLimit,
        String grain,
        List<PostProcessing> postProcessing) {
    public QueryPlan {
        when = Map.copyOf(when);
        without = List.copyOf(without);
        columns = List.copyOf(columns);
        metrics = List.copyOf(metrics);
        fixedMetrics = List.copyOf(fixedMetrics);
        postProcessing = List.copyOf(postProcessing);
    }
}
