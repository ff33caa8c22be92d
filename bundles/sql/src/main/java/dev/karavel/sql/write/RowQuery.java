package dev.karavel.sql.write;

import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Order;
import dev.karavel.spi.data.QuerySpec;
import java.util.ArrayList;
import java.util.List;

/** Rows as they are. */
final class RowQuery implements StatementWriter.Query {
    private final String select;
    private final List<String> order = new ArrayList<>();

    RowQuery(QuerySpec spec, Source source, Conditions conditions, Terms terms, Dialect dialect, Labels labels) {
        Outputs outputs = new Outputs(dialect, labels);
        Aside aside = new Aside(dialect, source.alias());
        for (Dimension dimension : spec.columns()) {
            outputs.add(dimension, terms.dimension(dimension, "columns", aside).sql());
        }
        select = "SELECT " + outputs.list() + "\nFROM " + aside.from(source.sql() + conditions.clause());
        for (Order key : spec.orderBy()) {
            String sql = outputs.alias(key.by()).orElseGet(() -> {
                if (key.by() instanceof Dimension dimension) {
                    return terms.dimension(dimension, "orderby").sql();
                }
                throw KaravelException.invalid("orderby", "Rows cannot be ordered by a metric");
            });
            order.add(StatementWriter.sorted(sql, key.ascending(), dialect));
        }
    }

    @Override
    public String unordered() {
        return select;
    }

    @Override
    public List<String> order() {
        return order;
    }
}
