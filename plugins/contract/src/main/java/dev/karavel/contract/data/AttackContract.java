package dev.karavel.contract.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.SqlQuestion;
import dev.karavel.api.sql.TimeBounds;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Filter;
import dev.karavel.spi.data.Operator;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every text of a question, given every kind of attack, on the real warehouse; a row rule has to hold throughout. */
public interface AttackContract extends WithShop {
    /** With names in square brackets, which the warehouse quotes its own way. */
    List<String> ATTACKS = List.of(
            "' OR '1'='1",
            "'; DROP TABLE [sales]; --",
            "\"; DROP TABLE [sales]; --",
            "1) OR (1=1",
            "1=1) OR (1=1",
            "x' OR 1=1 --",
            "x'/**/OR/**/1=1--",
            "\\' OR 1=1 --",
            "' UNION SELECT [note] FROM [sales] --",
            "(SELECT COUNT(*) FROM [sales])",
            "COUNT(*)) FROM [sales] --",
            "COUNT(*) FILTER (WHERE EXISTS (SELECT 1 FROM [sales]))",
            "[id] IN (SELECT [id] FROM [sales])",
            "1 UNION SELECT 1",
            "1; SELECT 1",
            "\u02bc OR 1=1",
            "$$ OR 1=1 $$",
            "E'\\' OR 1=1 --'",
            "{fn USER()}",
            "?",
            ":x",
            "a\nb\r\tc",
            "%' OR '1' LIKE '%");

    @TestFactory
    default Stream<DynamicTest> attacksAreRefusedOrTakenAsMereText() {
        Typed typed = new Typed(shop().dialect());
        return Stream.of(AttackedPlace.values()).flatMap(place -> ATTACKS.stream()
                .map(attack -> DynamicTest.dynamicTest(
                        place + ": " + attack.replaceAll("\\s", " "), () -> attack(place, typed.sql(attack)))));
    }

    private void attack(AttackedPlace place, String text) {
        QuerySpec spec = place.apply(QuerySpec.builder().metric(CommonQuestions.COUNTED), text)
                .build();
        Table table;
        try {
            table = shop().answer(ruled(shop().dataset(), spec, rule()));
        } catch (KaravelException e) {
            assertThat(e.code())
                    .as(e.getMessage())
                    .isIn(ErrorCode.INVALID_REQUEST, ErrorCode.STATEMENT_REFUSED, ErrorCode.WAREHOUSE_REFUSED);
            return;
        }
        int counted = table.indexOf("count");
        long sum = 0;
        for (int row = 0; row < table.rows(); row++) {
            sum += ((Number) table.value(row, counted)).longValue();
        }
        assertThat(sum).as("rows seen").isLessThanOrEqualTo(east());
        assertThat(rows()).as("nothing was harmed").isEqualTo(Shop.sales().size());
    }

    @Test
    default void anAttackInARowRuleOrAVirtualDatasetIsRefused() {
        Typed typed = new Typed(shop().dialect());
        QuerySpec spec = QuerySpec.builder().metric(CommonQuestions.COUNTED).build();
        for (String attack : ATTACKS) {
            String text = typed.sql(attack);
            assertThatThrownBy(() -> shop().answer(ruled(shop().dataset(), spec, text)))
                    .as("rule " + text)
                    .isInstanceOf(KaravelException.class);
            assertThatThrownBy(() -> shop().answer(ruled(Shop.virtual(shop().dialect(), text), spec, rule())))
                    .as("dataset " + text)
                    .isInstanceOf(KaravelException.class);
        }
    }

    @Test
    default void aNumberThatWouldFillTheMemoryIsRefused() {
        for (Object bomb : List.of("1e999999999", new BigDecimal("1e999999999"), "1".repeat(500), Double.NaN)) {
            QuerySpec spec = QuerySpec.builder()
                    .metric(CommonQuestions.COUNTED)
                    .filter(new Filter(new Dimension.Named("id"), Operator.LESS, List.of(bomb)))
                    .build();
            assertThatThrownBy(() -> shop().runner().write(ruled(shop().dataset(), spec, rule())))
                    .isInstanceOfSatisfying(
                            KaravelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
        }
    }

    @Test
    default void whatCallersReadOfAFailureHoldsNoSql() {
        String sql = new Typed(shop().dialect()).sql("SELECT secret_column FROM [sales]");
        assertThatThrownBy(() -> shop().run(sql, 1)).isInstanceOfSatisfying(KaravelException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.WAREHOUSE_REFUSED);
            assertThat(e.getMessage()).containsIgnoringCase("column").doesNotContainIgnoringCase("secret_column");
        });
    }

    private String rule() {
        return new Typed(shop().dialect()).sql("[region] = 'East'");
    }

    private static long east() {
        return Shop.sales().stream()
                .filter(sale -> "East".equals(sale.region()))
                .count();
    }

    private long rows() {
        QuerySpec count = QuerySpec.builder().metric(CommonQuestions.COUNTED).build();
        SqlQuestion question =
                new SqlQuestion(shop().database(), shop().dataset(), count, TimeBounds.none(), Map.of(), List.of(), 1);
        return ((Number) shop().answer(question).value(0, 0)).longValue();
    }

    private SqlQuestion ruled(Dataset dataset, QuerySpec spec, String rule) {
        return new SqlQuestion(shop().database(), dataset, spec, TimeBounds.none(), Map.of(), List.of(rule), 1_000);
    }
}
