package dev.karavel.datasource.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.SourceColumn;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
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
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuckDbTest {
    private static final TableName PEOPLE = new TableName(Optional.of("main"), "people");

    @TempDir
    Path data;

    private DuckDbType type;
    private Warehouse warehouse;

    @BeforeEach
    void open() throws IOException {
        type = DuckDbType.in(data);
        warehouse = type.open(new Settings(Map.of("path", "warehouse/test.duckdb")));
        warehouse.load(PEOPLE, csv("id,name,born\n1,Ada,1815-12-10\n2,Grace,1906-12-09\n3,,\n"));
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(data.resolve("people.csv"), text);
    }

    private List<List<Object>> rows(String sql) {
        return rows(warehouse, sql);
    }

    private static List<List<Object>> rows(Warehouse warehouse, String sql) {
        try (Rows rows = warehouse.run(sql, Limits.of(100, Duration.ofSeconds(10)))) {
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

    @Test
    void aLoadedFileIsATable() {
        assertThat(warehouse.schemas()).containsExactly("main");
        assertThat(warehouse.tables(Optional.of("main"))).containsExactly(PEOPLE);
        assertThat(warehouse.views(Optional.empty())).isEmpty();
        assertThat(warehouse.columns(PEOPLE))
                .containsExactly(
                        new SourceColumn("id", "BIGINT", ColumnType.INTEGER),
                        new SourceColumn("name", "VARCHAR", ColumnType.TEXT),
                        new SourceColumn("born", "DATE", ColumnType.DATE));
        assertThat(rows("SELECT * FROM people WHERE id < 2"))
                .containsExactly(List.of(1L, "Ada", LocalDate.of(1815, 12, 10)));
    }

    @Test
    void loadingAgainReplacesTheTableInTheFile() throws IOException {
        warehouse.load(PEOPLE, csv("id\n7\n"));
        warehouse.close();
        warehouse = type.open(new Settings(Map.of("path", "warehouse/test.duckdb", "read_only", "true")));

        assertThat(rows("SELECT * FROM people")).containsExactly(List.of(7L));
        assertThat(warehouse.loadsFiles()).isFalse();
    }

    @Test
    void jsonFieldsOfSeveralTypesAreTexts() throws IOException {
        TableName films = new TableName(Optional.of("main"), "films");
        warehouse.load(
                films, Files.writeString(data.resolve("films.json"), "[{\"title\": \"Alien\"}, {\"title\": 1984}]"));
        assertThat(rows("SELECT title FROM films ORDER BY 1")).containsExactly(List.of("1984"), List.of("Alien"));
    }

    @Test
    void aParquetFileOfMillionsOfRowsIsLoadedInSeconds() throws IOException, SQLException {
        Path file = data.resolve("many.parquet");
        try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT range AS id, 'place ' || range % 300 AS place FROM range(3000000)) TO '"
                    + file + "'");
        }
        TableName many = new TableName(Optional.empty(), "many");
        assertTimeout(Duration.ofSeconds(20), () -> warehouse.load(many, file));
        assertThat(rows("SELECT COUNT(*) FROM many")).containsExactly(List.of(3_000_000L));
    }

    @Test
    void aFileThatCannotBeReadLeavesTheWarehouseAsItWas() {
        assertThatThrownBy(() -> warehouse.load(PEOPLE, data.resolve("missing.csv")))
                .isInstanceOfSatisfying(
                        WarehouseException.class, e -> assertThat(e.reason()).isEqualTo(Reason.STATEMENT));
        assertThat(rows("SELECT COUNT(*) FROM people")).containsExactly(List.of(3L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT * FROM '/etc/passwd'",
                "SELECT * FROM read_text('/etc/passwd')",
                "SELECT * FROM glob('/*')",
                "COPY people TO '/tmp/karavel-leak.csv'",
                "ATTACH '/tmp/karavel-leak.db'",
                "INSTALL httpfs",
                "SET threads = 4",
                "SET enable_external_access = true",
                "SET TimeZone = 'Europe/Paris'",
                "RESET lock_configuration",
                "CREATE TABLE more (i INT)",
                "INSERT INTO people SELECT * FROM people",
                "DELETE FROM people",
                "DROP TABLE people",
                "COMMIT; DROP TABLE people",
                "CREATE PERSISTENT SECRET s (TYPE http)",
            })
    void statementsReachNothingOutsideAndChangeNothing(String sql) {
        assertThatThrownBy(() -> rows(sql)).isInstanceOf(WarehouseException.class);
        assertThat(rows("SELECT COUNT(*) FROM people")).containsExactly(List.of(3L));
    }

    @Test
    void everyTypeHasAJavaType() {
        assertThat(
                        rows(
                                "SELECT 1::TINYINT, 2::HUGEINT, 3::UBIGINT, 1.50::DECIMAL(9, 2), 0.1::FLOAT, 'NaN'::DOUBLE, TRUE,"
                                        + " TIMESTAMPTZ '2024-03-31 01:30:00+02', TIMESTAMP '2024-03-31 02:30:00', TIMESTAMP_NS"
                                        + " '2024-01-01 00:00:00.5', TIME '10:00:00', [1, 2], {'a': 1}, 'ab'::BLOB, INTERVAL 3 DAY, NULL"))
                .containsExactly(Arrays.asList(
                        1L,
                        new BigDecimal(2),
                        new BigDecimal(3),
                        new BigDecimal("1.50"),
                        0.1,
                        null,
                        true,
                        LocalDateTime.of(2024, 3, 30, 23, 30),
                        LocalDateTime.of(2024, 3, 31, 2, 30),
                        LocalDateTime.of(2024, 1, 1, 0, 0, 0, 500_000_000),
                        "10:00",
                        "[1, 2]",
                        "{a=1}",
                        "0x6162",
                        "3 days",
                        null));
    }

    @Test
    void labelsAreUnique() {
        try (Rows rows = warehouse.run("SELECT 1 AS a, 2 AS a, 3 AS a", Limits.of(1, Duration.ofSeconds(10)))) {
            assertThat(rows.columns()).extracting("name").containsExactly("a", "a__1", "a__2");
        }
    }

    @Test
    void theReaderStopsAtTheRowLimit() {
        try (Rows rows = warehouse.run("SELECT * FROM range(1000)", Limits.of(10, Duration.ofSeconds(10)))) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            assertThat(count).isEqualTo(10);
        }
    }

    @Test
    void aStatementUnderWayCanBeCancelledFromAnotherThread() throws InterruptedException {
        try (Rows rows = warehouse.run(
                "SELECT COUNT(*) FROM range(100000) a, range(100000) b, range(100000) c WHERE a.range + b.range = c.range + 7",
                Limits.of(1, Duration.ofMinutes(5)))) {
            Thread canceller = cancelOnceInside(Thread.currentThread(), rows);
            assertThatThrownBy(rows::next).isInstanceOfSatisfying(WarehouseException.class, e -> assertThat(e.reason())
                    .isEqualTo(Reason.CANCELLED));
            canceller.join();
        }
        assertThat(rows("SELECT 1")).containsExactly(List.of(1L));
    }

    private static Thread cancelOnceInside(Thread reader, Rows rows) {
        Thread canceller = new Thread(() -> {
            while (Arrays.stream(reader.getStackTrace())
                    .noneMatch(frame -> frame.getMethodName().contains("duckdb_jdbc_execute"))) {
                Thread.onSpinWait();
            }
            rows.cancel();
        });
        canceller.start();
        return canceller;
    }

    @Test
    void closingEndsStatements() {
        Rows rows = warehouse.run("SELECT * FROM range(1000)", Limits.of(1000, Duration.ofSeconds(10)));
        assertThat(rows.next()).isTrue();
        Thread closer = new Thread(warehouse::close);
        closer.start();
        assertThatThrownBy(() -> {
                    while (rows.next() || closer.isAlive()) {
                        Thread.onSpinWait();
                    }
                })
                .isInstanceOfSatisfying(
                        WarehouseException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CLOSED));
        rows.close();
    }

    @Test
    void inMemoryIsAFreshDatabaseThatLeavesNothing() throws IOException {
        try (Warehouse memory = type.open(new Settings(Map.of("path", ":memory:")))) {
            memory.load(PEOPLE, csv("id\n1\n"));
            assertThat(memory.tables(Optional.empty())).containsExactly(PEOPLE);
        }
        try (Warehouse memory = type.open(new Settings(Map.of("path", ":memory:")))) {
            assertThat(memory.tables(Optional.empty())).isEmpty();
        }
    }

    @Test
    void aFileOpenedTwiceIsSharedAndStaysOpenForTheOther() {
        try (Warehouse other = type.open(new Settings(Map.of("path", "warehouse/test.duckdb", "threads", "1")))) {
            warehouse.close();
            assertThat(rows(other, "SELECT COUNT(*) FROM people")).containsExactly(List.of(3L));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.duckdb", "/nonexistent/x.duckdb", "a;threads=9.duckdb", ""})
    void pathsThatLeaveTheDataFolderAreRefused(String path) {
        assertThatThrownBy(() -> type.open(new Settings(Map.of("path", path))))
                .isInstanceOfSatisfying(WarehouseException.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.SETTINGS);
                    assertThat(e.field()).isEqualTo("path");
                });
    }

    @Test
    void sqlAlchemyAddressesAreUnderstood() {
        assertThat(type.fromAddress("duckdb:///warehouse/a.duckdb"))
                .contains(new Settings(Map.of("path", "warehouse/a.duckdb")));
        assertThat(type.fromAddress("duckdb:////srv/a.duckdb")).contains(new Settings(Map.of("path", "/srv/a.duckdb")));
        assertThat(type.fromAddress("duckdb:///:memory:")).contains(new Settings(Map.of("path", ":memory:")));
        assertThat(type.fromAddress("postgresql://h/d")).isEmpty();
    }
}
