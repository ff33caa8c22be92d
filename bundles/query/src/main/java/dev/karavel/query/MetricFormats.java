package dev.karavel.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.DatasetMetric;
import dev.karavel.spi.data.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a dataset wants its metrics written: a share as 12.3 %, money with its sign. */
final class MetricFormats {
    private static final ObjectMapper JSON = new ObjectMapper();

    private MetricFormats() {}

    /** JSON {@code {d3format, currency}} by a column's name; of columns whose metric says nothing, none. */
    static Map<String, String> of(Dataset dataset, List<Column> columns) {
        Map<String, String> formats = new LinkedHashMap<>();
        for (Column column : columns) {
            dataset.metric(ComparedTimes.metricOf(column.name()))
                    .map(MetricFormats::format)
                    .filter(format -> !format.isEmpty())
                    .ifPresent(format -> formats.put(column.name(), format.toString()));
        }
        return formats;
    }

    private static ObjectNode format(DatasetMetric metric) {
        ObjectNode format = JSON.createObjectNode();
        if (!metric.format().isBlank()) {
            format.put("d3format", metric.format());
        }
        JsonNode currency = currency(metric.currency());
        if (!currency.path("symbol").asText().isBlank()) {
            format.set("currency", currency);
        }
        return format;
    }

    /** What an import brought may be no JSON; then numbers have no sign. */
    private static JsonNode currency(String json) {
        try {
            return JSON.readTree(json.isBlank() ? "{}" : json);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
