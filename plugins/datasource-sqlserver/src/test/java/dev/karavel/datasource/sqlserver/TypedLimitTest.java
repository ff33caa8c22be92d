package dev.karavel.datasource.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.spi.data.Dialect;
import dev.karavel.sql.inspect.Inspector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How typed statements are kept to ten rows. */
class TypedLimitTest {
    private static final Dialect DIALECT = new SqlServerDialect();
    private final Inspector inspector = new Inspector(List.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT a FROM t | SELECT a FROM t ORDER BY (SELECT NULL) OFFSET 0 ROWS FETCH NEXT 10 ROWS ONLY",
                "SELECT a FROM t ORDER BY a | SELECT a FROM t ORDER BY a OFFSET 0 ROWS FETCH NEXT 10 ROWS ONLY",
                "SELECT TOP 5 a FROM t | SELECT TOP 5 a FROM t",
                "SELECT TOP 500 a FROM t ORDER BY a | SELECT TOP 10 a FROM t ORDER BY a",
                "SELECT TOP (500) a FROM t | SELECT TOP (10) a FROM t",
                "SELECT TOP 5 PERCENT a FROM t | SELECT * FROM ( SELECT TOP 5 PERCENT a FROM t ) limited_rows ORDER BY (SELECT NULL) OFFSET 0 ROWS FETCH NEXT 10 ROWS ONLY",
                "SELECT DISTINCT a FROM t | SELECT DISTINCT a FROM t ORDER BY 1 OFFSET 0 ROWS FETCH NEXT 10 ROWS ONLY",
                "SELECT a FROM t UNION SELECT b FROM u | SELECT a FROM t UNION SELECT b FROM u ORDER BY 1 OFFSET 0 ROWS FETCH NEXT 10 ROWS ONLY",
                "SELECT TOP 500 a FROM t UNION ALL SELECT b FROM u | SELECT * FROM ( SELECT TOP 500 a FROM t UNION ALL SELECT b FROM u ) limited_rows ORDER BY (SELECT NULL) OFFSET 0 ROWS FETCH NEXT 10 ROWS ONLY",
                "SELECT a FROM t ORDER BY a OFFSET 5 ROWS FETCH NEXT 500 ROWS ONLY | SELECT a FROM t ORDER BY a OFFSET 5 ROWS FETCH NEXT 10 ROWS ONLY",
                "WITH x AS (SELECT TOP 3 a FROM t) SELECT a FROM x | WITH x AS (SELECT TOP 3 a FROM t) SELECT a FROM x ORDER BY (SELECT NULL) OFFSET 0 ROWS FETCH NEXT 10 ROWS ONLY",
                "WITH x AS (SELECT a FROM t) SELECT TOP 500 a FROM x | WITH x AS (SELECT a FROM t) SELECT TOP 10 a FROM x"
            })
    void aLimitIsAddedOrTightened(String sql, String limited) {
        assertThat(inspector.bounded(sql, "sql", DIALECT, Map.of(), 10).replace('\n', ' '))
                .isEqualTo(limited);
    }
}
