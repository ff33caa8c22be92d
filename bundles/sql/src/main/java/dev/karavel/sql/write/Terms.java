package dev.karavel.sql.write;

import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.DatasetColumn;
import dev.karavel.api.catalog.DatasetMetric;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.SqlQuestion;
import dev.karavel.spi.data.Aggregate;
import dev.karavel.spi.data.Capability;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Metric;
import dev.karavel.spi.data.TimeGrain;
import dev.karavel.sql.inspect.Inspector;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Dimensions and metrics of one dataset as SQL. */
final class Terms {
    private final Dataset dataset;
    private final Dialect dialect;
    private final Inspector inspector;
    private final WallClock clock;

    Terms(SqlQuestion question, Dialect dialect, Inspector inspector) {
        this.dataset = question.dataset();
        this.dialect = dialect;
        this.inspector = inspector;
        clock = WallClock.of(question, dialect);
    }

    /**
     * A dimension as SQL.
     *
     * @param type empty for an expression, whose type nobody knows
     * @param computed whether it is more than a column of the source
     */
    record Value(String sql, Optional<ColumnType> type, boolean computed) {}

    Optional<DatasetColumn> column(String name) {
        return dataset.column(name);
    }

    Value dimension(Dimension dimension, String field) {
        return dimension(dimension, field, sql -> sql);
    }

    /** @param aside takes SQL that is long and said more than once, and gives it a name */
    Value dimension(Dimension dimension, String field, UnaryOperator<String> aside) {
        Value raw = raw(dimension, field);
        return dimension
                .grain()
                .map(grain -> rounded(raw, grain, dimension, aside))
                .orElse(raw);
    }

    /** Without its grain. */
    Value raw(Dimension dimension, String field) {
        if (dimension instanceof Dimension.Expression typed) {
            return new Value("(" + inspector.expression(typed.sql(), field, dialect) + ")", Optional.empty(), true);
        }
        Dimension.Named named = (Dimension.Named) dimension;
        return value(
                column(named.column())
                        .orElseThrow(
                                () -> KaravelException.invalid(field, "The dataset has no column " + named.column())),
                field);
    }

    Value value(DatasetColumn column, String field) {
        Optional<String> calculated = column.expression().filter(sql -> !sql.isBlank());
        return calculated
                .map(sql -> new Value(
                        "(" + inspector.expression(sql, field, dialect) + ")", Optional.of(column.type()), true))
                .orElseGet(() -> new Value(dialect.quote(column.name()), Optional.of(column.type()), false));
    }

    private Value rounded(Value raw, TimeGrain grain, Dimension dimension, UnaryOperator<String> aside) {
        boolean temporal = raw.type().map(ColumnType::isTemporal).orElse(true)
                || dimension instanceof Dimension.Named named
                        && raw.type().filter(type -> type == ColumnType.TEXT).isPresent()
                        && column(named.column()).map(DatasetColumn::temporal).orElse(false);
        if (!temporal) {
            return raw;
        }
        boolean date = raw.type().filter(type -> type == ColumnType.DATE).isPresent();
        TimeGrain coarse = date && grain.ordinal() < TimeGrain.DAY.ordinal() ? TimeGrain.DAY : grain;
        String local = date || !clock.differs() ? raw.sql() : aside.apply(clock.local(raw.sql(), dimension));
        return new Value(dialect.truncate(coarse, local), Optional.of(ColumnType.TIMESTAMP), true);
    }

    String metric(Metric metric, String field) {
        if (metric instanceof Metric.Expression typed) {
            return inspector.expression(typed.sql(), field, dialect);
        }
        if (metric instanceof Metric.Simple simple) {
            DatasetColumn column = column(simple.column())
                    .orElseThrow(() -> KaravelException.invalid(field, "The dataset has no column " + simple.column()));
            boolean counts = simple.aggregate() == Aggregate.COUNT || simple.aggregate() == Aggregate.COUNT_DISTINCT;
            boolean ordered = simple.aggregate() == Aggregate.MIN || simple.aggregate() == Aggregate.MAX;
            if (!counts
                    && !ordered
                    && (column.type() == ColumnType.TEXT || column.type().isTemporal())) {
                throw KaravelException.invalid(
                        field, simple.aggregate() + " needs a number, and " + simple.column() + " is none");
            }
            return dialect.aggregate(simple.aggregate(), value(column, field).sql());
        }
        if (metric instanceof Metric.Percentile percentile) {
            return percentile(percentile, field);
        }
        String name = ((Metric.Saved) metric).name();
        DatasetMetric saved = dataset.metric(name)
                .orElseThrow(() -> KaravelException.invalid(field, "The dataset has no metric " + name));
        return inspector.expression(saved.expression(), field, dialect);
    }

    /** Whether the warehouse itself can say it. */
    boolean sayable(Metric metric) {
        return !(metric instanceof Metric.Percentile) || dialect.capabilities().contains(Capability.PERCENTILE);
    }

    static boolean countsDistinct(Metric metric) {
        return metric instanceof Metric.Simple simple && simple.aggregate() == Aggregate.COUNT_DISTINCT;
    }

    /** What the percentile is one of. */
    String numbers(Metric.Percentile metric, String field) {
        DatasetColumn column = column(metric.column())
                .orElseThrow(() -> KaravelException.invalid(field, "The dataset has no column " + metric.column()));
        if (!column.type().isNumeric()) {
            throw KaravelException.invalid(field, "A percentile needs a number, and " + metric.column() + " is none");
        }
        return value(column, field).sql();
    }

    private String percentile(Metric.Percentile metric, String field) {
        if (!sayable(metric)) {
            throw KaravelException.invalid(
                    field,
                    "This kind of database computes no percentiles, so nothing can be ordered or limited by one");
        }
        return dialect.percentile(numbers(metric, field), metric.fraction());
    }

    boolean hasMetric(String name) {
        return dataset.metric(name).isPresent();
    }
}
