package dev.karavel.contract.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.data.TableName;
import dev.karavel.sql.inspect.Inspector;
import dev.karavel.sql.inspect.TypedSqlInspector;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Typed statements: what attackers type is refused; what analysts type passes, runs, and with a row rule on the shop's table gives
 * what it would give if the table held no other rows.
 */
public interface InspectionContract extends WithShop {
    int FEWEST = 150;
    int MOST_ROWS = 20_000;
    Pattern SALES = Pattern.compile("(?i)\\bsales\\b");

    private static Inspector inspector() {
        return new Inspector(List.of());
    }

    @Test
    default void theCorpusIsLargeEnough() {
        Corpus corpus = new Corpus(shop().dialect());
        assertThat(new HashSet<>(corpus.accepted())).hasSizeGreaterThanOrEqualTo(FEWEST);
        assertThat(new HashSet<>(corpus.refused())).hasSizeGreaterThanOrEqualTo(FEWEST);
    }

    @TestFactory
    default Stream<DynamicTest> adversarialStatementsAreRefused() {
        Dialect dialect = shop().dialect();
        Inspector inspector = inspector();
        return new Corpus(dialect)
                .refused().stream()
                        .map(sql -> DynamicTest.dynamicTest(sql.replaceAll("\\s", " "), () -> assertThatThrownBy(
                                        () -> inspector.select(sql, "sql", dialect))
                                .isInstanceOfSatisfying(KaravelException.class, e -> {
                                    assertThat(e.code()).isEqualTo(ErrorCode.STATEMENT_REFUSED);
                                    assertThat(e.field()).isEqualTo("sql");
                                    assertThat(e.getMessage()).isNotBlank();
                                })));
    }

    @TestFactory
    default Stream<DynamicTest> analyticalStatementsPassAndKeepRowRules() {
        Inspector inspector = inspector();
        return new Corpus(shop().dialect())
                .accepted().stream()
                        .map(sql -> DynamicTest.dynamicTest(
                                sql.replaceAll("\\s", " "), () -> keepsRowRules(sql, inspector)));
    }

    /** Whatever may be read may be explained, its rules in it; nothing else may, and not with ANALYZE. */
    @TestFactory
    default Stream<DynamicTest> onlyReadsAreExplained() {
        TypedSqlInspector inspector = TypedSqlInspector.over(shop().warehouses(), inspector());
        Corpus corpus = new Corpus(shop().dialect());
        boolean plans = shop().dialect().explain("").isPresent();
        Stream<DynamicTest> explained = corpus.accepted().stream()
                .filter(sql -> !sql.stripLeading().startsWith("(") && plans)
                .map(sql -> DynamicTest.dynamicTest("EXPLAIN " + sql.replaceAll("\\s", " "), () -> {
                    String allowed = inspector.restrict(shop().database(), "EXPLAIN " + sql, false, rules(), 0);
                    assertThat(shop().run(allowed, MOST_ROWS).columns()).isNotEmpty();
                }));
        List<String> attacks = new ArrayList<>();
        corpus.refused().forEach(sql -> attacks.add("EXPLAIN " + sql));
        corpus.accepted().stream()
                .limit(10)
                .forEach(sql -> attacks.addAll(List.of(
                        "EXPLAIN ANALYZE " + sql,
                        "EXPLAIN (ANALYZE) " + sql,
                        "EXPLAIN VERBOSE " + sql,
                        "EXPLAIN EXPLAIN " + sql,
                        "EXPLAIN " + sql + "; DROP TABLE sales")));
        Stream<DynamicTest> refused = attacks.stream()
                .map(sql -> DynamicTest.dynamicTest(sql.replaceAll("\\s", " "), () -> assertThatThrownBy(
                                () -> inspector.inspect(shop().database(), sql, false))
                        .isInstanceOfSatisfying(KaravelException.class, e -> assertThat(e.code())
                                .isEqualTo(ErrorCode.STATEMENT_REFUSED))));
        return Stream.concat(explained, refused);
    }

    private Map<TableName, List<String>> rules() {
        TableName sales = new TableName(shop().dataset().schema(), Shop.TABLE);
        return Map.of(sales, List.of(shop().dialect().quote("region") + " = 'East'"));
    }

    private void keepsRowRules(String sql, Inspector inspector) {
        Dialect dialect = shop().dialect();
        Map<TableName, List<String>> rules = rules();
        Set<TableName> tables = inspector.tables(sql, "sql", dialect);
        assertThat(tables).as("tables read").extracting(TableName::name).allMatch(Shop.TABLE::equalsIgnoreCase);
        assertThat(tables.isEmpty()).isEqualTo(!SALES.matcher(sql).find());
        Table ruled = shop().run(inspector.select(sql, "sql", dialect, rules), MOST_ROWS);
        Table copy = shop().run(inspector.select(onCopy(sql), "sql", dialect), MOST_ROWS);
        assertThat(columns(ruled)).hasSameSizeAs(columns(copy));
        assertThat(rows(ruled)).isEqualTo(rows(copy));
        Table limited = shop().run(inspector.bounded(sql, "sql", dialect, rules, 2), MOST_ROWS);
        assertThat(limited.rows()).isEqualTo(Math.min(2, ruled.rows()));
    }

    /** The statement over a table that holds only the rows the rule allows. */
    private static String onCopy(String sql) {
        return SALES.matcher(sql)
                .replaceAll(name -> Matcher.quoteReplacement(
                        name.group().equals("SALES") ? Shop.EAST_TABLE.toUpperCase() : Shop.EAST_TABLE));
    }

    private static List<String> columns(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    /** In no order, numbers without the last digits, in which the order of adding shows. */
    private static List<String> rows(Table table) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            List<String> values = new ArrayList<>();
            for (int column = 0; column < table.columns().size(); column++) {
                values.add(Optional.ofNullable(table.value(row, column))
                        .map(InspectionContract::comparable)
                        .orElse("-"));
            }
            rows.add(String.join("|", values));
        }
        rows.sort(null);
        return rows;
    }

    private static String comparable(Object value) {
        return value instanceof Number number
                ? new BigDecimal(number.toString())
                        .round(new MathContext(9))
                        .stripTrailingZeros()
                        .toPlainString()
                : value.toString();
    }
}
