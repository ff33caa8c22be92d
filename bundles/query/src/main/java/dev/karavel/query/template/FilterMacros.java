package dev.karavel.query.template;

import dev.karavel.api.catalog.DatasetColumn;
import dev.karavel.api.sql.TimeBounds;
import dev.karavel.api.template.Arguments;
import dev.karavel.api.template.Outside;
import dev.karavel.api.template.TemplateFunction;
import dev.karavel.api.template.Templates;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Filter;
import dev.karavel.spi.data.Operator;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What templates ask about the filters of a question. */
final class FilterMacros {
    private static final String NO_FILTER = "No filter";

    private final Occasion occasion;
    private final Usage usage;
    private final Dialect dialect;
    private final Templates templates;

    FilterMacros(Occasion occasion, Usage usage, Dialect dialect, Templates templates) {
        this.occasion = occasion;
        this.usage = usage;
        this.dialect = dialect;
        this.templates = templates;
    }

    Map<String, TemplateFunction> functions() {
        return Map.of(
                "filter_values", this::filterValues,
                "get_filters", this::getFilters,
                "get_time_filter", this::getTimeFilter);
    }

    /** All filters, as the variable {@code filter} shows them. */
    List<Object> shown() {
        List<Object> shown = new ArrayList<>();
        for (Filter filter : occasion.filters()) {
            shown.add(shown(new Outside(filter.on().label()), filter));
        }
        return shown;
    }

    private Object filterValues(Arguments given) {
        Arguments arguments = given.of("column", "default", "remove_filter");
        String column = arguments.requiredText("column");
        List<Object> values = new ArrayList<>();
        for (Filter filter : of(column, arguments.flag("remove_filter", false))) {
            filter.values().stream().map(FilterMacros::value).forEach(values::add);
        }
        return values.isEmpty() ? arguments.list("default") : values;
    }

    private Object getFilters(Arguments given) {
        Arguments arguments = given.of("column", "remove_filter");
        String column = arguments.requiredText("column");
        List<Object> shown = new ArrayList<>();
        for (Filter filter : of(column, arguments.flag("remove_filter", false))) {
            shown.add(shown(column, filter));
        }
        return shown;
    }

    private List<Filter> of(String column, boolean remove) {
        List<Filter> found =
                occasion.filters().stream().filter(filter -> on(filter, column)).toList();
        if (!found.isEmpty()) {
            usage.filter(column, remove);
        }
        return found;
    }

    private static boolean on(Filter filter, String column) {
        return filter.on() instanceof Dimension.Named named && named.column().equals(column);
    }

    private static Map<String, Object> shown(Object column, Filter filter) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("op", filter.operator().word());
        shown.put("col", column);
        List<Object> values = filter.values().stream().map(FilterMacros::value).toList();
        boolean list = filter.operator() == Operator.IN || filter.operator() == Operator.NOT_IN;
        shown.put("val", list ? values : values.isEmpty() ? null : values.get(0));
        return shown;
    }

    private static Object value(Object value) {
        return value instanceof String text ? new Outside(text) : value;
    }

    private Object getTimeFilter(Arguments given) {
        Arguments arguments = given.of("column", "default", "target_type", "strftime", "remove_filter");
        Optional<String> column = arguments.text("column");
        Optional<String> words = column.flatMap(name -> timeRange(name, arguments.flag("remove_filter", false)))
                .or(() -> Optional.of(occasion.spec().timeRange()))
                .filter(range -> !range.isBlank() && !range.equals(NO_FILTER));
        Object range = words.<Object>map(Outside::new).orElse(arguments.value("default"));
        TimeBounds bounds = range == null ? TimeBounds.none() : occasion.times().apply(range.toString());
        Map<String, Object> filter = new LinkedHashMap<>();
        filter.put(
                "from_expr",
                bounds.from().map(moment -> written(moment, arguments)).orElse(null));
        filter.put(
                "to_expr", bounds.to().map(moment -> written(moment, arguments)).orElse(null));
        filter.put("time_range", range == null ? NO_FILTER : range);
        return filter;
    }

    private Optional<String> timeRange(String column, boolean remove) {
        Optional<String> range = occasion.filters().stream()
                .filter(filter -> filter.operator() == Operator.TEMPORAL_RANGE && on(filter, column))
                .map(filter -> String.valueOf(filter.values().get(0)))
                .findFirst();
        boolean own = occasion.spec()
                .timeColumn()
                .or(occasion.dataset()::mainTimeColumn)
                .filter(column::equals)
                .isPresent();
        if (range.isPresent() || own && !occasion.bounds().isEmpty()) {
            usage.filter(column, remove);
        }
        return range;
    }

    private Object written(LocalDateTime moment, Arguments arguments) {
        Optional<String> format = arguments.text("strftime");
        if (format.isPresent()) {
            String text = templates.strftime(moment, format.get());
            return arguments.value("strftime") instanceof Outside ? new Outside(text) : text;
        }
        ColumnType type = arguments
                .text("target_type")
                .map(dialect::columnType)
                .or(() -> arguments
                        .text("column")
                        .flatMap(name -> occasion.dataset().column(name))
                        .map(DatasetColumn::type))
                .orElse(ColumnType.TIMESTAMP);
        return switch (type) {
            case DATE -> dialect.literal(moment.toLocalDate());
            case TIMESTAMP -> dialect.literal(moment);
            default -> dialect.literal(moment.toString().replace('T', ' '));
        };
    }
}
