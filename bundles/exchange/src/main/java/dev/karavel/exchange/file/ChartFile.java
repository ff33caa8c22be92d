package dev.karavel.exchange.file;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.exchange.yaml.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A chart as a file. */
public final class ChartFile {
    private ChartFile() {}

    public static Map<String, Object> of(Chart chart, Dataset dataset, List<String> tags) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("slice_name", chart.name());
        fields.put("description", chart.description().isEmpty() ? null : chart.description());
        fields.put("certified_by", emptyAsNull(chart.certifiedBy()));
        fields.put("certification_details", emptyAsNull(chart.certificationDetails()));
        fields.put("viz_type", chart.vizType());
        fields.put("params", JsonText.object(chart.params()));
        fields.put("query_context", chart.queryContext().orElse(null));
        fields.put("cache_timeout", chart.cacheTimeout().orElse(null));
        fields.put("uuid", chart.uuid().toString());
        fields.put("version", "1.0.0");
        fields.put("dataset_uuid", dataset.uuid().toString());
        if (!tags.isEmpty()) {
            fields.put("tags", tags);
        }
        return fields;
    }

    static String emptyAsNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
