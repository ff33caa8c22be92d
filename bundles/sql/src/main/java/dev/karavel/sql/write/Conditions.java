package dev.karavel.sql.write;

import dev.karavel.api.catalog.DatasetColumn;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.SqlQuestion;
import dev.karavel.api.sql.SqlText.Rejected;
import dev.karavel.api.sql.TimeBounds;
import dev.karavel.spi.data.AnyOf;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Filter;
import dev.karavel.spi.data.Operator;
import dev.karavel.sql.inspect.Inspector;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The WHERE part: time bounds, filters, typed SQL and row rules; all have to hold. */
final class Conditions {
    private static final int MOST_VALUES = 20_000;
    private static final String FIELD = "filters";

    private final Terms terms;
    private final Dialect dialect;
    private final Literals literals;
    private final List<String> all = new ArrayList<>();
    private final Set<String> applied = new LinkedHashSet<>();
    private final List<Rejected> rejected = new ArrayList<>();

    Conditions(SqlQuestion question, Terms terms, Dialect dialect, Inspector inspector) {
        this.terms = terms;
        this.dialect = dialect;
        literals = new Literals(dialect);
        addBounds(question);
        List<Filter> filters = question.spec().filters();
        for (int i = 0; i < filters.size(); i++) {
            addFilter(
                    filters.get(i), Optional.ofNullable(question.filterBounds().get(i)));
        }
        question.spec().anyOf().forEach(this::addAnyOf);
        if (!question.spec().where().isBlank()) {
            all.add("(" + inspector.expression(question.spec().where(), "where", dialect) + ")");
        }
        for (String rule : question.rowRules()) {
            all.add("(" + inspector.expression(rule, "row_rules", dialect) + ")");
        }
    }

    /** With its keyword, or empty. */
    String clause() {
        return all.isEmpty() ? "" : "\nWHERE " + String.join("\n  AND ", all);
    }

    List<String> applied() {
        return List.copyOf(applied);
    }

    List<Rejected> rejected() {
        return rejected;
    }

    private void addBounds(SqlQuestion question) {
        if (question.bounds().isEmpty()) {
            return;
        }
        Optional<String> name =
                question.spec().timeColumn().or(() -> question.dataset().mainTimeColumn());
        if (name.isEmpty()) {
            rejected.add(new Rejected("__time_range", "The dataset has no time column"));
        } else {
            between(new Dimension.Named(name.get()), question.bounds());
            question.dataset()
                    .mainTimeColumn()
                    .filter(main -> question.dataset().settings().alwaysFilterMainTime() && !main.equals(name.get()))
                    .ifPresent(main -> between(new Dimension.Named(main), question.bounds()));
        }
    }

    private void addFilter(Filter filter, Optional<TimeBounds> bounds) {
        if (filter.operator() == Operator.TEMPORAL_RANGE) {
            between(filter.on(), bounds.orElseGet(TimeBounds::none));
            return;
        }
        if (isUnknown(filter.on())) {
            return;
        }
        Terms.Value left = terms.dimension(filter.on(), FIELD);
        all.add(condition(filter, left));
        applied.add(filter.on().label());
    }

    private void addAnyOf(AnyOf conditions) {
        List<String> some = new ArrayList<>();
        for (Filter filter : conditions.filters()) {
            if (!isUnknown(filter.on())) {
                some.add(condition(filter, terms.dimension(filter.on(), FIELD)));
                applied.add(filter.on().label());
            }
        }
        if (!some.isEmpty()) {
            all.add("(" + String.join(" OR ", some) + ")");
        }
    }

    private void between(Dimension on, TimeBounds bounds) {
        if (isUnknown(on)) {
            return;
        }
        Terms.Value left = terms.raw(on, FIELD);
        ColumnType type = left.type().orElse(ColumnType.TIMESTAMP);
        Optional<StoredTime> stored = formatOf(on).flatMap(format -> StoredTime.of(format, type));
        if (stored.isEmpty() && (type.isNumeric() || type == ColumnType.BOOLEAN)) {
            rejected.add(new Rejected(on.label(), "The column holds no time"));
            return;
        }
        String time = comparable(left);
        Function<LocalDateTime, String> bound =
                moment -> stored.map(one -> one.literal(moment, dialect)).orElseGet(() -> literals.bound(moment, type));
        bounds.from().ifPresent(from -> all.add(time + " >= " + bound.apply(from)));
        bounds.to().ifPresent(to -> all.add(time + " < " + bound.apply(to)));
        if (!bounds.isEmpty()) {
            applied.add(on.label());
        }
    }

    /** How the dataset says that the column tells time. */
    private Optional<String> formatOf(Dimension on) {
        return on instanceof Dimension.Named named
                ? terms.column(named.column()).map(DatasetColumn::dateFormat).filter(format -> !format.isBlank())
                : Optional.empty();
    }

    private boolean isUnknown(Dimension on) {
        if (on instanceof Dimension.Named named && terms.column(named.column()).isEmpty()) {
            rejected.add(new Rejected(named.column(), "The dataset has no such column"));
            return true;
        }
        return false;
    }

    private String comparable(Terms.Value value) {
        return value.type()
                .filter(ColumnType::isTemporal)
                .map(type -> dialect.comparable(value.sql(), type))
                .orElse(value.sql());
    }

    private String condition(Filter filter, Terms.Value raw) {
        Terms.Value left = new Terms.Value(comparable(raw), raw.type(), raw.computed());
        String sql = left.sql();
        List<Object> values = filter.values();
        return switch (filter.operator()) {
            case IS_NULL -> sql + " IS NULL";
            case IS_NOT_NULL -> sql + " IS NOT NULL";
            case IS_TRUE -> truth(left, true);
            case IS_FALSE -> truth(left, false);
            case IN -> in(left, values, false);
            case NOT_IN -> in(left, values, true);
            case LIKE -> sql + " LIKE " + pattern(filter, left);
            case NOT_LIKE -> sql + " NOT LIKE " + pattern(filter, left);
            case ILIKE -> dialect.likeIgnoringCase(sql, pattern(filter, left), false);
            case NOT_ILIKE -> dialect.likeIgnoringCase(sql, pattern(filter, left), true);
            case CONTAINS -> dialect.contains(sql, text(filter, left));
            case EQUALS -> single(filter) == null ? sql + " IS NULL" : sql + " = " + literal(left, single(filter));
            case NOT_EQUALS ->
                single(filter) == null ? sql + " IS NOT NULL" : sql + " <> " + literal(left, single(filter));
            case GREATER, LESS, GREATER_OR_EQUAL, LESS_OR_EQUAL -> {
                Object value = single(filter);
                if (value == null) {
                    throw KaravelException.invalid(FIELD, "A comparison needs a value");
                }
                yield sql + " " + filter.operator().word() + " " + literal(left, value);
            }
            case TEMPORAL_RANGE -> throw new IllegalArgumentException("Not a comparison");
        };
    }

    private static Object single(Filter filter) {
        if (filter.values().size() != 1) {
            throw KaravelException.invalid(
                    FIELD, "The operator " + filter.operator().word() + " needs exactly one value");
        }
        return filter.values().get(0);
    }

    private String literal(Terms.Value left, Object value) {
        return left.type().map(type -> literals.of(value, type)).orElseGet(() -> literals.untyped(value));
    }

    private String pattern(Filter filter, Terms.Value left) {
        return literals.of(text(filter, left), ColumnType.TEXT);
    }

    private static String text(Filter filter, Terms.Value left) {
        if (left.type().filter(type -> type != ColumnType.TEXT).isPresent()) {
            throw KaravelException.invalid(
                    FIELD,
                    filter.operator().word() + " compares texts, and "
                            + filter.on().label() + " is none");
        }
        Object text = single(filter);
        if (text == null) {
            throw KaravelException.invalid(FIELD, "A comparison needs a value");
        }
        return text.toString();
    }

    private String truth(Terms.Value left, boolean truth) {
        ColumnType type = left.type().orElse(ColumnType.BOOLEAN);
        if (type.isNumeric()) {
            return left.sql() + " = " + (truth ? 1 : 0);
        }
        if (type != ColumnType.BOOLEAN) {
            throw KaravelException.invalid(FIELD, "Only a column of true and false can be tested for it");
        }
        return left.sql() + " = " + literals.truth(truth);
    }

    private String in(Terms.Value left, List<Object> values, boolean negated) {
        if (values.size() > MOST_VALUES) {
            throw KaravelException.invalid(FIELD, "A filter may list at most " + MOST_VALUES + " values");
        }
        boolean nulls = values.contains(null);
        List<String> listed = values.stream()
                .filter(Objects::nonNull)
                .map(value -> literal(left, value))
                .toList();
        List<String> parts = new ArrayList<>();
        int longest = Math.min(dialect.longestList(), MOST_VALUES);
        for (int from = 0; from < listed.size(); from += longest) {
            List<String> part = listed.subList(from, Math.min(listed.size(), from + longest));
            parts.add(left.sql() + (negated ? " NOT IN (" : " IN (") + String.join(", ", part) + ")");
        }
        if (nulls) {
            parts.add(left.sql() + (negated ? " IS NOT NULL" : " IS NULL"));
        }
        if (parts.isEmpty()) {
            return negated ? "1 = 1" : "1 = 0";
        }
        return parts.size() == 1 ? parts.get(0) : "(" + String.join(negated ? " AND " : " OR ", parts) + ")";
    }
}
