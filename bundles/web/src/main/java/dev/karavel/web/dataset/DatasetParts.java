package dev.karavel.web.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.DatasetColumn;
import dev.karavel.api.catalog.DatasetMetric;
import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.web.json.Fields;
import dev.karavel.web.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Columns and metrics as people send them: a part with an id or the name of an old one changes that one. */
final class DatasetParts {
    private DatasetParts() {}

    static List<DatasetColumn> columns(Fields fields, List<DatasetColumn> old) {
        if (!fields.has("columns")) {
            return old;
        }
        List<DatasetColumn> result = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode node : fields.list("columns")) {
            Fields part = new Fields(node);
            DatasetColumn column = column(part, base(part, old));
            requireNew(names, column.name(), "columns");
            result.add(column);
        }
        return result;
    }

    static List<DatasetMetric> metrics(Fields fields, List<DatasetMetric> old) {
        if (!fields.has("metrics")) {
            return old;
        }
        List<DatasetMetric> result = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode node : fields.list("metrics")) {
            Fields part = new Fields(node);
            Optional<Long> id = part.whole("id", Optional.empty());
            DatasetMetric base = old.stream()
                    .filter(metric -> id.isPresent()
                            ? metric.id() == id.get()
                            : metric.name().equals(part.text("metric_name", "")))
                    .findFirst()
                    .orElseGet(() -> new DatasetMetric(0, UUID.randomUUID(), "", "", "", "", "", ""));
            DatasetMetric metric = metric(part, base);
            requireNew(names, metric.name(), "metrics");
            result.add(metric);
        }
        return result;
    }

    private static DatasetColumn base(Fields part, List<DatasetColumn> old) {
        Optional<Long> id = part.whole("id", Optional.empty());
        return old.stream()
                .filter(column ->
                        id.isPresent() ? column.id() == id.get() : column.name().equals(part.text("column_name", "")))
                .findFirst()
                .orElseGet(() -> new DatasetColumn(
                        0, UUID.randomUUID(), "", "", "", ColumnType.TEXT, false, true, true, Optional.empty(), ""));
    }

    private static DatasetColumn column(Fields part, DatasetColumn old) {
        Optional<String> expression = part.filledText("expression", old.expression());
        String type = part.text("type", old.sourceType());
        boolean retyped = expression.isPresent() && !type.equals(old.sourceType());
        return new DatasetColumn(
                old.id(),
                old.uuid(),
                old.id() == 0 ? part.requiredText("column_name") : part.text("column_name", old.name()),
                part.text("verbose_name", old.verboseName()),
                type,
                retyped ? TypeWords.of(type) : old.type(),
                part.flag("is_dttm", old.temporal()),
                part.flag("groupby", old.groupable()),
                part.flag("filterable", old.filterable()),
                expression,
                part.text("description", old.description()),
                part.text("python_date_format", old.dateFormat()),
                extra(part, old.extra()));
    }

    private static DatasetMetric metric(Fields part, DatasetMetric old) {
        return new DatasetMetric(
                old.id(),
                old.uuid(),
                old.id() == 0 ? part.requiredText("metric_name") : part.text("metric_name", old.name()),
                part.text("verbose_name", old.verboseName()),
                old.id() == 0 ? part.requiredText("expression") : part.text("expression", old.expression()),
                part.text("d3format", old.format()),
                currency(part, old),
                part.text("description", old.description()),
                part.text("warning_text", old.warning()),
                extra(part, old.extra()));
    }

    private static String extra(Fields part, String old) {
        return part.jsonText("extra", Optional.of(old)).orElse("");
    }

    private static String currency(Fields part, DatasetMetric old) {
        return part.node("currency").isObject()
                ? Json.text(part.node("currency"))
                : part.text("currency", old.currency());
    }

    private static void requireNew(Set<String> names, String name, String field) {
        if (!names.add(name)) {
            throw KaravelException.invalid(field, "There are two " + field + " named " + name);
        }
    }
}
