package dev.karavel.web.chart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.query.ResultType;
import dev.karavel.web.json.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A question for a chart's data: Superset's query context, or form data alone. */
public record DataRequest(ChartRequest chart, ResultFormat format) {
    private static final int MOST_QUERIES = 20;
    private static final int MOST_STALE = 7 * 24 * 3600;
    private static final Pattern DATASOURCE = Pattern.compile("(\\d{1,18})__(table|dataset)");

    /** @param types the header Accept, which tells the format where the body does not */
    public static DataRequest of(JsonNode body, String types) {
        Fields fields = new Fields(body);
        Map<String, Object> formData = fields.map("form_data");
        ChartRequest request = new ChartRequest(
                chartId(formData),
                datasetId(fields, formData),
                formData,
                queries(fields),
                resultType(fields.text("result_type", "full")),
                fields.flag("force", false),
                fields.seconds("custom_cache_timeout", Optional.empty()),
                stale(fields));
        if (request.chartId().isEmpty() && request.datasetId().isEmpty()) {
            throw KaravelException.invalid(
                    "datasource", "Name a datasource {id, type}, or a chart as form_data.slice_id");
        }
        return new DataRequest(request, format(fields.text("result_format", ""), types));
    }

    private static ChartRequest.Stale stale(Fields fields) {
        int seconds = fields.seconds("stale", Optional.empty()).orElse(0);
        return new ChartRequest.Stale(Math.min(seconds, MOST_STALE), !fields.flag("revalidate", false));
    }

    static ResultType resultType(String word) {
        return ResultType.of(word).orElseThrow(() -> KaravelException.invalid("result_type", "Unknown result_type"));
    }

    static ResultFormat format(String word, String types) {
        if (word.isEmpty()) {
            return Stream.of(ResultFormat.COLUMNS, ResultFormat.ARROW)
                    .filter(format -> types != null && types.contains(format.mediaType()))
                    .findFirst()
                    .orElse(ResultFormat.JSON);
        }
        return ResultFormat.of(word)
                .orElseThrow(() ->
                        KaravelException.invalid("result_format", "result_format is one of " + ResultFormat.words()));
    }

    private static Optional<Long> chartId(Map<String, Object> formData) {
        Object id = formData.get("slice_id");
        if (id instanceof Number number) {
            return Optional.of(number.longValue()).filter(value -> value > 0);
        }
        if (id instanceof String text && text.matches("\\d{1,18}")) {
            return Optional.of(Long.valueOf(text)).filter(value -> value > 0);
        }
        return Optional.empty();
    }

    private static Optional<Long> datasetId(Fields fields, Map<String, Object> formData) {
        JsonNode datasource = fields.node("datasource");
        if (datasource.isObject()) {
            String type = datasource.path("type").asText("table");
            if (!type.equals("table") && !type.equals("dataset")) {
                throw KaravelException.invalid("datasource", "The type of a datasource is table");
            }
            JsonNode id = datasource.path("id");
            if (!id.canConvertToLong() && !id.asText().matches("\\d{1,18}")) {
                throw KaravelException.invalid("datasource", "The id of a datasource is a whole number");
            }
            return Optional.of(id.asLong());
        }
        String word = datasource.isTextual() ? datasource.asText() : String.valueOf(formData.get("datasource"));
        Matcher matcher = DATASOURCE.matcher(word);
        return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
    }

    private static List<Map<String, Object>> queries(Fields fields) {
        List<Map<String, Object>> queries = new ArrayList<>();
        for (JsonNode query : fields.list("queries")) {
            if (!query.isObject() || queries.size() == MOST_QUERIES) {
                throw KaravelException.invalid("queries", "queries holds at most " + MOST_QUERIES + " objects");
            }
            queries.add(Fields.plain(query));
        }
        return queries;
    }
}
