package dev.karavel.query.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.karavel.api.catalog.DatasetColumn;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.template.Outside;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.Term;
import dev.karavel.spi.data.TimeGrain;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What templates know of a question without asking. */
final class Variables {
    private static final ObjectReader OBJECT =
            new ObjectMapper().readerFor(new TypeReference<LinkedHashMap<String, Object>>() {});

    private Variables() {}

    static Map<String, Object> of(Occasion occasion, List<Object> filters) {
        QuerySpec spec = occasion.spec();
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("columns", labels(spec.columns()));
        variables.put("groupby", labels(spec.columns()));
        variables.put("metrics", labels(spec.metrics()));
        variables.put("row_limit", spec.rowLimit() == 0 ? null : spec.rowLimit());
        variables.put("row_offset", spec.rowOffset());
        variables.put("filter", filters);
        variables.put(
                "time_column",
                spec.timeColumn()
                        .or(occasion.dataset()::mainTimeColumn)
                        .map(Outside::new)
                        .orElse(null));
        variables.put("time_grain", grain(spec).map(TimeGrain::duration).orElse(null));
        variables.put(
                "table_columns",
                occasion.dataset().columns().stream()
                        .map(DatasetColumn::name)
                        .map(Outside::new)
                        .toList());
        variables.put("from_dttm", occasion.bounds().from().orElse(null));
        variables.put("to_dttm", occasion.bounds().to().orElse(null));
        variables.putAll(parameters(occasion.dataset().settings().templateParams()));
        return variables;
    }

    private static List<Outside> labels(List<? extends Term> terms) {
        return terms.stream().map(Term::label).map(Outside::new).toList();
    }

    private static Optional<TimeGrain> grain(QuerySpec spec) {
        return spec.columns().stream()
                .map(Dimension::grain)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The dataset's own, written by those who may write its SQL. */
    private static Map<String, Object> parameters(String json) {
        try {
            return json.isBlank() ? Map.of() : OBJECT.readValue(json);
        } catch (JsonProcessingException e) {
            throw KaravelException.invalid("template_params", "The dataset's template parameters are no JSON object");
        }
    }
}
