package dev.karavel.contract.data;

import static dev.karavel.contract.data.CommonQuestions.COUNTED;
import static dev.karavel.contract.data.CommonQuestions.PRODUCT;
import static dev.karavel.contract.data.CommonQuestions.REGION;
import static dev.karavel.contract.data.CommonQuestions.at;

import dev.karavel.spi.data.AnyOf;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Filter;
import dev.karavel.spi.data.Operator;
import dev.karavel.spi.data.Order;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.TimeGrain;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What tables and filters ask: rows as they are, each operator on each kind of column, ranges of time. */
final class RowQuestions {
    private static final LocalDateTime MARCH = LocalDateTime.of(2024, 3, 1, 0, 0);
    private static final Dimension ID = new Dimension.Named("id");

    private final Typed typed;

    RowQuestions(Typed typed) {
        this.typed = typed;
    }

    Stream<Question> all() {
        return Stream.of(rows(), ranges(), filters(), searches(), rules()).flatMap(each -> each);
    }

    private static QuerySpec.Builder ids() {
        return QuerySpec.builder().column(ID).order(new Order(ID, true));
    }

    private static Stream<Question> rows() {
        return Stream.of(
                Question.of(
                        "all columns of the first rows",
                        QuerySpec.builder().order(new Order(ID, true)).rowLimit(40)),
                Question.of("a page", ids().rowLimit(7).rowOffset(5)),
                Question.of(
                        "raw rows by time",
                        QuerySpec.builder()
                                .column(at("sold_at", TimeGrain.DAY))
                                .column(PRODUCT)
                                .order(new Order(ID, false))));
    }

    private static Stream<Question> ranges() {
        return Stream.of(
                Question.of("within a month", ids()).within(MARCH, MARCH.plusMonths(1)),
                Question.of("from a moment on", ids()).within(MARCH.plusHours(31), null),
                Question.of("up to a moment", QuerySpec.builder().column(REGION).metric(COUNTED))
                        .within(null, MARCH.plusMinutes(7)),
                Question.of("within a day of a date column", ids().timeColumn("day"))
                        .within(MARCH.plusHours(9), MARCH.plusDays(3).plusHours(1)));
    }

    private Stream<Question> rules() {
        String places = typed.where(
                "[region] = 'North' OR [region] = 'East'",
                sale -> "North".equals(sale.region()) || "East".equals(sale.region()));
        String late = typed.where("[id] > 10", sale -> sale.id() > 10);
        Filter range = new Filter(new Dimension.Named("day"), Operator.TEMPORAL_RANGE, List.of("x"));
        return Stream.of(
                Question.of("a range in a filter, and row rules", ids().filter(range))
                        .filterWithin(0, MARCH, null)
                        .ruled(List.of(places, late)),
                Question.of(
                        "a filter on a rounded time",
                        ids().filter(new Filter(
                                at("sold_at", TimeGrain.MONTH), Operator.EQUALS, List.of("2024-03-01")))),
                Question.of(
                        "a filter on a typed expression",
                        ids().filter(new Filter(
                                typed.dimension("[id] * 2", "twice", sale -> sale.id() * 2),
                                Operator.EQUALS,
                                List.of(20)))));
    }

    private static Stream<Question> filters() {
        return Stream.of(
                filtered("region", Operator.EQUALS, "East"),
                filtered("region", Operator.NOT_EQUALS, "East"),
                filtered("region", Operator.EQUALS, "EAST"),
                filtered("product", Operator.EQUALS, "O'Brien \"x\""),
                filtered("product", Operator.EQUALS, "\\' OR 1 = 1 -- "),
                filtered("region", Operator.IN, "East", "North", null),
                filtered("region", Operator.NOT_IN, "East", null),
                filtered("region", Operator.NOT_IN, "East"),
                filtered("region", Operator.IN),
                filtered("region", Operator.IS_NULL),
                filtered("region", Operator.IS_NOT_NULL),
                filtered("product", Operator.LIKE, "C%"),
                filtered("product", Operator.LIKE, "%o%"),
                filtered("product", Operator.LIKE, "T_a"),
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
                filtered("loud", Operator.EQUALS, "NORTH"));
    }

    private static Stream<Question> searches() {
        return Stream.of("TE", "0%_J", "_", "%", "o'brien \"X", "ote 1", "!", "[a-z]", "\\", "nowhere")
                .map(text -> Question.of(
                        "rows of which some text contains " + text,
                        ids().anyOf(new AnyOf(Stream.of("region", "product", "note")
                                .map(column ->
                                        new Filter(new Dimension.Named(column), Operator.CONTAINS, List.of(text)))
                                .toList()))));
    }

    private static Question filtered(String column, Operator operator, Object... values) {
        return Question.of(
                "rows where " + column + " " + operator.word() + " " + Arrays.toString(values),
                ids().filter(new Filter(new Dimension.Named(column), operator, Arrays.asList(values))));
    }
}
