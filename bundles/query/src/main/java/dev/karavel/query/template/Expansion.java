package dev.karavel.query.template;

import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.DatasetMetric;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
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
    private final Set<String> open = new HashSet<>();

    Expansion(Services services) {
        this.services = services;
    }

    Expanded run(Occasion occasion) {
        Dataset dataset = statement(occasion);
        TypedSql typed = new TypedSql((sql, field) -> render(sql, field, occasion, true));
        QuerySpec spec = typed.spec(occasion.spec());
        dataset = typed.parts(dataset, spec);
        List<String> rules = rules(occasion);
        Map<TableName, List<String>> tableRules = tableRules(occasion, dataset);
        return new Expanded(dataset, without(spec, occasion), rules, tableRules, usage.used(), usage.keys());
    }

    /** The statement alone, once its tables are known to be the asker's to read. */
    Dataset readable(Occasion occasion) {
        Dataset rendered = statement(occasion);
        rendered.sql().ifPresent(sql -> services.tables()
                .requireAll(services.runner().tables(occasion.database(), sql, "sql"), occasion, usage.granted()));
        return rendered;
    }

    /** Another dataset as part of the statement; one that comes to need itself is refused. */
    Expanded nested(String name, Occasion occasion, QuerySpec spec) {
        return within(name, () -> {
            Dataset dataset = statement(occasion);
            TypedSql typed = new TypedSql((sql, field) -> render(sql, field, occasion, true));
            return new Expanded(
                    typed.parts(dataset, spec),
                    spec,
                    rules(occasion),
                    tableRules(occasion, dataset),
                    Set.of(),
                    List.of());
        });
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

    private Dataset statement(Occasion occasion) {
        Dataset dataset = occasion.dataset();
        return dataset.sql()
                .filter(services.templates()::isTemplate)
                .map(sql -> dataset.withSql(render(sql, "sql", occasion, true)))
                .orElse(dataset);
    }

    private List<String> rules(Occasion occasion) {
        return services.access().rowRules(occasion.principal(), occasion.dataset()).stream()
                .map(rule -> render(rule, "row_rules", occasion, false))
                .toList();
    }

    private Map<TableName, List<String>> tableRules(Occasion occasion, Dataset rendered) {
        if (rendered.sql().isEmpty()) {
            return Map.of();
        }
        Map<TableName, List<String>> rules = new LinkedHashMap<>();
        Set<TableName> tables =
                services.runner().tables(occasion.database(), rendered.sql().get(), "sql");
        if (services.templates().isTemplate(occasion.dataset().sql().orElse(""))) {
            services.tables().requireNamed(tables, occasion, usage.granted());
        }
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
        Map<String, TemplateFunction> partitions =
                new PartitionMacros(occasion, warehouse, services.runner(), services.tables()::require).functions();
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
