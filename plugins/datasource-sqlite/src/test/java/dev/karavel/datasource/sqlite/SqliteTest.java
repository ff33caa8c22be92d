package dev.karavel.datasource.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.IfExists;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.SourceColumn;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteTest {
    private static final TableName PEOPLE = new TableName(Optional.of("main"), "people");
    private static final LocalDateTime NOON = LocalDateTime.of(2024, 2, 29, 12, 30);
    private static final String ENDLESS =
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n";

    @TempDir
    Path data;

    private PeopleFile file;
    private SqliteDialect dialect;
    private Warehouse warehouse;

    @BeforeEach
    void open() throws SQLException {
        file = new PeopleFile(data);
        dialect = new SqliteDialect();
        warehouse = file.warehouse();
    }

    @AfterEach
    void close() {
        file.close();
    }

    private List<List<Object>> rows(String sql) {
        return file.rows(sql);
    }

    @Test
    void tablesViewsAndColumnsAreListed() {
        warehouse.test();
        assertThat(warehouse.schemas()).containsExactly("main");
        assertThat(warehouse.tables(Optional.of("main"))).contains(PEOPLE).hasSize(2);
        assertThat(warehouse.tables(Optional.of("other"))).isEmpty();
        assertThat(warehouse.views(Optional.empty())).containsExactly(new TableName(Optional.of("main"), "adults"));
        assertThat(warehouse.columns(PEOPLE))
                .containsExactly(
                        new SourceColumn("id", "INTEGER", ColumnType.INTEGER),
                        new SourceColumn("name", "VARCHAR", ColumnType.TEXT),
                        new SourceColumn("born", "DATE", ColumnType.DATE),
                        new SourceColumn("seen", "DATETIME", ColumnType.TIMESTAMP),
                        new SourceColumn("pay", "DECIMAL", ColumnType.DECIMAL),
                        new SourceColumn("paid", "BOOLEAN", ColumnType.BOOLEAN),
                        new SourceColumn("photo", "BLOB", ColumnType.TEXT),
                        new SourceColumn("notes", "TEXT", ColumnType.TEXT));
        assertThat(warehouse.columns(new TableName(Optional.empty(), "adults")))
                .extracting(SourceColumn::type)
                .containsExactly(ColumnType.TEXT, ColumnType.TEXT, ColumnType.DECIMAL);
    }

    @Test
    void lettersBeyondAsciiHaveCasesAndLikeMindsThem() {
        assertThat(rows("SELECT LOWER('ÄÉ'), UPPER('äé'), LOWER(NULL), 'a' LIKE 'A'"))
                .containsExactly(Arrays.asList("äé", "ÄÉ", null, 0L));
        assertThat(rows("SELECT " + dialect.likeIgnoringCase("'Élan'", "'é%'", false)))
                .containsExactly(List.of(1L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ATTACH '/etc/passwd' AS other",
                "SELECT load_extension('/tmp/x.so')",
                "SELECT readfile('/etc/passwd')",
                "SELECT writefile('/tmp/karavel-leak', 'x')",
                "SELECT * FROM fts3_tokenizer('simple')",
                "VACUUM INTO '/tmp/karavel-leak.db'",
                "PRAGMA query_only = OFF",
                "PRAGMA writable_schema = ON",
                "PRAGMA case_sensitive_like = OFF",
                "WITH x AS (SELECT 1) DELETE FROM people",
                "WITH x AS (SELECT 1) INSERT INTO people (id) SELECT 3",
                "INSERT INTO people (id) VALUES (3) RETURNING id",
                "CREATE TEMP TABLE more (i)",
                "DELETE FROM people",
                "COMMIT",
                "EXPLAIN SELECT 1",
                "SELECT zeroblob(1000000000)",
                "SELECT printf('%1000000000d', 1)",
                "SELECT `no such column` FROM people",
                "SELECT \"no such column\" FROM people",
                "SELECT 'a' AS \"it's\", \"no such column\" FROM people",
            })
    void statementsReachNothingOutsideAndChangeNothing(String sql) {
        assertThatThrownBy(() -> rows(sql)).isInstanceOf(WarehouseException.class);
        assertThat(rows("SELECT COUNT(*), 'a' LIKE 'A' FROM people")).containsExactly(List.of(2L, 0L));
    }

    @Test
    void namesMayBeQuotedInAnyWay() {
        assertThat(
                        rows(
                                "SELECT \"name\" AS \"a \"\" ` b\", `name`, [name], '\"name\"' FROM \"main\".\"people\" WHERE id = 1"))
                .containsExactly(List.of("Ada", "Ada", "Ada", "\"name\""));
    }

    @Test
    void onlyTheFirstStatementRuns() {
        rows("SELECT 1; DELETE FROM people");
        assertThat(rows("SELECT COUNT(*) FROM people")).containsExactly(List.of(2L));
    }

    @Test
    void aStatementEndsAtItsTime() {
        try (Rows rows = warehouse.run(ENDLESS, Limits.of(1, Duration.ofMillis(200)))) {
            assertThatThrownBy(rows::next).satisfies(e -> assertReason(e, Reason.TIMEOUT));
        }
        assertThat(rows("SELECT 1")).containsExactly(List.of(1L));
    }

    @Test
    void aStatementUnderWayCanBeCancelledFromAnotherThread() throws InterruptedException {
        Thread reader = Thread.currentThread();
        try (Rows rows = warehouse.run(ENDLESS, Limits.of(1, Duration.ofMinutes(5)))) {
            Thread canceller = new Thread(() -> {
                while (Arrays.stream(reader.getStackTrace())
                        .noneMatch(frame -> frame.getClassName().endsWith("NativeDB"))) {
                    Thread.onSpinWait();
                }
                rows.cancel();
            });
            canceller.start();
            assertThatThrownBy(rows::next).satisfies(e -> assertReason(e, Reason.CANCELLED));
            canceller.join();
        }
        assertThat(rows("SELECT 1")).containsExactly(List.of(1L));
    }

    @Test
    void rowsOfAnUploadAreWrittenAndReadAgain() throws IOException {
        Files.copy(data.resolve("shop.db"), data.resolve("source.db"));
        TableName copy = new TableName(Optional.of("main"), "copy");
        for (IfExists existing : List.of(IfExists.FAIL, IfExists.REPLACE)) {
            try (Warehouse uploaded = file.type().open(new Settings(Map.of("path", "source.db")));
                    Rows source = uploaded.run(
                            "SELECT id, name, born, seen, pay * 1.0 AS pay, paid FROM people",
                            Limits.of(9, Duration.ofSeconds(10)))) {
                assertThat(warehouse.write(copy, source, existing)).isEqualTo(2);
            }
        }
        assertThat(rows("SELECT * FROM copy WHERE id = 1"))
                .containsExactly(List.of(1L, "Ada", LocalDate.of(1815, 12, 10), NOON, 2.0, true));
        try (Rows rows = warehouse.run("SELECT * FROM copy", Limits.of(9, Duration.ofSeconds(10)))) {
            assertThat(rows.columns())
                    .contains(new Column("born", ColumnType.DATE), new Column("paid", ColumnType.BOOLEAN));
        }
    }

    private static void assertReason(Throwable thrown, Reason reason) {
        assertThat(thrown).isInstanceOfSatisfying(WarehouseException.class, e -> assertThat(e.reason())
                .as(e.getMessage())
                .isEqualTo(reason));
    }
}
