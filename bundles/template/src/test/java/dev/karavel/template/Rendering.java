package dev.karavel.template;

import dev.karavel.api.template.Arguments;
import dev.karavel.api.template.Outside;
import dev.karavel.api.template.TemplateFunction;
import dev.karavel.api.template.TemplateScope;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.SqlSyntax;
import dev.karavel.spi.data.StandardDialect;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Renders templates with a scope such as questions have: values from outside, a filter that writes literals. */
abstract class Rendering {
    static final Dialect STANDARD = new Plain();
    final JinjaTemplates templates = new JinjaTemplates();
    final Map<String, Object> variables = new HashMap<>();
    final Map<String, TemplateFunction> functions = new HashMap<>();

    Rendering() {
        variables.put("from_dttm", LocalDateTime.of(2024, 1, 31, 9, 5));
        variables.put("to_dttm", null);
        variables.put("columns", List.of(new Outside("region"), new Outside("product")));
        variables.put("table", "sales");
        functions.put(
                "filter_values",
                arguments -> arguments.of("column").requiredText("column").equals("region")
                        ? List.of(new Outside("north"), new Outside("O'Brien"))
                        : List.of());
        functions.put("url_param", arguments -> new Outside(arguments.of("name").requiredText("name")));
        functions.put("get_filters", arguments -> List.of(filter()));
    }

    private static Map<String, Object> filter() {
        Map<String, Object> filter = new LinkedHashMap<>();
        filter.put("col", new Outside("region"));
        filter.put("op", "IN");
        filter.put("val", List.of(new Outside("north"), new Outside("south")));
        return filter;
    }

    String render(String template) {
        return render(template, STANDARD);
    }

    String render(String template, Dialect dialect) {
        return templates.render(template, "sql", scope(dialect));
    }

    TemplateScope scope(Dialect dialect) {
        return new TemplateScope(
                dialect, variables, functions, Map.of("where_in", arguments -> whereIn(arguments, dialect)));
    }

    private static Object whereIn(Arguments arguments, Dialect dialect) {
        return arguments.of("values").list("values").stream()
                .map(value -> literal(arguments, value, dialect))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String literal(Arguments arguments, Object value, Dialect dialect) {
        try {
            return dialect.literal(value instanceof Outside outside ? outside.text() : value);
        } catch (IllegalArgumentException e) {
            throw arguments.wrong("takes texts, numbers and dates");
        }
    }

    static final class Plain extends StandardDialect {
        @Override
        public String id() {
            return "plain";
        }
    }

    /** Reads backslashes and hashes as MySQL does. */
    static final class Backslashes extends StandardDialect {
        @Override
        public String id() {
            return "backslashes";
        }

        @Override
        protected String text(String value) {
            return '\'' + value.replace("\\", "\\\\").replace("'", "''") + '\'';
        }

        @Override
        public SqlSyntax syntax() {
            return super.syntax().withReading(true, true, false);
        }
    }
}
