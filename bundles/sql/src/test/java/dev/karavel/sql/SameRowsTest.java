package dev.karavel.sql;

import static dev.karavel.spi.data.Aggregate.AVG;
import static dev.karavel.spi.data.Aggregate.COUNT;
import static dev.karavel.spi.data.Aggregate.COUNT_DISTINCT;
import static dev.karavel.spi.data.Aggregate.MAX;
import static dev.karavel.spi.data.Aggregate.MIN;
import static dev.karavel.spi.data.Aggregate.SUM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.sql.SqlQuestion;
import dev.karavel.api.sql.SqlText;
import dev.karavel.api.sql.TimeBounds;
import dev.karavel.spi.data.Aggregate;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Filter;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Metric;
import dev.karavel.spi.data.Operator;
import dev.karavel.spi.data.Order;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.data.TimeGrain;
import dev.karavel.sql.RealWarehouses.Shopfront;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The same question gives the same rows, wherever it is asked. */
class SameRowsTest {
    private static final Dimension REGION = new Dimension.Named("region");
    private static final Dimension PRODUCT = new Dimension.Named("product");
    private static final Metric COUNTED = new Metric.Saved("count");
    private static final Metric REVENUE = new Metric.Saved("revenue");
    private static final LocalDateTime MARCH = LocalDateTime.of(2024, 3, 1, 0, 0);

    @TempDir
    static Path data;

    private static RealWarehouses warehouses;

    @BeforeAll
    static void open() throws IOException, InterruptedException, SQLException {
        warehouses = new RealWarehouses(data);
    }

    @AfterAll
    static void close() throws IOException {
        warehouses.close();
    }

    private record Case(String name, QuerySpec spec, UnaryOperator<SqlQuestion> change) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case ask(String name, QuerySpec.Builder spec) {
        return new Case(name, spec.build(), question -> question);
    }

    private static Case bounded(String name, QuerySpec.Builder spec, LocalDateTime from, LocalDateTime to) {
        TimeBounds bounds = new TimeBounds(Optional.ofNullable(from), Optional.ofNullable(to));
        return new Case(
                name,
                spec.build(),
                q -> new SqlQuestion(
                        q.database(), q.dataset(), q.spec(), bounds, Map.of(), q.rowRules(), q.rowLimit()));
    }

    private static QuerySpec.Builder query() {
        return QuerySpec.builder();
    }

    private static QuerySpec.Builder rows() {
        return query().column(new Dimension.Named("id")).order(new Order(new Dimension.Named("id"), true));
    }

    private static Dimension at(String column, TimeGrain grain) {
        return new Dimension.Named(column, Optional.of(grain));
    }

    private static Metric simple(String column, Aggregate aggregate) {
        return new Metric.Simple(column, aggregate, aggregate + "(" + column + ")");
    }

    private static Case filtered(String column, Operator operator, Object... values) {
        return ask(
                "rows where " + column + " " + operator.word() + " " + Arrays.toString(values),
                rows().filter(new Filter(new Dimension.Named(column), operator, Arrays.asList(values))));
    }

    static Stream<Case> cases() {
        return Stream.of(
                ask(
                        "all columns of the first rows",
                        query().order(new Order(new Dimension.Named("id"), true))
                                .rowLimit(5)),
                ask("one number", query().metric(COUNTED)),
                ask("several numbers", query().metric(COUNTED).metric(REVENUE).metric(new Metric.Saved("average"))),
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
                        "ordered by a metric that is not shown",
                        query().column(PRODUCT).metric(COUNTED).order(new Order(simple("price", SUM), false))),
                ask("distinct values", query().column(PRODUCT).aggregate(true).order(new Order(PRODUCT, true))),
                ask(
                        "a label that is also a column",
                        query().column(at("sold_at", TimeGrain.MONTH))
                                .metric(new Metric.Simple("amount", SUM, "amount"))
                                .metric(new Metric.Expression("SUM(\"amount\") / COUNT(*)", "price"))
                                .having("SUM(\"amount\") > 100")
                                .timeseries(true)),
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
                        "a calculated column",
                        query().column(new Dimension.Named("loud")).metric(simple("doubled", SUM))),
                ask(
                        "a typed dimension",
                        query().column(new Dimension.Expression("LENGTH(\"product\")", "letters", Optional.empty()))
                                .metric(COUNTED)
                                .order(new Order(COUNTED, false))),
                ask(
                        "a typed dimension in time",
                        query().column(new Dimension.Expression("\"sold_at\"", "month", Optional.of(TimeGrain.MONTH)))
                                .metric(COUNTED)
                                .timeseries(true)),
                ask(
                        "a typed metric",
                        query().column(REGION)
                                .metric(new Metric.Expression(
                                        "SUM(CASE WHEN \"online\" = TRUE THEN 1 ELSE 0 END)", "Online sales"))),
                ask(
                        "a condition on groups",
                        query().column(PRODUCT).metric(COUNTED).having("COUNT(*) > 65")),
                ask(
                        "typed where",
                        query().column(PRODUCT).metric(COUNTED).where("\"price\" > 50 OR \"region\" = 'East'")),
                ask(
                        "the best three series over time",
                        query().column(at("sold_at", TimeGrain.QUARTER))
                                .column(PRODUCT)
                                .metric(REVENUE)
                                .series(List.of(PRODUCT), 3, Optional.of(REVENUE))
                                .order(new Order(at("sold_at", TimeGrain.QUARTER), true))
                                .order(new Order(PRODUCT, true))),
                ask(
                        "series may be empty",
                        query().column(at("sold_at", TimeGrain.YEAR))
                                .column(REGION)
                                .metric(COUNTED)
                                .series(List.of(REGION), 2, Optional.of(simple("id", COUNT)))
                                .order(new Order(at("sold_at", TimeGrain.YEAR), true))
                                .order(new Order(REGION, true))),
                ask(
                        "series by a calculated column, ordered by what is not shown",
                        query().column(new Dimension.Named("loud"))
                                .column(PRODUCT)
                                .metric(COUNTED)
                                .series(List.of(new Dimension.Named("loud")), 2, Optional.empty())
                                .order(new Order(simple("amount", SUM), false))),
                ask(
                        "labels longer than names may be",
                        query().column(new Dimension.Expression(
                                        "LENGTH(\"product\")", "Länge ".repeat(40), Optional.empty()))
                                .metric(new Metric.Expression("COUNT(*)", "x".repeat(200) + " a"))
                                .metric(new Metric.Expression("COUNT(*) * 2", "x".repeat(200) + " b"))
                                .metric(new Metric.Expression("COUNT(*) * 3", "SUM(\"a\")\n/ 'b' -- \u0007"))),
                ask("a page", rows().rowLimit(7).rowOffset(5)),
                ask("the number of rows", rows().rowCount(true)),
                ask(
                        "the number of groups",
                        query().column(REGION).column(PRODUCT).metric(COUNTED).rowCount(true)),
                ask(
                        "raw rows by time",
                        query().column(at("sold_at", TimeGrain.DAY))
                                .column(PRODUCT)
                                .order(new Order(new Dimension.Named("id"), false))),
                bounded("within a month", rows(), MARCH, MARCH.plusMonths(1)),
                bounded("from a moment on", rows(), MARCH.plusHours(31), null),
                bounded("up to a moment", query().column(REGION).metric(COUNTED), null, MARCH.plusMinutes(7)),
                bounded(
                        "within a day of a date column",
                        rows().timeColumn("day"),
                        MARCH.plusHours(9),
                        MARCH.plusDays(3).plusHours(1)),
                new Case(
                        "a range in a filter, and row rules",
                        rows().filter(new Filter(new Dimension.Named("day"), Operator.TEMPORAL_RANGE, List.of("x")))
                                .build(),
                        q -> new SqlQuestion(
                                q.database(),
                                q.dataset(),
                                q.spec(),
                                TimeBounds.none(),
                                Map.of(0, new TimeBounds(Optional.of(MARCH), Optional.empty())),
                                List.of("\"region\" = 'North' OR \"region\" = 'East'", "\"id\" > 10"),
                                q.rowLimit())),
                filtered("region", Operator.EQUALS, "East"),
                filtered("region", Operator.NOT_EQUALS, "East"),
                filtered("product", Operator.EQUALS, "O'Brien \"x\""),
                filtered("region", Operator.IN, "East", "North", null),
                filtered("region", Operator.NOT_IN, "East", null),
                filtered("region", Operator.NOT_IN, "East"),
                filtered("region", Operator.IN),
                filtered("region", Operator.IS_NULL),
                filtered("region", Operator.IS_NOT_NULL),
                filtered("product", Operator.LIKE, "C%"),
                filtered("product", Operator.NOT_LIKE, "C%"),
                filtered("product", Operator.ILIKE, "%O%"),
                filtered("product", Operator.NOT_ILIKE, "%o%"),
                filtered("id", Operator.IN, "3", 5, 7L),
                filtered("id", Operator.GREATER, "390.5"),
                filtered("amount", Operator.LESS_OR_EQUAL, 25.5),
                filtered("price", Operator.EQUALS, 3.875),
                filtered("price", Operator.LESS, new BigDecimal("1e1")),
                filtered("online", Operator.IS_TRUE),
                filtered("online", Operator.IS_FALSE),
                filtered("online", Operator.EQUALS, "true"),
                filtered("sold_at", Operator.GREATER_OR_EQUAL, "2024-06-01T12:00:00Z"),
                filtered("sold_at", Operator.LESS, 1_704_067_200_000L),
                filtered("day", Operator.EQUALS, "2024-03-01"),
                filtered("day", Operator.IN, "2024-03-01", "2024-03-02T00:00:00"),
                filtered("note", Operator.EQUALS, "Note 2 É"),
                filtered("loud", Operator.EQUALS, "NORTH"),
                ask(
                        "a filter on a rounded time",
                        rows().filter(new Filter(
                                at("sold_at", TimeGrain.MONTH), Operator.EQUALS, List.of("2024-03-01")))),
                ask(
                        "a filter on a typed expression",
                        rows().filter(new Filter(
                                new Dimension.Expression("\"id\" * 2", "twice", Optional.empty()),
                                Operator.EQUALS,
                                List.of(20)))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSameRowsEverywhere(Case asked) {
        List<List<Object>> expected = null;
        List<String> columns = null;
        for (Shopfront front : warehouses.fronts()) {
            Table table = answer(front, front.dataset(), asked);
            List<List<Object>> rows = rows(table);
            if (asked.spec().orderBy().isEmpty()) {
                rows.sort((a, b) -> a.toString().compareTo(b.toString()));
            }
            if (expected == null) {
                expected = rows;
                columns = table.columns().stream().map(column -> column.name()).toList();
            }
            assertThat(rows).as("%s on %s", asked, front).isEqualTo(expected);
            assertThat(table.columns())
                    .as("%s on %s", asked, front)
                    .extracting("name")
                    .isEqualTo(columns);
        }
        assertThat(expected)
                .as("%s has rows", asked)
                .hasSizeGreaterThan(asked.name().endsWith("IN []") ? -1 : 0);
    }

    @ParameterizedTest
    @EnumSource(TimeGrain.class)
    void everyGrainRoundsAsTheCalendarDoes(TimeGrain grain) {
        Map<LocalDateTime, Long> expected = new TreeMap<>();
        Shop.sales().stream()
                .filter(sale -> sale.soldAt() != null)
                .forEach(sale -> expected.merge(Calendar.floor(grain, sale.soldAt()), 1L, Long::sum));
        Case asked = ask(
                grain.name(),
                query().column(at("sold_at", grain))
                        .metric(COUNTED)
                        .filter(new Filter(new Dimension.Named("sold_at"), Operator.IS_NOT_NULL, List.of())));
        for (Shopfront front : warehouses.fronts()) {
            Table table = answer(front, front.dataset(), asked);
            Map<LocalDateTime, Long> found = new TreeMap<>();
            for (int row = 0; row < table.rows(); row++) {
                found.put((LocalDateTime) table.value(row, 0), (Long) table.value(row, 1));
            }
            assertThat(found).as("%s on %s", grain, front).isEqualTo(expected);
        }
    }

    @Test
    void aVirtualDatasetIsAskedLikeATable() {
        for (Shopfront front : warehouses.fronts()) {
            Dataset virtual = Shop.virtual(
                    "-- only the tea;\nSELECT * FROM \"sales\" /* all of it */ WHERE \"product\" = 'Tea' ;\n");
            Table table = answer(
                    front,
                    virtual,
                    ask(
                            "virtual",
                            query().column(PRODUCT)
                                    .metric(COUNTED)
                                    .metric(new Metric.Expression("MAX(virtual_table.\"id\")", "last"))));
            assertThat(table.rows()).as("%s", front).isEqualTo(1);
            assertThat(table.value(0, 0)).isEqualTo("Tea");
        }
    }

    @Test
    void typedSqlMayNameTheTable() {
        for (Shopfront front : warehouses.fronts()) {
            Case asked = ask(
                    "qualified",
                    query().column(at("sold_at", TimeGrain.YEAR))
                            .metric(new Metric.Expression("MAX(\"sales\".\"id\")", "last"))
                            .where("\"sales\".\"id\" < 10"));
            assertThat(answer(front, front.dataset(), asked).rows())
                    .as("%s", front)
                    .isPositive();
        }
    }

    private static Table answer(Shopfront front, Dataset dataset, Case asked) {
        SqlQuestion plain = Shop.question(front.database(), dataset, asked.spec());
        int limit = asked.spec().rowLimit() == 0 ? 1_000 : asked.spec().rowLimit();
        SqlQuestion limited = new SqlQuestion(
                plain.database(), dataset, plain.spec(), plain.bounds(), plain.filterBounds(), plain.rowRules(), limit);
        SqlText text = front.runner().write(asked.change().apply(limited));
        assertThat(text.rejected()).isEmpty();
        return front.runner()
                .run(
                        front.database(),
                        text.sql(),
                        Limits.of(1_000, Duration.ofSeconds(30)),
                        Instant.now().plusSeconds(60));
    }

    /** Numbers by value: one warehouse's integer is another one's decimal. */
    private static List<List<Object>> rows(Table table) {
        List<List<Object>> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            List<Object> values = new ArrayList<>();
            for (int column = 0; column < table.columns().size(); column++) {
                Object value = table.value(row, column);
                values.add(
                        value instanceof Number number
                                ? new BigDecimal(number.toString()).setScale(6, RoundingMode.HALF_UP)
                                : value);
            }
            rows.add(values);
        }
        return rows;
    }
}
