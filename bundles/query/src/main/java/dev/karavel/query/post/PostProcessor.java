package dev.karavel.query.post;

import dev.karavel.api.error.KaravelException;
import dev.karavel.query.post.forecast.Anomalies;
import dev.karavel.query.post.forecast.Prophecy;
import dev.karavel.query.post.geo.Geography;
import dev.karavel.query.post.time.Resampling;
import dev.karavel.spi.data.PostProcessing;
import dev.karavel.spi.data.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Runs the steps after a query, under Superset's names of operations and options and with its numbers. Pure functions over
 * whole tables; what a step may cost is bounded, and asking for more is refused.
 */
public final class PostProcessor {
    private static final Map<String, Step.Reader> OPERATIONS = Map.ofEntries(
            Map.entry("aggregate", Aggregation::read),
            Map.entry("anomaly_detection", Anomalies::read),
            Map.entry("boxplot", Boxplot::read),
            Map.entry("compare", Comparison::read),
            Map.entry("contribution", Contribution::read),
            Map.entry("cum", Cumulation::read),
            Map.entry("diff", Difference::read),
            Map.entry("each_series", EachSeries::read),
            Map.entry("escape_separator", Flattening::escape),
            Map.entry("flatten", Flattening::read),
            Map.entry("geodetic_parse", Geography::parse),
            Map.entry("geohash_decode", Geography::decode),
            Map.entry("geohash_encode", Geography::encode),
            Map.entry("histogram", Histogram::read),
            Map.entry("pivot", Pivot::read),
            Map.entry("prophet", Prophecy::read),
            Map.entry("rank", Ranking::read),
            Map.entry("rename", Renaming::read),
            Map.entry("resample", Resampling::read),
            Map.entry("rolling", Rolling::read),
            Map.entry("select", Selection::read),
            Map.entry("sort", Sorting::read),
            Map.entry("unescape_separator", Flattening::unescape));

    private PostProcessor() {}

    /**
     * Finds what is wrong with the steps before anything is asked.
     *
     * @throws KaravelException INVALID_REQUEST with the field post_processing, or below it the operation and its option
     */
    public static void check(List<PostProcessing> steps) {
        steps.forEach(PostProcessor::read);
    }

    /**
     * The table after all steps. One without rows stays without rows, and steps do not miss columns in it.
     *
     * @throws KaravelException INVALID_REQUEST like {@link #check}, also when a step names a column that is not there
     */
    public static Table run(List<PostProcessing> steps, Table table) {
        if (steps.isEmpty()) {
            return table;
        }
        List<Step> read = steps.stream().map(PostProcessor::read).toList();
        Frame frame = Frame.of(table);
        for (Step step : read) {
            frame = step.apply(frame);
        }
        return frame.table();
    }

    static Step read(PostProcessing step) {
        Step.Reader reader = OPERATIONS.get(step.operation());
        if (reader == null) {
            throw KaravelException.invalid(
                    "post_processing",
                    "No operation \"" + step.operation() + "\"; there are " + new TreeSet<>(OPERATIONS.keySet()));
        }
        return reader.read(new Options(step));
    }
}
