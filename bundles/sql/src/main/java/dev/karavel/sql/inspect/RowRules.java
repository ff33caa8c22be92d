package dev.karavel.sql.inspect;

import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.TableName;
import java.util.ArrayList;
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

    /** What replaces each such table by its allowed rows, under the name it had. */
    List<Edit> edits(Proof proof) throws Refusal {
        for (Token name : proof.given()) {
            refuseDoubt(new TableUse(List.of(name), false, false), true);
        }
        List<Edit> edits = new ArrayList<>();
        for (TableUse use : proof.tables()) {
            refuseDoubt(use, false);
            List<String> conditions = conditions(use);
            if (conditions.isEmpty()) {
                continue;
            }
            if (!proof.kind().reads()) {
                throw new Refusal(
                        "Tables with row rules may only be read: " + use.written(),
                        use.last().origin());
            }
            if (use.sampled()) {
                throw new Refusal(
                        "Tables with row rules cannot be sampled: " + use.written(),
                        use.last().origin());
            }
            String where =
                    conditions.stream().map(condition -> "(" + condition + ")").collect(Collectors.joining(" AND "));
            String alias = use.alias() ? "" : " " + use.last().image();
            edits.add(new Edit(
                    use.start(), use.end(), "(SELECT * FROM " + use.written() + " WHERE " + where + ")" + alias));
        }
        return edits;
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
