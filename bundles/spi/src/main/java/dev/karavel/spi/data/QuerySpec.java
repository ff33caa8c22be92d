package dev.karavel.spi.data;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One neutral question to a dataset: Superset's query object, typed. Says what is wanted, never how a warehouse says it.
 *
 * @param columns dimensions; with metrics or {@code aggregate} they are grouped by, else rows are selected as they are
 * @param anyOf more conditions: of each of these, one filter at least has to hold
 * @param timeColumn the temporal column that {@code timeRange} bounds; the dataset's main one when absent
 * @param timeRange words such as "Last week" or "2024-01-01 : 2024-02-01"; "No filter" or empty for none
 * @param timeZone whose wall clock grains and words of time mean, for columns in UTC; the dataset's own when absent
 * @param where a condition in the warehouse's SQL, or empty
 * @param having a condition on the groups in the warehouse's SQL, or empty
 * @param seriesColumns the dimensions that make a series; limited to the {@code seriesLimit} best by {@code seriesLimitMetric}
 * @param seriesLimit 0 for none
 * @param seriesOthers whether the series beyond the limit are put together as one named "Others", rather than left out
 * @param rowLimit 0 for the server's own limit
 * @param rowCount asks only for the number of rows
 */
public record QuerySpec(
        List<Dimension> columns,
        List<Metric> metrics,
        List<Filter> filters,
        List<AnyOf> anyOf,
        Optional<String> timeColumn,
        String timeRange,
        Optional<ZoneId> timeZone,
        List<String> timeOffsets,
        String where,
        String having,
        List<Dimension> seriesColumns,
        int seriesLimit,
        Optional<Metric> seriesLimitMetric,
        boolean seriesOthers,
        List<Order> orderBy,
        boolean orderDescending,
        int rowLimit,
        int rowOffset,
        boolean aggregate,
        boolean timeseries,
        boolean rowCount,
        List<PostProcessing> postProcessing) {
    public QuerySpec {
        columns = List.copyOf(columns);
        metrics = List.copyOf(metrics);
        filters = List.copyOf(filters);
        anyOf = List.copyOf(anyOf);
        timeOffsets = List.copyOf(timeOffsets);
        seriesColumns = List.copyOf(seriesColumns);
        orderBy = List.copyOf(orderBy);
        postProcessing = List.copyOf(postProcessing);
        timeRange = timeRange == null ? "" : timeRange;
        where = where == null ? "" : where;
        having = having == null ? "" : having;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A builder that holds all of this question, to change some of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.columns.addAll(columns);
        builder.metrics.addAll(metrics);
        builder.filters.addAll(filters);
        builder.anyOf.addAll(anyOf);
        builder.timeColumn = timeColumn;
        builder.timeRange = timeRange;
        builder.timeZone = timeZone;
        builder.timeOffsets = timeOffsets;
        builder.where = where;
        builder.having = having;
        builder.seriesColumns = seriesColumns;
        builder.seriesLimit = seriesLimit;
        builder.seriesLimitMetric = seriesLimitMetric;
        builder.seriesOthers = seriesOthers;
        builder.orderBy.addAll(orderBy);
        builder.orderDescending = orderDescending;
        builder.rowLimit = rowLimit;
        builder.rowOffset = rowOffset;
        builder.aggregate = aggregate;
        builder.timeseries = timeseries;
        builder.rowCount = rowCount;
        builder.postProcessing.addAll(postProcessing);
        return builder;
    }

    /** Not safe for several threads. */
    public static final class Builder {
        private final List<Dimension> columns = new ArrayList<>();
        private final List<Metric> metrics = new ArrayList<>();
        private final List<Filter> filters = new ArrayList<>();
        private final List<AnyOf> anyOf = new ArrayList<>();
        private final List<Order> orderBy = new ArrayList<>();
        private final List<PostProcessing> postProcessing = new ArrayList<>();
        private Optional<String> timeColumn = Optional.empty();
        private String timeRange = "";
        private Optional<ZoneId> timeZone = Optional.empty();
        private List<String> timeOffsets = List.of();
        private String where = "";
        private String having = "";
        private List<Dimension> seriesColumns = List.of();
        private int seriesLimit;
        private Optional<Metric> seriesLimitMetric = Optional.empty();
        private boolean seriesOthers;
        private boolean orderDescending = true;
        private int rowLimit;
        private int rowOffset;
        private boolean aggregate;
        private boolean timeseries;
        private boolean rowCount;

        public Builder column(Dimension dimension) {
            columns.add(dimension);
            return this;
        }

        public Builder metric(Metric metric) {
            metrics.add(metric);
            return this;
        }

        public Builder filter(Filter filter) {
            filters.add(filter);
            return this;
        }

        public Builder anyOf(AnyOf conditions) {
            anyOf.add(conditions);
            return this;
        }

        /** In place of those there are. */
        public Builder filters(List<Filter> others) {
            filters.clear();
            filters.addAll(others);
            return this;
        }

        public Builder order(Order order) {
            orderBy.add(order);
            return this;
        }

        public Builder clearOrder() {
            orderBy.clear();
            return this;
        }

        public Builder postProcessing(PostProcessing step) {
            postProcessing.add(step);
            return this;
        }

        public Builder timeColumn(String column) {
            timeColumn = Optional.ofNullable(column);
            return this;
        }

        public Builder timeRange(String words) {
            timeRange = words;
            return this;
        }

        public Builder timeZone(Optional<ZoneId> zone) {
            timeZone = zone;
            return this;
        }

        public Builder timeOffsets(List<String> offsets) {
            timeOffsets = offsets;
            return this;
        }

        public Builder where(String sql) {
            where = sql;
            return this;
        }

        public Builder having(String sql) {
            having = sql;
            return this;
        }

        public Builder series(List<Dimension> dimensions, int limit, Optional<Metric> by) {
            seriesColumns = dimensions;
            seriesLimit = limit;
            seriesLimitMetric = by;
            return this;
        }

        public Builder seriesOthers(boolean together) {
            seriesOthers = together;
            return this;
        }

        public Builder orderDescending(boolean descending) {
            orderDescending = descending;
            return this;
        }

        public Builder rowLimit(int limit) {
            rowLimit = limit;
            return this;
        }

        public Builder rowOffset(int offset) {
            rowOffset = offset;
            return this;
        }

        public Builder aggregate(boolean groups) {
            aggregate = groups;
            return this;
        }

        public Builder timeseries(boolean overTime) {
            timeseries = overTime;
            return this;
        }

        public Builder rowCount(boolean countOnly) {
            rowCount = countOnly;
            return this;
        }

        public QuerySpec build() {
            return new QuerySpec(
                    columns,
                    metrics,
                    filters,
                    anyOf,
                    timeColumn,
                    timeRange,
                    timeZone,
                    timeOffsets,
                    where,
                    having,
                    seriesColumns,
                    seriesLimit,
                    seriesLimitMetric,
                    seriesOthers,
                    orderBy,
                    orderDescending,
                    rowLimit,
                    rowOffset,
                    aggregate,
                    timeseries,
                    rowCount,
                    postProcessing);
        }
    }
}
