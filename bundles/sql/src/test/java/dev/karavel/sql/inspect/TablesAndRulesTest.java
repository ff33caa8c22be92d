package dev.karavel.sql.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.SqlInspection.Kind;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.StandardDialect;
import dev.karavel.spi.data.TableName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TablesAndRulesTest {
    private static final Dialect DIALECT = new StandardDialect() {
        @Override
        public String id() {
            return "standard";
        }
    };
    private static final Map<TableName, List<String>> RULES =
            Map.of(new TableName(Optional.of("main"), "sales"), List.of("region = 'East'"));
    private static final String ALLOWED = "(SELECT * FROM sales WHERE (region = 'East'))";

    private final Inspector inspector = new Inspector(List.of(), List.of("Lower"), List.of("main.secrets"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "with sales as (select * from sales) select * from sales | sales",
                "WITH a AS (SELECT 1 FROM b), b AS (SELECT 1 FROM c) SELECT * FROM a, b | b,c",
                "SELECT * FROM (WITH x AS (SELECT 1 FROM y) SELECT * FROM x) z, x | y,x",
                "WITH RECURSIVE n(i) AS (SELECT 1 FROM s UNION ALL SELECT i + 1 FROM n) SELECT i FROM n | s",
                "SELECT (SELECT MAX(a) FROM t), b -> (SELECT 1 FROM u) FROM v WHERE EXISTS (SELECT 1 FROM w) | t,u,v,w",
                "WITH x AS (SELECT 1) SELECT * FROM main.x | x",
                "SELECT EXTRACT(YEAR FROM a), TRIM(BOTH 'x' FROM b) FROM t WHERE a IS DISTINCT FROM b | t",
            })
    void tablesAreFoundWhereverTheyStand(String sql, String tables) {
        assertThat(inspector.tables(sql, "sql", DIALECT))
                .extracting(TableName::name)
                .containsExactlyInAnyOrder(tables.trim().split(","));
    }

    @Test
    void aTableIsReplacedByItsAllowedRowsUnderItsName() {
        assertThat(inspector.select("SELECT sales.id FROM sales JOIN sales s ON 1 = 1", "sql", DIALECT, RULES))
                .isEqualTo("SELECT sales.id FROM " + ALLOWED + " sales JOIN "
                        + "(SELECT * FROM sales WHERE (region = 'East'))" + " s ON 1 = 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WITH sales AS (SELECT 1) SELECT * FROM sales",
                "WITH \"SALES\" AS (SELECT 1) SELECT 1",
                "SELECT * FROM s\u00e1les",
                "SELECT * FROM secrets",
                "SELECT \"a.b.c.d.e\" FROM t",
                "SELECT * FROM MAIN.Secrets",
                "SELECT \"LOWER\"(a) FROM t",
            })
    void whatIsDoubtfulOrDeniedIsRefused(String sql) {
        assertThatThrownBy(() -> inspector.select(sql, "sql", DIALECT, RULES)).isInstanceOf(KaravelException.class);
    }

    @Test
    void aTableIsSampledOnlyWhereItHasNoRules() {
        String sampled = "SELECT a FROM %s TABLESAMPLE BERNOULLI (10) REPEATABLE (3)";
        assertThat(inspector.select(sampled.formatted("t"), "sql", DIALECT, RULES))
                .isEqualTo(sampled.formatted("t"));
        assertThat(inspector.tables(sampled.formatted("t x"), "sql", DIALECT)).hasSize(1);
        assertThatThrownBy(() -> inspector.select(sampled.formatted("sales"), "sql", DIALECT, RULES))
                .hasMessageContaining("cannot be sampled");
    }

    @Test
    void theWordTableIsSpelledOut() {
        assertThat(inspector.select("TABLE sales ORDER BY 1;", "sql", DIALECT, RULES))
                .startsWith("SELECT * FROM (SELECT * FROM sales WHERE ")
                .endsWith(" ORDER BY 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT a FROM t | SELECT a FROM t LIMIT 10",
                "SELECT a FROM t LIMIT 5 | SELECT a FROM t LIMIT 5",
                "SELECT a FROM t LIMIT 500 OFFSET 3 | SELECT a FROM t LIMIT 10 OFFSET 3",
                "SELECT a FROM (SELECT 1 AS a LIMIT 500) t | SELECT a FROM (SELECT 1 AS a LIMIT 500) t LIMIT 10",
                "SELECT a FROM t OFFSET 3 | SELECT * FROM ( SELECT a FROM t OFFSET 3 ) limited_rows LIMIT 10",
            })
    void aLimitIsAddedOrTightened(String sql, String limited) {
        assertThat(inspector.bounded(sql, "sql", DIALECT, Map.of(), 10).replace('\n', ' '))
                .isEqualTo(limited);
    }

    @Test
    void aScriptIsReadStatementByStatement() {
        assertThat(inspector.script("SELECT ';' FROM t; -- x;\nDELETE FROM u;;", "sql", DIALECT, true))
                .extracting(Proof::kind)
                .containsExactly(Kind.SELECT, Kind.DELETE);
        assertThatThrownBy(() -> inspector.script("SELECT 1;\n  DELETE FROM u", "sql", DIALECT, false))
                .hasMessageContaining("line 2, column 3");
        assertThatThrownBy(() -> inspector.script("COPY t TO 'x'", "sql", DIALECT, true))
                .isInstanceOf(KaravelException.class);
    }
}
