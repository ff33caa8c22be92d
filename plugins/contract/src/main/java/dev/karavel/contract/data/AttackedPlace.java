package dev.karavel.contract.data;

import dev.karavel.spi.data.AnyOf;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Filter;
import dev.karavel.spi.data.Metric;
import dev.karavel.spi.data.Operator;
import dev.karavel.spi.data.Order;
import dev.karavel.spi.data.QuerySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Where a question takes text from people. */
enum AttackedPlace implements BiFunction<QuerySpec.Builder, String, QuerySpec.Builder> {
    COLUMN {
        @Override
        public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
            return spec.column(new Dimension.Named(text));
        }
    },
    TYPED_COLUMN {
        @Override
        public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
            return spec.column(new Dimension.Expression(text, "typed", Optional.empty()));
        }
    },
    COLUMN_LABEL {
        @Override
        public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
            return spec.column(new Dimension.Expression("1 + 1", text, Optional.empty()));
        }
    },
    SAVED_METRIC {
        @Override
        public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
            return spec.metric(new Metric.Saved(text));
        }
    },
    TYPED_METRIC {
        @Override
        public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
            return spec.metric(new Metric.Expression(text, "typed"));
        }
    },
    METRIC_LABEL {
        @Override
        public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
            return spec.metric(new Metric.Expression("COUNT(*)", text));
        }
    },
    WHERE {
        @Override
        public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
            return spec.where(text);
        }
    },
    HAVING {
        @Override
        public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
            return spec.column(new Dimension.Named("region")).having(text);
        }
    },
    FILTER_VALUE {
        @Override
        public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
            return spec.filter(new Filter(new Dimension.Named("note"), Operator.NOT_EQUALS, List.of(text)));
        }
    },
    FILTER_LIST {
        @Override
        public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
            return spec.filter(new Filter(new Dimension.Named("region"), Operator.IN, Arrays.asList("East", text)));
        }
    },
    FILTER_PATTERN {
        @Override
        public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
            return spec.filter(new Filter(new Dimension.Named("product"), Operator.NOT_ILIKE, List.of(text)));
        }
    },
    SEARCHED_TEXT {
        @Override
        public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
            return spec.anyOf(
                    new AnyOf(List.of(new Filter(new Dimension.Named("product"), Operator.CONTAINS, List.of(text)))));
        }
    },
    NUMBER {
        @Override
        public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
            return spec.filter(new Filter(new Dimension.Named("id"), Operator.EQUALS, List.of(text)));
        }
    },
    TIME {
        @Override
        public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
            return spec.filter(new Filter(new Dimension.Named("sold_at"), Operator.LESS, List.of(text)));
        }
    },
    FILTER_COLUMN {
        @Override
        public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
            return spec.filter(new Filter(new Dimension.Named(text), Operator.EQUALS, List.of("x")));
        }
    },
    ORDER {
        @Override
        public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
            return spec.column(new Dimension.Named("region"))
                    .order(new Order(new Metric.Expression(text, "typed"), true));
        }
    },
    SERIES_METRIC {
        @Override
        public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
            Dimension region = new Dimension.Named("region");
            return spec.column(region).series(List.of(region), 3, Optional.of(new Metric.Expression(text, "typed")));
        }
    },
    TIME_COLUMN {
        @Override
        public QuerySpec.Builder apply(QuerySpec.Builder spec, String text) {
            return spec.timeColumn(text);
        }
    }
}
