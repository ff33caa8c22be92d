package dev.karavel.query.template;

import dev.karavel.api.catalog.Dataset;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.TableName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A question whose templates are rendered.
 *
 * @param spec without the filters that templates took for themselves
 * @param used columns whose filters templates asked for
 * @param keys values the answer depends on that need not be seen in the statement
 */
public record Expanded(
        Dataset dataset,
        QuerySpec spec,
        List<String> rowRules,
        Map<TableName, List<String>> tableRules,
        Set<String> used,
        List<String> keys) {
    public Expanded {
        rowRules = List.copyOf(rowRules);
        tableRules = Map.copyOf(tableRules);
        used = Set.copyOf(used);
        keys = List.copyOf(keys);
    }
}
