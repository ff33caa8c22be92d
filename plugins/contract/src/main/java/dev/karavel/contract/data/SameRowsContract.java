package dev.karavel.contract.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.sql.SqlText;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Filter;
import dev.karavel.spi.data.Metric;
import dev.karavel.spi.data.Operator;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.data.TimeGrain;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The same question gives the same rows, whatever the warehouse: those that a naive evaluation in memory gives. */
public interface SameRowsContract extends WithShop {
    /** How many questions are made up; the first one of them is {@link #firstSeed}. */
    default int madeUpQuestions() {
        return 150;
    }

    default long firstSeed() {
        return 1;
    }

    @TestFactory
    default Stream<DynamicTest> commonQuestionsGetTheRightRows() {
        Typed typed = new Typed(shop().dialect());
        return Stream.concat(new CommonQuestions(typed).all(), new RowQuestions(typed).all())
                .map(question -> DynamicTest.dynamicTest(question.name(), () -> compare(question, typed)));
    }

    @TestFactory
    default Stream<DynamicTest> madeUpQuestionsGetTheRightRows() {
        Typed typed = new Typed(shop().dialect());
        return RandomQuestions.from(firstSeed(), madeUpQuestions())
                .map(question -> DynamicTest.dynamicTest(question.name(), () -> compare(question, typed)));
    }

    @TestFactory
    default Stream<DynamicTest> everyGrainRoundsAsTheCalendarDoes() {
        Typed typed = new Typed(shop().dialect());
        return Stream.of(TimeGrain.values())
                .map(grain -> Question.of(
                        grain.name(),
                        QuerySpec.builder()
                                .column(CommonQuestions.at("sold_at", grain))
                                .metric(CommonQuestions.COUNTED)
                                .filter(new Filter(new Dimension.Named("sold_at"), Operator.IS_NOT_NULL, List.of()))
                                .timeseries(true)))
                .map(question -> DynamicTest.dynamicTest(question.name(), () -> compare(question, typed)));
    }

    /** Spring forward and fall back lie within the shop's year, in zones that change on different days, or by half an hour. */
    @TestFactory
    default Stream<DynamicTest> theClockOfAZoneIsRightAcrossChangesOfDaylightSaving() {
        Typed typed = new Typed(shop().dialect());
        return Stream.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu")
                .flatMap(zone -> Stream.of(TimeGrain.HOUR, TimeGrain.DAY, TimeGrain.WEEK)
                        .map(grain -> Question.of(
                                grain + " in " + zone,
                                QuerySpec.builder()
                                        .column(CommonQuestions.at("sold_at", grain))
                                        .metric(CommonQuestions.COUNTED)
                                        .timeZone(Optional.of(ZoneId.of(zone)))
                                        .timeseries(true))))
                .map(question -> DynamicTest.dynamicTest(question.name(), () -> compare(question, typed)));
    }

    @Test
    default void aVirtualDatasetIsAskedLikeATable() {
        Typed typed = new Typed(shop().dialect());
        String sql = typed.sql("-- only the tea;\nSELECT * FROM [sales] /* all of it */ WHERE [product] = 'Tea' ;\n");
        Question question = Question.of(
                "virtual",
                QuerySpec.builder()
                        .column(CommonQuestions.PRODUCT)
                        .metric(CommonQuestions.COUNTED)
                        .metric(new Metric.Expression(typed.sql("MAX(virtual_table.[id])"), "last")));
        Table table = shop().answer(question.to(shop(), Shop.virtual(shop().dialect(), sql)));
        assertThat(table.rows()).isEqualTo(1);
        assertThat(table.value(0, 0)).isEqualTo("Tea");
    }

    @Test
    default void typedSqlMayNameTheTable() {
        Typed typed = new Typed(shop().dialect());
        Question question = Question.of(
                "qualified",
                QuerySpec.builder()
                        .column(CommonQuestions.at("sold_at", TimeGrain.YEAR))
                        .metric(new Metric.Expression(typed.sql("MAX([sales].[id])"), "last"))
                        .where(typed.sql("[sales].[id] < 10")));
        assertThat(shop().answer(question.to(shop(), shop().dataset())).rows()).isPositive();
    }

    private void compare(Question question, Typed typed) {
        Evaluation.Rows expected = new Evaluation(typed, question).answer();
        SqlText text = shop().runner().write(question.to(shop(), shop().dataset()));
        assertThat(text.rejected()).isEmpty();
        Table table = shop().answer(question.to(shop(), shop().dataset()));
        List<List<Object>> found = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            List<Object> values = new ArrayList<>();
            for (int column = 0; column < table.columns().size(); column++) {
                values.add(table.value(row, column));
            }
            found.add(values);
        }
        assertThat(table.columns()).as(text.sql()).extracting(Column::name).isEqualTo(expected.columns());
        assertThat(comparable(found, expected.ordered()))
                .as(text.sql())
                .isEqualTo(comparable(expected.rows(), expected.ordered()));
    }

    /** Numbers by value: one warehouse's integer is another one's decimal. */
    private static List<List<Object>> comparable(List<List<Object>> rows, boolean ordered) {
        List<List<Object>> comparable = new ArrayList<>();
        for (List<Object> row : rows) {
            List<Object> values = new ArrayList<>();
            row.forEach(value -> values.add(
                    value instanceof Number number
                            ? new BigDecimal(number.toString()).setScale(5, RoundingMode.HALF_UP)
                            : value));
            comparable.add(values);
        }
        if (!ordered) {
            comparable.sort((a, b) -> a.toString().compareTo(b.toString()));
        }
        return comparable;
    }
}
