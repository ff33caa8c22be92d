package dev.karavel.datasource.derby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
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
import org.apache.derby.jdbc.EmbeddedDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerbyTest {
    private static final TableName PEOPLE = new TableName(Optional.of("APP"), "PEOPLE");
    private static final String ENDLESS =
            "SELECT COUNT(*) FROM numbers a, numbers b, numbers c, numbers d, numbers e WHERE a.i + b.i = c.i * d.i - e.i";

    private final Driver driver = new EmbeddedDriver();

    @TempDir
    Path data;

    private DerbyType type;
    private Warehouse warehouse;

    @BeforeEach
    void open() throws SQLException, IOException {
        Files.createDirectories(data.resolve("warehouse"));
        String url = "jdbc:derby:" + data.resolve("warehouse/shop");
        try (Connection connection = driver.connect(url + ";create=true", new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE people (id INT, name VARCHAR(20), born DATE, seen TIMESTAMP, notes CLOB, photo BLOB)");
            statement.execute(
                    "INSERT INTO people VALUES (1, 'Ada', '1815-12-10', '2024-03-31 02:30:00', 'long', CAST(X'6162' AS BLOB))");
            statement.execute("CREATE VIEW adults AS SELECT * FROM people");
            statement.execute("CREATE TABLE numbers (i INT)");
            statement.execute("INSERT INTO numbers VALUES 1, 2, 3, 4, 5, 6, 7, 8, 9");
            for (int i = 0; i < 5; i++) {
                statement.execute("INSERT INTO numbers SELECT i + 9 FROM numbers");
            }
        }
        type = DerbyType.in(data, driver);
        warehouse = type.open(new Settings(Map.of("database", "shop")));
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    private List<List<Object>> rows(String sql) {
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
    void tablesViewsAndColumnsAreListed() {
        warehouse.test();
        assertThat(warehouse.schemas()).containsExactly("APP");
        assertThat(warehouse.tables(Optional.of("APP"))).contains(PEOPLE);
        assertThat(warehouse.views(Optional.empty())).containsExactly(new TableName(Optional.of("APP"), "ADULTS"));
        assertThat(warehouse.columns(PEOPLE)).contains(new SourceColumn("SEEN", "TIMESTAMP", ColumnType.TIMESTAMP));
    }

    @Test
    void everyTypeHasAJavaType() {
        assertThat(rows("SELECT * FROM people"))
                .containsExactly(Arrays.asList(
                        1L, "Ada", LocalDate.of(1815, 12, 10), LocalDateTime.of(2024, 3, 31, 2, 30), "long", "0x6162"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE FROM people", "CREATE TABLE more (i INT)", "INSERT INTO numbers VALUES 1"})
    void statementsOnlyRead(String sql) {
        assertThatThrownBy(() -> rows(sql)).isInstanceOf(WarehouseException.class);
        assertThat(rows("SELECT COUNT(*) FROM people")).containsExactly(List.of(1L));
    }

    @Test
    void aStatementUnderWayCanBeCancelledFromAnotherThread() throws InterruptedException {
        Thread reader = Thread.currentThread();
        try (Rows rows = warehouse.run(ENDLESS, Limits.of(1, Duration.ofMinutes(5)))) {
            Thread canceller = new Thread(() -> {
                while (Arrays.stream(reader.getStackTrace())
                        .noneMatch(frame -> frame.getMethodName().equals("getNextRow"))) {
                    Thread.onSpinWait();
                }
                rows.cancel();
            });
            canceller.start();
            assertThatThrownBy(() -> {
                        while (rows.next()) {
                            Thread.onSpinWait();
                        }
                    })
                    .isInstanceOfSatisfying(WarehouseException.class, e -> assertThat(e.reason())
                            .isEqualTo(Reason.CANCELLED));
            canceller.join();
        }
        assertThat(reader.isInterrupted()).isFalse();
        assertThat(rows("VALUES 1")).containsExactly(List.of(1L));
    }

    @Test
    void aStatementEndsAtItsTime() {
        try (Rows rows = warehouse.run(ENDLESS, Limits.of(1, Duration.ofSeconds(1)))) {
            assertThatThrownBy(() -> {
                        while (rows.next()) {
                            Thread.onSpinWait();
                        }
                    })
                    .isInstanceOfSatisfying(WarehouseException.class, e -> assertThat(e.reason())
                            .isEqualTo(Reason.TIMEOUT));
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsNamedUnlessItIsToBeMade() {
        try (Warehouse missing = type.open(new Settings(Map.of("database", "other")))) {
            assertThatThrownBy(missing::test).isInstanceOfSatisfying(WarehouseException.class, e -> {
                assertThat(e.reason()).isEqualTo(Reason.DATABASE_UNKNOWN);
                assertThat(e.field()).isEqualTo("database");
            });
        }
        try (Warehouse made = type.open(new Settings(Map.of("database", "other", "create", "true")))) {
            made.test();
        }
    }

    @Test
    void theLastToLeaveShutsTheDatabaseDown() {
        Path lock = data.resolve("warehouse/shop/db.lck");
        try (Warehouse other = type.open(new Settings(Map.of("database", "shop")))) {
            warehouse.close();
            other.test();
            assertThat(lock).exists();
        }
        assertThat(lock).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../metadata",
                "/etc",
                "memory:x",
                "shop;create=true",
                "..",
                "a/../../metadata",
                "//host/x",
                "classpath:x",
                "jar:(x)y",
                ""
            })
    void onlyFoldersOfTheWarehouseAreReached(String database) {
        assertThatThrownBy(() -> type.open(new Settings(Map.of("database", database))))
                .isInstanceOfSatisfying(WarehouseException.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.SETTINGS);
                    assertThat(e.field()).isEqualTo("database");
                });
    }

    @Test
    void aLinkOutOfTheWarehouseIsRefused() throws IOException {
        Files.createDirectories(data.resolve("metadata"));
        Files.createSymbolicLink(data.resolve("warehouse/link"), data.resolve("metadata"));
        assertThatThrownBy(() -> type.open(new Settings(Map.of("database", "link"))))
                .isInstanceOf(WarehouseException.class);
    }

    @Test
    void addressesAreUnderstood() {
        assertThat(type.fromAddress("derby:///shop")).contains(new Settings(Map.of("database", "shop")));
        assertThat(type.fromAddress("duckdb:///shop")).isEmpty();
    }
}
