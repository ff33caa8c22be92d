package dev.karavel.sql.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.StandardDialect;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InspectorTest {
    private static final Dialect DIALECT = new StandardDialect() {
        @Override
        public String id() {
            return "standard";
        }
    };

    private final Inspector inspector = new Inspector(List.of("ST_Distance"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COUNT(*)",
                "SUM(a) / NULLIF(COUNT(DISTINCT \"b c\"), 0)",
                "SUM(CASE WHEN a > 1 AND b IN ('x', 'y''z') THEN c ELSE 0 END)",
                "a > 3 OR (b IS NULL AND NOT c LIKE '%;--/*x*/')",
                "SUM(x) FILTER (WHERE y > 2)",
                "ROW_NUMBER() OVER (PARTITION BY y ORDER BY z DESC)",
                "COUNT(*) OVER ()",
                "PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY x)",
                "DATE_TRUNC('month', sold_at)",
                "sold_at::date",
                "EXTRACT(YEAR FROM sold_at)",
                "sold_at > NOW() - INTERVAL '7' DAY",
                "sold_at >= DATE '2024-01-01'",
                "TRIM(BOTH ' ' FROM x)",
                "POSITION('a' IN b)",
                "SUBSTRING(a FROM 1 FOR 2)",
                "x BETWEEN 1 AND 2",
                "region ILIKE '%a%'",
                "region ~ '^a'",
                "a || '-' || b",
                "data ->> 'key' = 'v'",
                "STRING_AGG(DISTINCT a, ',' ORDER BY a)",
                "{fn TIMESTAMPADD(SQL_TSI_DAY, 1, x)}",
                "a AT TIME ZONE 'UTC'",
                "LPAD(a, 2, '0')",
                "\"größe\" > 1 AND straße = 'ß'",
                "st_distance(a, b)",
                "flights.delay + 1",
                "a = 'c:\\temp'",
                "(a, b) IN ((1, 2), (3, 4))",
                "-1",
            })
    void whatChartsNeedPasses(String sql) {
        assertThat(inspector.expression(sql, "where", DIALECT)).isEqualTo(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                // leaving the place it is put into
                "1 = 1) OR (1 = 1",
                "1 = 1)) UNION SELECT name FROM users --",
                "a = 1; DROP TABLE users",
                "a = 1;",
                "a = 1 -- and the rest",
                "a = 1 /* and the rest",
                "a = 1 /* hidden */",
                "a = 1 # and the rest",
                "a = 'open",
                "\"open",
                "(a = 1",
                "a = 1 UNION SELECT 1",
                "a = 1 GROUP BY b",
                "a = 1 ORDER BY 1",
                "a, b",
                "a AS b",
                "*",
                // texts a warehouse may read otherwise
                "a = E'\\' OR 1=1 --'",
                "a = E'\\' || '); DROP TABLE users; --'",
                "U&'\\0027' = a",
                "a = N'x'",
                "X'6162' = a",
                "$$a$$ = a",
                "$tag$a$tag$ = a",
                "`a` = 1",
                "a = 1 \\",
                "a\u00a0= 1",
                "a = \u20181\u2019",
                "a = '\0'",
                "{{ user }} = 1",
                "{% if x %} 1 {% endif %}",
                // other tables
                "(SELECT password FROM users LIMIT 1) = 'x'",
                "EXISTS (SELECT 1 FROM users)",
                "a IN (SELECT id FROM users)",
                "a = ANY(SELECT id FROM users)",
                "ARRAY(SELECT id FROM users) IS NOT NULL",
                "COALESCE(a, (SELECT 1))",
                "CASE WHEN EXISTS (VALUES (1)) THEN 1 END",
                "COUNT(*) FILTER (WHERE a IN (SELECT 1))",
                "SUM(a) OVER (ORDER BY (SELECT 1))",
                "x[(SELECT 1)]",
                "a IN (TABLE users)",
                "CAST((SELECT 1) AS INT)",
                // files, settings, servers, time and memory
                "read_csv('/etc/passwd')",
                "READ_CSV_AUTO('/etc/passwd')",
                "read_text('/etc/passwd')",
                "pg_read_file('/etc/passwd')",
                "\"pg_read_file\"('/etc/passwd')",
                "pg_catalog.pg_read_file('/etc/passwd')",
                "PG_CATALOG.\"pg_read_file\"('x')",
                "lo_import('/etc/passwd')",
                "query_to_xml('select * from users', true, true, '')",
                "database_to_xml(true, true, '')",
                "table_to_xml('users', true, true, '')",
                "xmlparse(document 'x')",
                "dblink('host=x', 'select 1')",
                "pg_sleep(10)",
                "current_setting('data_directory')",
                "set_config('x', 'y', false)",
                "getenv('HOME')",
                "nextval('s')",
                "NEXT VALUE FOR s",
                "pg_ls_dir('/')",
                "load_extension('x')",
                "sys_exec('x')",
                "REPEAT('x', 1000000000)",
                "LPAD(a, 1000000000)",
                "LPAD(a, b)",
                "LPAD(a, 99999999999999999999)",
                "range(1000000000)",
                "generate_series(1, 1000000000)",
                "unnest(a)",
                "SYSCS_UTIL.SYSCS_GET_DATABASE_PROPERTY('x')",
                "java_method('x')",
                "'users'::regclass",
                "CAST('users' AS regclass)",
                "CURRENT_USER",
                "session_user = 'x'",
                // other syntax
                "@variable",
                ":parameter",
                "?",
                "a := 1",
                "SUM(*)",
                "DROP TABLE users",
                "SELECT 1",
                "DELETE FROM users",
                "WITH x AS (SELECT 1) SELECT * FROM x",
            })
    void whatIsNotProvenHarmlessIsRefused(String sql) {
        assertRefused(() -> inspector.expression(sql, "where", DIALECT), "where");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a, SUM(b) AS c FROM t JOIN u ON t.id = u.id WHERE x > 1 GROUP BY a HAVING SUM(b) > 1 ORDER BY 2 LIMIT 10",
                "WITH x AS (SELECT * FROM t) SELECT * FROM x WHERE a IN (SELECT a FROM y)",
                "SELECT 1 UNION ALL SELECT 2",
                "SELECT * FROM (SELECT a FROM t) AS inner_table",
                "SELECT * FROM \"main\".\"sales\" s LEFT JOIN other USING (id)",
                "SELECT a FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.id = t.id)",
            })
    void selectStatementsPass(String sql) {
        assertThat(inspector.select(sql, "sql", DIALECT)).isEqualTo(sql);
    }

    @Test
    void commentsAndTheLastSemicolonAreCutOut() {
        assertThat(inspector.select("-- sales; and more\nSELECT '--' AS a /* x */ FROM t; ", "sql", DIALECT))
                .isEqualTo("SELECT '--' AS a   FROM t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE t",
                "DELETE FROM t",
                "INSERT INTO t VALUES (1)",
                "UPDATE t SET a = 1",
                "SELECT 1; SELECT 2",
                "SELECT 1; -- x\n DROP TABLE t",
                "SELECT * FROM t) x; DROP TABLE t; --",
                "SELECT * INTO copy FROM t",
                "SELECT * FROM t FOR UPDATE",
                "WITH gone AS (DELETE FROM t RETURNING *) SELECT * FROM gone",
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT * FROM '/etc/passwd'",
                "SELECT * FROM \"/etc/passwd.csv\"",
                "SELECT * FROM pg_shadow",
                "SELECT * FROM pg_catalog.pg_authid",
                "SELECT * FROM information_schema.tables",
                "SELECT * FROM duckdb_settings()",
                "SELECT * FROM duckdb_settings",
                "SELECT pg_read_file('/etc/passwd')",
                "SELECT /* /* nested */ */ 1",
                "SELECT 1 /* open",
                "CALL x()",
                "COPY t TO '/tmp/x'",
                "ATTACH 'x'",
                "PRAGMA database_list",
                "EXPLAIN SELECT 1",
                "SHOW TABLES",
                "SUMMARIZE t",
                "SET x = 1",
                "SELECT E'\\' FROM t --'",
            })
    void otherStatementsAreRefused(String sql) {
        assertRefused(() -> inspector.select(sql, "sql", DIALECT), "sql");
    }

    @Test
    void aBackslashInATextIsRefusedWhereItEscapes() {
        Dialect escaping = new StandardDialect() {
            @Override
            public String id() {
                return "escaping";
            }

            @Override
            protected String text(String value) {
                return super.text(value.replace("\\", "\\\\"));
            }
        };
        assertRefused(() -> inspector.expression("a = '\\' OR 1 = 1 OR b = '", "where", escaping), "where");
    }

    @Test
    void deepAndLongTextsAreRefusedQuickly() {
        for (String deep :
                List.of("(".repeat(5_000) + "1" + ")".repeat(5_000), "ABS(".repeat(59) + "1" + ")".repeat(59))) {
            assertTimeout(Duration.ofSeconds(5), () -> {
                try {
                    inspector.expression(deep, "where", DIALECT);
                } catch (KaravelException e) {
                    assertThat(e.code()).isEqualTo(ErrorCode.STATEMENT_REFUSED);
                }
            });
        }
        assertRefused(() -> inspector.expression("a + ".repeat(10_000) + "1", "where", DIALECT), "where");
        assertThat(inspector.expression("1" + " + 1".repeat(1_000), "where", DIALECT))
                .isNotEmpty();
    }

    private static void assertRefused(ThrowingCallable call, String field) {
        assertThatThrownBy(call).isInstanceOfSatisfying(KaravelException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.STATEMENT_REFUSED);
            assertThat(e.field()).isEqualTo(field);
        });
    }
}
