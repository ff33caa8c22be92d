package dev.karavel.sql.inspect;

import dev.karavel.api.sql.SqlInspection.Kind;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Conditions on the rows of tables, put where a proven statement names them. Where a table may be meant, it is meant: names are
 * compared ignoring case, and a schema that is not said may be any.
 */
final class RowRules {
    private final Map<TableName, List<String>> rules;
    private final boolean schemaMayBeCatalog;

    /** @param rules conditions that were inspected */
    RowRules(Map<TableName, List<String>> rules, Dialect dialect) {
        this.rules = rules;
        schemaMayBeCatalog = dialect.id().equals("duckdb");
    }

    /** The statement with each such table replaced by its allowed rows, under the name it had. */
    String applied(Proof proof) throws Refusal {
        for (Token name : proof.given()) {
            refuseDoubt(new TableUse(List.of(name), false), true);
        }
        StringBuilder sql = new StringBuilder(proof.sql());
        List<TableUse> backwards = new ArrayList<>(proof.tables());
        backwards.sort(Comparator.comparingInt(TableUse::start).reversed());
        for (TableUse use : backwards) {
            refuseDoubt(use, false);
            List<String> conditions = conditions(use);
            if (conditions.isEmpty()) {
                continue;
            }
            if (proof.kind() != Kind.SELECT) {
                throw new Refusal(
                        "Tables with row rules may only be read: " + use.written(),
                        use.last().origin());
            }
            String where =
                    conditions.stream().map(condition -> "(" + condition + ")").collect(Collectors.joining(" AND "));
            String alias = use.alias() ? "" : " " + use.last().image();
            sql.replace(use.start(), use.end(), "(SELECT * FROM " + use.written() + " WHERE " + where + ")" + alias);
        }
        return sql.toString();
    }

    /** Some warehouses find the table where others find the query that WITH gave its name. */
    private void refuseDoubt(TableUse use, boolean given) throws Refusal {
        for (TableName table : rules.keySet()) {
            if (use.resembles(table) || given && use.last().name().equalsIgnoreCase(table.name())) {
                throw new Refusal(
                        "The name " + use.written() + " cannot be told from table " + table.name()
                                + ", which has row rules",
                        use.last().origin());
            }
        }
    }

    private List<String> conditions(TableUse use) {
        return rules.entrySet().stream()
                .filter(rule -> use.mayBe(rule.getKey(), schemaMayBeCatalog))
                .flatMap(rule -> rule.getValue().stream())
                .distinct()
                .toList();
    }
}
