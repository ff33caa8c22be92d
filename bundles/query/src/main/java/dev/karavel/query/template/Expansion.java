package dev.karavel.query.template;

import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.DatasetMetric;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.TypedStatements;
import dev.karavel.api.query.TypedStatements.Ready;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.api.template.TemplateFunction;
import dev.karavel.api.template.TemplateScope;
import dev.karavel.api.template.Templates;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Filter;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.Warehouse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Renders all templates of one question, those of the datasets in it included. For one thread. */
final class Expansion {
    private static final int DEEPEST = 5;
    /** One template is bounded by the engine; a question may hold hundreds. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final int MOST = 500;

    /** The services a rendering reaches through its macros. */
    record Services(
            Templates templates,
            Users users,
            Datasets datasets,
            AccessControl access,
            SqlRunner runner,
            Warehouses warehouses,
            TableRights tables) {}

    private final Services services;
    private final Usage usage = new Usage();
    private final long begin = System.nanoTime();
    private int rendered;
    private final Set<String> open = new HashSet<>();

    Expansion(Services services) {
        this.services = services;
    }

    Expanded run(Occasion occasion) {
        Expanded expanded = expand(occasion, occasion.spec());
        return new Expanded(
                expanded.dataset(),
                without(expanded.spec(), occasion),
                expanded.rowRules(),
                expanded.tableRules(),
                usage.used(),
                usage.keys());
    }

    /** The statement alone, once its tables are known to be the asker's to read. */
    Dataset readable(Occasion occasion) {
        Dataset dataset = occasion.dataset();
        if (dataset.sql().isEmpty()) {
            return dataset;
        }
        String rendered = render(dataset.sql().get(), "sql", occasion, true);
        services.tables().requireAll(tables(occasion, usage.hollow(rendered)), occasion);
        return dataset.withSql(usage.filled(rendered));
    }

    /**
     * Statements of SQL Lab.
     *
     * @param inspected makes of the rendered script, in which other datasets are mere marks, its statements
     */
    List<Ready> script(Occasion occasion, TypedStatements.Typed typed, ScriptInspection inspected) {
        String marked = usage.marked(render(typed.script(), "sql", occasion, true));
        List<Ready> ready = new ArrayList<>();
        for (ScriptInspection.Part part : inspected.parts(typed, marked)) {
            inspected.requireRights(typed, part, services.tables());
            String filled = usage.unmarked(part.sql());
            Set<TableName> read = inspected.tables(typed, filled);
            Map<TableName, List<String>> rules = tableRules(occasion, read);
            ready.add(inspected.ready(typed, part, filled, rules));
        }
        return ready;
    }

    /** Another dataset as part of the statement; one that comes to need itself is refused. */
    Expanded nested(String name, Occasion occasion, QuerySpec spec) {
        return within(name, () -> expand(occasion, spec));
    }

    private Expanded expand(Occasion occasion, QuerySpec spec) {
        Dataset dataset = occasion.dataset();
        Map<TableName, List<String>> tableRules = Map.of();
        if (dataset.sql().isPresent()) {
            String rendered = render(dataset.sql().get(), "sql", occasion, true);
            if (services.templates().isTemplate(dataset.sql().get())) {
                services.tables().requireNamed(tables(occasion, usage.hollow(rendered)), occasion);
            }
            dataset = dataset.withSql(usage.filled(rendered));
            tableRules = tableRules(occasion, tables(occasion, usage.filled(rendered)));
        }
        TypedSql typed = new TypedSql((sql, field) -> usage.filled(render(sql, field, occasion, true)));
        QuerySpec typedSpec = typed.spec(spec);
        return new Expanded(
                typed.parts(dataset, typedSpec), typedSpec, rules(occasion), tableRules, Set.of(), List.of());
    }

    private Set<TableName> tables(Occasion occasion, String sql) {
        return services.runner().tables(occasion.database(), sql, "sql");
    }

    String metric(Occasion occasion, DatasetMetric metric) {
        return within(
                "metric " + occasion.dataset().id() + " " + metric.name(),
                () -> render(metric.expression(), "metrics", occasion, true));
    }

    private <T> T within(String name, Supplier<T> body) {
        if (open.size() >= DEEPEST || !open.add(name)) {
            throw new KaravelException(
                    ErrorCode.STATEMENT_REFUSED, "The " + name + " comes to need itself, or too many others");
        }
        try {
            return body.get();
        } finally {
            open.remove(name);
        }
    }

    private List<String> rules(Occasion occasion) {
        return services.access().rowRules(occasion.principal(), occasion.dataset()).stream()
                .map(rule -> render(rule, "row_rules", occasion, false))
                .toList();
    }

    private Map<TableName, List<String>> tableRules(Occasion occasion, Set<TableName> tables) {
        Map<TableName, List<String>> rules = new LinkedHashMap<>();
        for (TableName table : tables) {
            List<String> all = new ArrayList<>();
            for (Dataset physical : services.tables().of(occasion.database().id(), table)) {
                all.addAll(rules(occasion.from(physical)));
            }
            if (!all.isEmpty()) {
                rules.put(table, all.stream().distinct().toList());
            }
        }
        return rules;
    }

    /** What templates took for themselves, and what they alone could ask for, is no filter of the outer question. */
    private QuerySpec without(QuerySpec spec, Occasion occasion) {
        if (usage.used().isEmpty()) {
            return spec;
        }
        List<Filter> kept = spec.filters().stream()
                .filter(filter -> !(filter.on() instanceof Dimension.Named named) || keeps(named.column(), occasion))
                .toList();
        QuerySpec.Builder builder = spec.toBuilder();
        String time = spec.timeColumn().or(occasion.dataset()::mainTimeColumn).orElse("");
        if (usage.removed().contains(time)) {
            builder.timeRange("");
        }
        return builder.filters(kept).build();
    }

    private boolean keeps(String column, Occasion occasion) {
        return !usage.removed().contains(column)
                && !(usage.used().contains(column)
                        && occasion.dataset().column(column).isEmpty());
    }

    private String render(String sql, String field, Occasion occasion, boolean rulesKnown) {
        if (!services.templates().isTemplate(sql)) {
            return sql;
        }
        if (++rendered > MOST || System.nanoTime() - begin > LONGEST.toNanos()) {
            throw new KaravelException(
                    ErrorCode.STATEMENT_REFUSED,
                    field,
                    "This question holds more than " + MOST + " templates, or they take longer than "
                            + LONGEST.toSeconds() + " seconds",
                    null);
        }
        Warehouse warehouse = services.warehouses().open(occasion.database());
        FilterMacros filters = new FilterMacros(occasion, usage, warehouse.dialect(), services.templates());
        PersonMacros person = new PersonMacros(occasion, usage, services.users(), services.access());
        Map<String, TemplateFunction> functions = new LinkedHashMap<>(filters.functions());
        functions.putAll(person.functions());
        if (rulesKnown) {
            functions.put("current_user_rls_rules", person::rules);
        }
        functions.putAll(
                new DatasetMacros(occasion, usage, this, services.datasets(), services.access(), services.runner())
                        .functions());
        Map<String, TemplateFunction> partitions = new PartitionMacros(
                        occasion, usage, warehouse, services.runner(), services.tables()::require)
                .functions();
        functions.putAll(partitions);
        Map<String, Object> variables = Variables.of(occasion, filters.shown());
        for (String space : List.of("presto", "trino", "hive")) {
            variables.putIfAbsent(space, partitions);
        }
        return services.templates()
                .render(
                        sql,
                        field,
                        new TemplateScope(
                                warehouse.dialect(),
                                variables,
                                functions,
                                Map.of("where_in", new Literals(warehouse.dialect())::whereIn)));
    }
}
