package dev.karavel.contract.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.data.TableName;
import dev.karavel.sql.inspect.Inspector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Honest statements, spoilt at random: whatever still passes shows no row outside of the rule, and changes nothing. */
public interface FuzzContract extends WithShop {
    int SPOILT = 4_000;
    long SEED = 42;
    int MOST = 20_000;

    /** What is put into statements; each is part of some attack. */
    List<String> PIECES = List.of(
            " -- x\n",
            " /* x */ ",
            "'",
            "\"",
            "`",
            "/*",
            "*/",
            "--",
            "//",
            ";",
            " sales ",
            " \"SALES\" ",
            " UNION SELECT * FROM sales ",
            " UNION ALL SELECT note FROM sales ",
            " , sales ",
            " JOIN sales j ON 1 = 1 ",
            " (SELECT MAX(note) FROM sales) ",
            " IN (SELECT region FROM sales) ",
            " WITH sales AS (SELECT 1 AS id) ",
            " FROM sales ",
            " TABLE sales ",
            " SELECT ",
            " LATERAL ",
            " VALUES (1) ",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            ",",
            "$$",
            " AS ",
            " || ",
            " -> ",
            " :: ",
            " * ",
            " .",
            "sales.",
            "\u00a0",
            "\u200b",
            " QUALIFY ",
            " EXCEPT ",
            " DISTINCT FROM ",
            " WHERE 1 = 1 OR ",
            " OR 1 = 1 ",
            " USING (id) ",
            " NATURAL JOIN sales ",
            " INTO x ",
            " FOR UPDATE ",
            " DELETE FROM sales ",
            " RETURNING * ");

    @Test
    default void whatPassesShowsNoRowOutsideOfTheRule() {
        Dialect dialect = shop().dialect();
        Inspector inspector = new Inspector(List.of());
        String note = dialect.quote("note");
        // the rule leaves no row, so nothing that only a row holds may be seen
        TableName sales = new TableName(shop().dataset().schema(), Shop.TABLE);
        Map<TableName, List<String>> nothing = Map.of(sales, List.of(note + " = 'no such note'"));
        Set<String> secrets = new HashSet<>();
        Shop.sales().stream().filter(sale -> sale.note() != null).forEach(sale -> secrets.add(sale.note()));
        List<String> honest = new Corpus(dialect).accepted();
        Random random = new Random(SEED);
        int ran = 0;
        for (int i = 0; i < SPOILT; i++) {
            String sql = spoilt(honest, random);
            Table table;
            try {
                table = shop().run(inspector.select(sql, "sql", dialect, nothing), MOST);
            } catch (KaravelException e) {
                assertThat(e.code())
                        .as(sql)
                        .isIn(ErrorCode.STATEMENT_REFUSED, ErrorCode.WAREHOUSE_REFUSED, ErrorCode.WAREHOUSE_TIMEOUT);
                continue;
            }
            ran++;
            assertThat(texts(table)).as(sql).doesNotContainAnyElementsOf(secrets);
        }
        assertThat(ran).as("statements that ran").isPositive();
        String count = "SELECT COUNT(*) FROM " + dialect.quote(Shop.TABLE);
        assertThat(((Number) shop().run(count, 1).value(0, 0)).intValue())
                .isEqualTo(Shop.sales().size());
    }

    private static String spoilt(List<String> honest, Random random) {
        String sql = honest.get(random.nextInt(honest.size()));
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            int at = random.nextInt(sql.length() + 1);
            String piece = random.nextInt(4) == 0
                    ? " (" + honest.get(random.nextInt(honest.size())) + ") "
                    : PIECES.get(random.nextInt(PIECES.size()));
            int to = random.nextInt(4) == 0 ? Math.min(sql.length(), at + random.nextInt(20)) : at;
            sql = sql.substring(0, at) + piece + sql.substring(to);
        }
        return sql;
    }

    private static List<String> texts(Table table) {
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < table.columns().size(); column++) {
                texts.add(String.valueOf(table.value(row, column)));
            }
        }
        return texts;
    }
}
