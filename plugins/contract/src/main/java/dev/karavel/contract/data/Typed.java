package dev.karavel.contract.data;

import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Metric;
import dev.karavel.spi.data.TimeGrain;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** SQL as people type it, and beside it what it means: so that the naive evaluation need not understand SQL. */
final class Typed {
    private final Dialect dialect;
    private final Map<String, Function<Sale, Object>> rows = new HashMap<>();
    private final Map<String, Function<List<Sale>, Object>> groups = new HashMap<>();

    Typed(Dialect dialect) {
        this.dialect = dialect;
    }

    /** @param sql with names in square brackets */
    String sql(String sql) {
        StringBuilder quoted = new StringBuilder();
        int from = 0;
        for (int open = sql.indexOf('['); open >= 0; open = sql.indexOf('[', from)) {
            int close = sql.indexOf(']', open);
            quoted.append(sql, from, open).append(dialect.quote(sql.substring(open + 1, close)));
            from = close + 1;
        }
        return quoted.append(sql.substring(from)).toString();
    }

    Dimension dimension(String sql, String label, Function<Sale, Object> meaning) {
        return dimension(sql, label, Optional.empty(), meaning);
    }

    Dimension dimension(String sql, String label, Optional<TimeGrain> grain, Function<Sale, Object> meaning) {
        rows.put(sql(sql), meaning);
        return new Dimension.Expression(sql(sql), label, grain);
    }

    Metric metric(String sql, String label, Function<List<Sale>, Object> meaning) {
        groups.put(sql(sql), meaning);
        return new Metric.Expression(sql(sql), label);
    }

    String where(String sql, Predicate<Sale> meaning) {
        rows.put(sql(sql), meaning::test);
        return sql(sql);
    }

    String having(String sql, Predicate<List<Sale>> meaning) {
        groups.put(sql(sql), meaning::test);
        return sql(sql);
    }

    Object ofRow(String sql, Sale sale) {
        return rows.get(sql).apply(sale);
    }

    Object ofGroup(String sql, List<Sale> sales) {
        return groups.get(sql).apply(sales);
    }
}
