package dev.karavel.query.template;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.api.template.Arguments;
import dev.karavel.api.template.Outside;
import dev.karavel.api.template.TemplateFunction;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.SourceColumn;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The newest partitions of a table, where the warehouse shows them as a table of its own. */
final class PartitionMacros {
    private static final Set<String> WITH_PARTITIONS = Set.of("trino", "presto");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Occasion occasion;
    private final Usage usage;
    private final Warehouse warehouse;
    private final SqlRunner runner;
    private final BiConsumer<TableName, Occasion> rights;

    /** @param rights refuses a table that the asker may not read */
    PartitionMacros(
            Occasion occasion,
            Usage usage,
            Warehouse warehouse,
            SqlRunner runner,
            BiConsumer<TableName, Occasion> rights) {
        this.occasion = occasion;
        this.usage = usage;
        this.warehouse = warehouse;
        this.runner = runner;
        this.rights = rights;
    }

    Map<String, TemplateFunction> functions() {
        TemplateFunction first = given -> {
            List<Object> values = latest(given.of("table_name"), Map.of());
            return values.isEmpty() ? null : values.get(0);
        };
        Map<String, TemplateFunction> functions = new LinkedHashMap<>();
        functions.put("first_latest_partition", first);
        functions.put("latest_partition", first);
        functions.put("latest_partitions", given -> latest(given.of("table_name"), Map.of()));
        functions.put("latest_sub_partition", this::sub);
        return functions;
    }

    private Object sub(Arguments given) {
        Map<String, Object> known = new LinkedHashMap<>(given.named());
        Object table = given.positional().isEmpty()
                ? known.remove("table_name")
                : given.positional().get(0);
        Arguments arguments =
                new Arguments(given.function(), List.of(), table == null ? Map.of() : Map.of("table_name", table));
        List<Object> values = latest(arguments, known);
        return values.isEmpty() ? null : values.get(0);
    }

    /** @param known values of the other partition columns */
    private List<Object> latest(Arguments arguments, Map<String, Object> known) {
        String kind = warehouse.dialect().id();
        if (!WITH_PARTITIONS.contains(kind)) {
            throw new KaravelException(
                    ErrorCode.STATEMENT_REFUSED, arguments.function() + "() needs Trino; this database is " + kind);
        }
        usage.asks(arguments.function());
        TableName table = table(arguments.requiredText("table_name"));
        rights.accept(table, occasion);
        TableName partitions = new TableName(table.schema(), table.name() + "$partitions");
        List<String> columns = warehouse.columns(partitions).stream()
                .map(SourceColumn::name)
                .filter(name -> !known.containsKey(name))
                .toList();
        if (columns.isEmpty()) {
            return List.of();
        }
        String names = columns.stream().map(warehouse.dialect()::quote).collect(Collectors.joining(", "));
        String order = columns.stream()
                .map(name -> warehouse.dialect().quote(name) + " DESC")
                .collect(Collectors.joining(", "));
        String sql = warehouse
                .dialect()
                .limit(
                        "SELECT " + names + "\nFROM " + partitions.quoted(warehouse.dialect()) + where(known)
                                + "\nORDER BY " + order,
                        1,
                        0);
        return values(runner.run(
                occasion.database(), sql, Limits.of(1, PATIENCE), Instant.now().plus(PATIENCE)));
    }

    private String where(Map<String, Object> known) {
        List<String> conditions = new ArrayList<>();
        known.forEach((name, value) -> conditions.add(warehouse.dialect().quote(name) + " = "
                + warehouse.dialect().literal(value instanceof Outside outside ? outside.text() : value)));
        return conditions.isEmpty() ? "" : "\nWHERE " + String.join(" AND ", conditions);
    }

    private TableName table(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? new TableName(occasion.dataset().schema(), name)
                : new TableName(Optional.of(name.substring(0, dot)), name.substring(dot + 1));
    }

    private static List<Object> values(Table table) {
        List<Object> values = new ArrayList<>();
        for (int column = 0; table.rows() > 0 && column < table.columns().size(); column++) {
            Object value = table.value(0, column);
            values.add(
                    value instanceof Number || value instanceof Boolean || value == null
                            ? value
                            : new Outside(value.toString()));
        }
        return values;
    }
}
