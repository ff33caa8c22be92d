package dev.karavel.render;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.QueryService;
import dev.karavel.api.query.ResultType;
import dev.karavel.api.security.Principal;
import dev.karavel.spi.data.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a filter that takes its first value by itself would take, asked as the page asks. */
final class FirstValues {
    private final QueryService queries;
    private final Duration patience;

    FirstValues(QueryService queries, Duration patience) {
        this.queries = queries;
        this.patience = patience;
    }

    /** Empty where there is none, or it cannot be had: the charts say by themselves what is wrong. */
    Optional<Object> of(JsonNode filter, Principal principal) {
        JsonNode target = filter.path("targets").path(0);
        String column = target.path("column").path("name").asText();
        String metric = filter.path("sortMetric").asText("");
        boolean ascending = filter.path("controlValues").path("sortAscending").asBoolean(true);
        Map<String, Object> query = Map.of(
                "columns",
                List.of(column),
                "metrics",
                metric.isEmpty() ? List.of() : List.of(metric),
                "orderby",
                List.of(List.of(metric.isEmpty() ? column : metric, ascending)),
                "row_limit",
                1);
        ChartRequest request = new ChartRequest(
                Optional.empty(),
                Optional.of(target.path("datasetId").asLong()),
                Map.of(),
                List.of(query),
                ResultType.FULL,
                false,
                Optional.empty());
        try {
            List<Table> tables =
                    queries.tables(request, principal, Instant.now().plus(patience));
            return tables.isEmpty() || tables.get(0).rows() == 0
                    ? Optional.empty()
                    : Optional.ofNullable(tables.get(0).value(0, 0));
        } catch (KaravelException e) {
            return Optional.empty();
        }
    }
}
