package dev.karavel.datasource.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.spi.data.Dialect;
import dev.karavel.sql.inspect.Inspector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How typed statements are kept to ten rows. */
class TypedLimitTest {
    private static final Dialect DIALECT = new OracleDialect();
    private final Inspector inspector = new Inspector(List.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT a FROM t | SELECT a FROM t FETCH NEXT 10 ROWS ONLY",
                "SELECT a FROM t ORDER BY a | SELECT a FROM t ORDER BY a FETCH NEXT 10 ROWS ONLY",
                "SELECT a FROM t FETCH FIRST 5 ROWS ONLY | SELECT a FROM t FETCH FIRST 5 ROWS ONLY",
                "SELECT a FROM t FETCH FIRST 500 ROWS ONLY | SELECT a FROM t FETCH FIRST 10 ROWS ONLY",
                "SELECT a FROM t OFFSET 5 ROWS FETCH NEXT 500 ROWS ONLY | SELECT a FROM t OFFSET 5 ROWS FETCH NEXT 10 ROWS ONLY",
                "SELECT a FROM t ORDER BY a FETCH FIRST 5 PERCENT ROWS ONLY | SELECT * FROM ( SELECT a FROM t ORDER BY a FETCH FIRST 5 PERCENT ROWS ONLY ) limited_rows FETCH NEXT 10 ROWS ONLY",
                "SELECT a FROM t FETCH FIRST 500 ROWS WITH TIES | SELECT * FROM ( SELECT a FROM t FETCH FIRST 500 ROWS WITH TIES ) limited_rows FETCH NEXT 10 ROWS ONLY",
                "SELECT a FROM t UNION ALL SELECT b FROM u | SELECT a FROM t UNION ALL SELECT b FROM u FETCH NEXT 10 ROWS ONLY",
                "WITH x AS (SELECT a FROM t FETCH FIRST 3 ROWS ONLY) SELECT a FROM x | WITH x AS (SELECT a FROM t FETCH FIRST 3 ROWS ONLY) SELECT a FROM x FETCH NEXT 10 ROWS ONLY"
            })
    void aLimitIsAddedOrTightened(String sql, String limited) {
        assertThat(inspector.bounded(sql, "sql", DIALECT, Map.of(), 10).replace('\n', ' '))
                .isEqualTo(limited);
    }
}
