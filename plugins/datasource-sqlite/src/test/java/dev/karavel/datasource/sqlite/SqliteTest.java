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
import dev.karavel.spi.data.TimeGrain;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import dev.karavel.spi.data.WarehouseFolders;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.JDBC;

class SqliteTest {
    private static final TableName PEOPLE = new TableName(Optional.of("main"), "people");
    private static final LocalDateTime NOON = LocalDateTime.of(2024, 2, 29, 12, 30);
    private static final String ENDLESS =
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n";

    @TempDir
    Path data;

    private SqliteType type;
    private Warehouse warehouse;

    @BeforeEach
    void open() throws SQLException {
        execute(
                "CREATE TABLE people (id INTEGER PRIMARY KEY, name VARCHAR(20), born DATE, seen DATETIME, pay DECIMAL(9, 2),"
                        + " paid BOOLEAN, photo BLOB, notes)",
                "INSERT INTO people VALUES (1, 'Ada', '1815-12-10', '2024-02-29 12:30:00', 2, 1, x'6162', 'x'),"
                        + " (2, 'Grace', NULL, NULL, 1.5, 0, NULL, NULL)",
                "CREATE VIEW adults AS SELECT name, strftime('%Y', born) AS year, pay * 2 AS twice FROM people",
                "CREATE TABLE times (form TEXT, at TIMESTAMP, day DATE)",
                "INSERT INTO times VALUES ('text', '2024-02-29 12:30:00', '2024-02-29'),"
                        + " ('zoned', '2024-02-29T13:30:00+01:00', '2024-02-29'),"
                        + " ('utc', '2024-02-29T12:30:00Z', '2024-02-29'), ('minutes', '2024-02-29 12:30', '2024-02-29'),"
                        + " ('seconds', 1709209800, 1709164800), ('milliseconds', 1709209800000, 1709164800000),"
                        + " ('julian', julianday('2024-02-29 12:30:00'), julianday('2024-02-29'))");
        type = SqliteType.in(new WarehouseFolders(List.of(data)));
        warehouse = type.open(new Settings(Map.of("path", "shop.db")));
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = new JDBC().connect("jdbc:sqlite:" + data.resolve("shop.db"), new Properties());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    private List<List<Object>> rows(String sql) {
        try (Rows rows = warehouse.run(sql, Limits.of(20_000, Duration.ofSeconds(10)))) {
            List<List<Object>> all = new ArrayList<>();
            while (rows.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 0; i < rows.columns().size(); i++) {
                    row.add(rows.value(i));
                }
                all.add(row);
            }
            return all;
        }
    }

    private ColumnType typeOf(String expression) {
        try (Rows rows = warehouse.run("SELECT " + expression + " FROM people", Limits.of(9, Duration.ofSeconds(10)))) {
            return rows.columns().get(0).type();
        }
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
    void everyTypeHasAJavaType() {
        assertThat(rows("SELECT * FROM people ORDER BY id"))
                .containsExactly(
                        List.of(
                                1L,
                                "Ada",
                                LocalDate.of(1815, 12, 10),
                                NOON,
                                BigDecimal.valueOf(2),
                                true,
                                "0x6162",
                                "x"),
                        Arrays.asList(2L, "Grace", null, null, 1.5, false, null, null));
    }

    @Test
    void anExpressionIsWhatItsValuesAre() {
        assertThat(typeOf("COUNT(*)")).isEqualTo(ColumnType.INTEGER);
        assertThat(typeOf("SUM(pay)")).isEqualTo(ColumnType.DECIMAL);
        assertThat(typeOf("MAX(born)")).isEqualTo(ColumnType.DATE);
        assertThat(typeOf("MAX(seen)")).isEqualTo(ColumnType.TIMESTAMP);
        assertThat(typeOf("MAX(name)")).isEqualTo(ColumnType.TEXT);
        assertThat(typeOf("NULL")).isEqualTo(ColumnType.TEXT);
        assertThat(typeOf("'2024-13-45'")).isEqualTo(ColumnType.TEXT);
        assertThat(typeOf("'2024-02-29 noon'")).isEqualTo(ColumnType.TEXT);
        assertThat(rows("SELECT id * 1 AS a, id * 1 AS a FROM people ORDER BY 1"))
                .containsExactly(List.of(1L, 1L), List.of(2L, 2L));
    }

    @Test
    void aColumnIsNotWhatItDeclaresIfAValueSaysOtherwise() throws SQLException {
        execute(
                "CREATE TABLE odd (i INTEGER, d DECIMAL, b BOOLEAN, t DATE)",
                "INSERT INTO odd VALUES (1, 1, 1, '2024-01-01'), (1.5, 'much', 2, 'soon')",
                "CREATE TABLE days (t DATE)",
                "INSERT INTO days VALUES ('2024-01-01'), ('2024-01-01 10:00:00')");
        assertThat(rows("SELECT * FROM odd"))
                .containsExactly(List.of(BigDecimal.ONE, "1", 1L, "2024-01-01"), List.of(1.5, "much", 2L, "soon"));
        assertThat(rows("SELECT * FROM days"))
                .containsExactly(
                        List.of(LocalDate.of(2024, 1, 1).atStartOfDay()), List.of(LocalDateTime.of(2024, 1, 1, 10, 0)));
    }

    @Test
    void aLaterValueThatDoesNotFitIsAnErrorThatNamesTheColumn() {
        String sql = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10001)"
                + " SELECT CASE WHEN i > 10000 THEN 0.5 ELSE i END AS share FROM n";
        assertThatThrownBy(() -> rows(sql))
                .isInstanceOf(WarehouseException.class)
                .hasMessageContaining("share");
        assertThat(rows(sql.replace("0.5", "7"))).hasSize(10_001).last().isEqualTo(List.of(7L));
    }

    @Test
    void timesAreReadComparedAndRoundedInEveryForm() {
        assertThat(rows("SELECT form, at, day FROM times")).hasSize(7).allSatisfy(row -> assertThat(row.subList(1, 3))
                .isEqualTo(List.of(NOON, NOON.toLocalDate())));
        String at = type.dialect().comparable("`at`", ColumnType.TIMESTAMP);
        String day = type.dialect().comparable("`day`", ColumnType.DATE);
        String moment = type.dialect().literal(NOON);
        assertThat(rows("SELECT form FROM times WHERE " + at + " = " + moment + " AND " + at + " >= " + moment
                        + " AND NOT " + at + " < " + moment + " AND " + day + " = "
                        + type.dialect().literal(NOON.toLocalDate())))
                .hasSize(7);
        for (TimeGrain grain : TimeGrain.values()) {
            assertThat(rows("SELECT DISTINCT " + type.dialect().truncate(grain, "`at`") + " FROM times"))
                    .as(grain.name())
                    .hasSize(1);
        }
    }

    @Test
    void secondsBefore1970AndFractionsAreComparedToo() throws SQLException {
        execute(
                "CREATE TABLE old (at TIMESTAMP)",
                "INSERT INTO old VALUES (-1), (-100000000500), ('2024-01-01 00:00:00.25')");
        String at = type.dialect().comparable("`at`", ColumnType.TIMESTAMP);
        assertThat(rows("SELECT " + at + " AS t FROM old"))
                .containsExactly(
                        List.of(LocalDateTime.of(1969, 12, 31, 23, 59, 59)),
                        List.of(LocalDateTime.of(1966, 10, 31, 14, 13, 19, 500_000_000)),
                        List.of(LocalDateTime.of(2024, 1, 1, 0, 0, 0, 250_000_000)));
    }

    @Test
    void lettersBeyondAsciiHaveCasesAndLikeMindsThem() {
        assertThat(rows("SELECT LOWER('ÄÉ'), UPPER('äé'), LOWER(NULL), 'a' LIKE 'A'"))
                .containsExactly(Arrays.asList("äé", "ÄÉ", null, 0L));
        assertThat(rows("SELECT " + type.dialect().likeIgnoringCase("'Élan'", "'é%'", false)))
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
            try (Warehouse uploaded = type.open(new Settings(Map.of("path", "source.db")));
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

    @Test
    void eachFailureToConnectIsToldApart() throws IOException {
        Files.writeString(data.resolve("letter.db"), "This is a letter, not a database. ".repeat(100));
        for (String file : List.of("nothing.db", "letter.db")) {
            try (Warehouse wrong = type.open(new Settings(Map.of("path", file)))) {
                assertThatThrownBy(wrong::test).satisfies(e -> {
                    assertReason(e, Reason.DATABASE_UNKNOWN);
                    assertThat(((WarehouseException) e).field()).isEqualTo("path");
                });
            }
        }
        assertThat(data.resolve("nothing.db")).doesNotExist();
    }

    private static void assertReason(Throwable thrown, Reason reason) {
        assertThat(thrown).isInstanceOfSatisfying(WarehouseException.class, e -> assertThat(e.reason())
                .as(e.getMessage())
                .isEqualTo(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../shop.db",
                "/etc/passwd",
                ":memory:",
                "file:/etc/passwd",
                "shop.db?vfs=unix-none",
                "shop.db?mode=rwc",
                "a/../../x.db",
                ".hidden.db",
                ":resource:x.db",
                "%2e%2e/x.db",
                ""
            })
    void onlyTheFoldersOfWarehousesAreReached(String path) {
        assertThatThrownBy(() -> type.open(new Settings(Map.of("path", path))))
                .satisfies(e -> assertReason(e, Reason.SETTINGS));
    }

    @Test
    void aLinkOutOfTheFolderIsRefused(@TempDir Path elsewhere) throws IOException {
        Path target = Files.createFile(elsewhere.resolve("secret.db"));
        Files.createSymbolicLink(data.resolve("link.db"), target);
        assertThatThrownBy(() -> type.open(new Settings(Map.of("path", "link.db"))))
                .satisfies(e -> assertReason(e, Reason.SETTINGS));
    }

    @Test
    void sqlAlchemyAddressesAreUnderstood() {
        Optional<Settings> shop = Optional.of(new Settings(Map.of("path", "shop.db")));
        assertThat(type.fromAddress("sqlite:///shop.db")).isEqualTo(shop);
        assertThat(type.fromAddress("sqlite+pysqlite:///shop.db")).isEqualTo(shop);
        assertThat(type.fromAddress("sqlite:///file:shop.db?mode=ro&uri=true")).isEqualTo(shop);
        assertThat(type.fromAddress("sqlite:///" + data + "/shop.db"))
                .contains(new Settings(Map.of("path", data + "/shop.db")));
        assertThat(type.fromAddress("duckdb:///shop.db")).isEmpty();
        for (String wrong : List.of(
                "sqlite://",
                "sqlite:///:memory:",
                "sqlite://host/shop.db",
                "sqlite:////etc/passwd",
                "sqlite:///shop.db?vfs=x",
                "sqlite:///shop.db?mode=rwc&load_extension=x")) {
            assertThatThrownBy(() -> type.fromAddress(wrong)).satisfies(e -> assertReason(e, Reason.SETTINGS));
        }
    }
}
