package dev.karavel.query.post;

import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.PostProcessing;
import dev.karavel.spi.data.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Runs the steps after a query, under Superset's names. Pure functions over whole tables. */
public final class PostProcessor {
    /** One step; refuses wrong options with their names. */
    @FunctionalInterface
    interface Operation {
        Table apply(Table table, Options options);
    }

    private static final Map<String, Operation> OPERATIONS = Map.ofEntries(
            Map.entry("pivot", Pivot::apply),
            Map.entry("aggregate", Aggregation::aggregate),
            Map.entry("sort", Sorting::sort),
            Map.entry("rank", Sorting::rank),
            Map.entry("rename", Selection::rename),
            Map.entry("select", Selection::select),
            Map.entry("flatten", Selection::flatten),
            Map.entry("cum", Windows::cumulate),
            Map.entry("rolling", Windows::roll),
            Map.entry("diff", Windows::difference),
            Map.entry("compare", Selection::compare),
            Map.entry("contribution", Contribution::apply));

    private PostProcessor() {}

    /** @throws KaravelException INVALID_REQUEST with field post_processing, before anything is asked */
    public static void check(List<PostProcessing> steps) {
        for (PostProcessing step : steps) {
            if (!OPERATIONS.containsKey(step.operation())) {
                throw KaravelException.invalid(
                        "post_processing",
                        "No operation \"" + step.operation() + "\"; there are " + new TreeSet<>(OPERATIONS.keySet()));
            }
        }
    }

    public static Table run(List<PostProcessing> steps, Table table) {
        check(steps);
        Table result = table;
        for (PostProcessing step : steps) {
            result = OPERATIONS.get(step.operation()).apply(result, new Options(step));
        }
        return result;
    }
}
