package dev.karavel.contract.data;

import static dev.karavel.spi.data.Aggregate.AVG;
import static dev.karavel.spi.data.Aggregate.COUNT;
import static dev.karavel.spi.data.Aggregate.COUNT_DISTINCT;
import static dev.karavel.spi.data.Aggregate.MAX;
import static dev.karavel.spi.data.Aggregate.MIN;
import static dev.karavel.spi.data.Aggregate.SUM;

import dev.karavel.spi.data.Aggregate;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Metric;
import dev.karavel.spi.data.Order;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.TimeGrain;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What charts ask of groups: one of each kind, and those that some warehouse once answered otherwise. */
final class CommonQuestions {
    static final Dimension REGION = new Dimension.Named("region");
    static final Dimension PRODUCT = new Dimension.Named("product");
    static final Metric COUNTED = new Metric.Saved("count");
    static final Metric REVENUE = new Metric.Saved("revenue");

    private final Typed typed;

    CommonQuestions(Typed typed) {
        this.typed = typed;
    }

    static Dimension at(String column, TimeGrain grain) {
        return new Dimension.Named(column, Optional.of(grain));
    }

    static Metric simple(String column, Aggregate aggregate) {
        return new Metric.Simple(column, aggregate, aggregate + "(" + column + ")");
    }

    private static QuerySpec.Builder query() {
        return QuerySpec.builder();
    }

    private static Question ask(String name, QuerySpec.Builder spec) {
        return Question.of(name, spec);
    }

    Stream<Question> all() {
        return Stream.of(numbers(), orders(), times(), typedOnes(), series(), labels())
                .flatMap(each -> each);
    }

    private Stream<Question> numbers() {
        return Stream.of(
                ask("one number", query().metric(COUNTED)),
                ask("several numbers", query().metric(COUNTED).metric(REVENUE).metric(new Metric.Saved("average"))),
                ask(
                        "numbers of nothing",
                        query().metric(COUNTED).metric(REVENUE).where(typed.where("[id] < 0", s -> false))),
                ask(
                        "every aggregate",
                        query().column(REGION)
                                .metric(simple("amount", SUM))
                                .metric(simple("price", AVG))
                                .metric(simple("id", AVG))
                                .metric(simple("id", SUM))
                                .metric(simple("note", COUNT))
                                .metric(simple("product", COUNT_DISTINCT))
                                .metric(simple("sold_at", MIN))
                                .metric(simple("day", MAX))),
                ask(
                        "medians and percentiles of groups",
                        query().column(REGION)
                                .metric(COUNTED)
                                .metric(new Metric.Percentile("price", 0.5, "median"))
                                .metric(new Metric.Percentile("amount", 0.9, "p90"))),
                ask(
                        "a percentile of all",
                        query().metric(new Metric.Percentile("amount", 0.25, "lower quarter"))
                                .metric(COUNTED)),
                ask(
                        "the number of rows",
                        query().column(new Dimension.Named("id")).rowCount(true)),
                ask(
                        "the number of groups",
                        query().column(REGION).column(PRODUCT).metric(COUNTED).rowCount(true)));
    }

    private Stream<Question> orders() {
        return Stream.of(
                ask(
                        "groups, the biggest first, empty values last",
                        query().column(REGION).metric(REVENUE)),
                ask(
                        "groups, the smallest first",
                        query().column(REGION).metric(REVENUE).orderDescending(false)),
                ask(
                        "empty keys last when ascending",
                        query().column(REGION).metric(COUNTED).order(new Order(REGION, true))),
                ask(
                        "empty keys last when descending",
                        query().column(REGION).metric(COUNTED).order(new Order(REGION, false))),
                ask(
                        "two dimensions, two orders",
                        query().column(REGION)
                                .column(PRODUCT)
                                .metric(COUNTED)
                                .order(new Order(COUNTED, false))
                                .order(new Order(REGION, true))
                                .order(new Order(PRODUCT, true))),
                ask(
                        "the second page of groups",
                        query().column(REGION)
                                .column(PRODUCT)
                                .metric(COUNTED)
                                .rowLimit(5)
                                .rowOffset(5)),
                ask(
                        "ordered by a metric that is not shown",
                        query().column(PRODUCT).metric(COUNTED).order(new Order(simple("price", SUM), false))),
                ask("distinct values", query().column(PRODUCT).aggregate(true).order(new Order(PRODUCT, true))));
    }

    private Stream<Question> times() {
        return Stream.of(
                ask(
                        "time forward",
                        query().column(at("sold_at", TimeGrain.WEEK))
                                .metric(REVENUE)
                                .timeseries(true)),
                ask(
                        "months of a date",
                        query().column(at("day", TimeGrain.MONTH))
                                .metric(COUNTED)
                                .timeseries(true)),
                ask(
                        "hours of a date are its days",
                        query().column(at("day", TimeGrain.HOUR))
                                .metric(COUNTED)
                                .timeseries(true)),
                ask(
                        "months and days at once",
                        query().column(at("sold_at", TimeGrain.MONTH))
                                .column(PRODUCT)
                                .metric(COUNTED)
                                .metric(simple("online", COUNT))
                                .timeseries(true)
                                .rowLimit(9)));
    }

    private Stream<Question> typedOnes() {
        return Stream.of(
                ask(
                        "a calculated column",
                        query().column(new Dimension.Named("loud")).metric(simple("doubled", SUM))),
                ask(
                        "a typed dimension",
                        query().column(typed.dimension(
                                        "CASE WHEN [id] < 100 THEN 'early' ELSE 'late' END",
                                        "half",
                                        sale -> sale.id() < 100 ? "early" : "late"))
                                .metric(COUNTED)
                                .order(new Order(COUNTED, false))),
                ask(
                        "a typed dimension in time",
                        query().column(typed.dimension(
                                        "[sold_at]", "month", Optional.of(TimeGrain.MONTH), Sale::soldAt))
                                .metric(COUNTED)
                                .timeseries(true)),
                ask(
                        "a typed metric",
                        query().column(REGION)
                                .metric(typed.metric(
                                        "SUM(CASE WHEN [region] = 'East' THEN 1 ELSE 0 END)",
                                        "East sales",
                                        sales -> Measure.sum(sales, sale -> "East".equals(sale.region()) ? 1 : 0)))),
                ask(
                        "a label that is also a column",
                        query().column(at("sold_at", TimeGrain.MONTH))
                                .metric(new Metric.Simple("amount", SUM, "amount"))
                                .metric(typed.metric("MAX([id]) - MIN([id])", "price", CommonQuestions::range))
                                .having(typed.having("MAX([id]) > 100", sales -> newest(sales) > 100))
                                .timeseries(true)),
                ask(
                        "a condition on groups",
                        query().column(PRODUCT)
                                .metric(COUNTED)
                                .having(typed.having("COUNT(*) > 65", sales -> sales.size() > 65))),
                ask(
                        "typed where",
                        query().column(PRODUCT)
                                .metric(COUNTED)
                                .where(typed.where(
                                        "[price] > 50 OR [region] = 'East'",
                                        sale -> sale.price() != null && sale.price() > 50
                                                || "East".equals(sale.region())))));
    }

    private Stream<Question> series() {
        Dimension quarter = at("sold_at", TimeGrain.QUARTER);
        Dimension year = at("sold_at", TimeGrain.YEAR);
        return Stream.of(
                ask(
                        "the best three series over time",
                        query().column(quarter)
                                .column(PRODUCT)
                                .metric(REVENUE)
                                .series(List.of(PRODUCT), 3, Optional.of(REVENUE))
                                .order(new Order(quarter, true))
                                .order(new Order(PRODUCT, true))),
                ask(
                        "the best three series and all others together",
                        query().column(quarter)
                                .column(PRODUCT)
                                .metric(REVENUE)
                                .series(List.of(PRODUCT), 3, Optional.of(REVENUE))
                                .seriesOthers(true)
                                .order(new Order(quarter, true))
                                .order(new Order(PRODUCT, true))),
                ask(
                        "series may be empty",
                        query().column(year)
                                .column(REGION)
                                .metric(COUNTED)
                                .series(List.of(REGION), 2, Optional.of(simple("id", COUNT)))
                                .order(new Order(year, true))
                                .order(new Order(REGION, true))),
                ask(
                        "the worst two series",
                        query().column(PRODUCT)
                                .metric(REVENUE)
                                .series(List.of(PRODUCT), 2, Optional.of(REVENUE))
                                .orderDescending(false)),
                ask(
                        "series by a calculated column, ordered by what is not shown",
                        query().column(new Dimension.Named("loud"))
                                .column(PRODUCT)
                                .metric(COUNTED)
                                .series(List.of(new Dimension.Named("loud")), 2, Optional.empty())
                                .order(new Order(simple("amount", SUM), false))));
    }

    private Stream<Question> labels() {
        return Stream.of(ask(
                "labels longer than names may be, and of any letters",
                query().column(typed.dimension("[id] - [id]", "Länge ".repeat(40), sale -> 0L))
                        .metric(typed.metric("COUNT(*)", "x".repeat(200) + " a", sales -> (long) sales.size()))
                        .metric(typed.metric("COUNT(*) * 2", "x".repeat(200) + " b", sales -> 2L * sales.size()))
                        .metric(typed.metric("COUNT(*) * 3", "SUM(\"a\")\n/ 'b' `c` -- \u0007", s -> 3L * s.size()))));
    }

    private static long newest(List<Sale> sales) {
        return sales.stream().mapToLong(Sale::id).max().orElse(-1);
    }

    private static Long range(List<Sale> sales) {
        return newest(sales) - sales.stream().mapToLong(Sale::id).min().orElse(-1);
    }
}
