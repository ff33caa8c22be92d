package dev.karavel.viz.query;

import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.viz.DatasetInfo;
import dev.karavel.spi.viz.FormData;
import dev.karavel.viz.descriptor.DefaultOrder;
import dev.karavel.viz.descriptor.Descriptor;
import dev.karavel.viz.descriptor.Mode;
import dev.karavel.viz.descriptor.QueryPlan;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The question of a chart whose plugin is away, as far as the usual control names tell it: its data stay within reach. Pure. */
public final class UnknownType {
    private static final List<String> COLUMNS = List.of(
            "x_axis", "groupby", "columns", "groupbyRows", "groupbyColumns", "series", "entity", "source", "target");
    private static final List<String> METRICS = List.of("metrics", "metric", "metric_2", "secondary_metric");
    private static final int ROWS = 10_000;

    private UnknownType() {}

    /** @throws dev.karavel.spi.viz.InvalidFormData if the form data hold nothing to ask for */
    public static List<QuerySpec> question(String vizType, FormData formData, DatasetInfo dataset) {
        QueryPlan plan = new QueryPlan(
                "",
                Map.of(),
                List.of(),
                Mode.TABLE,
                COLUMNS,
                METRICS,
                List.of(),
                DefaultOrder.NONE,
                ROWS,
                "time_grain_sqla",
                List.of());
        Descriptor descriptor =
                new Descriptor(vizType, vizType, "", List.of(), "", List.of(plan), Set.of(), Set.of(), Map.of(), "{}");
        return DeclaredQuery.build(descriptor, formData, dataset);
    }
}
