package dev.karavel.exchange;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.exchange.chart.VizTypes;
import dev.karavel.exchange.yaml.Fields;
import dev.karavel.exchange.yaml.JsonText;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings in a chart; old chart types become today's. */
final class ChartImport {
    private final Charts charts;

    ChartImport(Charts charts) {
        this.charts = charts;
    }

    Chart run(Fields file, Dataset dataset, Journal journal) {
        String name = file.required("slice_name");
        return journal.store("chart", name, file, charts, present -> make(file, name, dataset, present, journal));
    }

    private static Chart make(Fields file, String name, Dataset dataset, Optional<Chart> present, Journal journal) {
        String vizType = file.required("viz_type");
        Map<String, Object> params = VizTypes.controls(vizType, file.map("params"));
        // Ids of the installation it came from mean other things here.
        params.remove("slice_id");
        params.put("datasource", dataset.id() + "__table");
        return new Chart(
                present.map(Chart::id).orElse(0L),
                file.uuid("uuid"),
                present.map(Chart::version).orElse(0),
                name,
                VizTypes.today(vizType),
                dataset.id(),
                JsonText.of(params),
                VizTypes.today(vizType).equals(vizType) ? file.optional("query_context") : Optional.empty(),
                file.text("description"),
                file.number("cache_timeout"),
                file.text("certified_by"),
                file.text("certification_details"),
                present.map(Chart::owners).orElse(Set.of(journal.userId())),
                journal.stamp(present.map(Chart::stamp)));
    }
}
