package dev.karavel.datasource.clickhouse;

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
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClickHouseTest {
    @TempDir
    static Path data;

    private static ClickHouseEngine engine;

    private final ClickHouseType type = new ClickHouseType();
    private Warehouse warehouse;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        engine = ClickHouseEngine.start(data);
        engine.execute(List.of(
                "CREATE TABLE people (id UInt64, name LowCardinality(Nullable(String)), born Date32) ENGINE = MergeTree ORDER BY id",
                "INSERT INTO people VALUES (1, 'Ada', '1915-12-10')",
                "CREATE DATABASE sales",
                "CREATE VIEW sales.adults AS SELECT * FROM default.people"));
    }

    @AfterAll
    static void stop() {
        if (engine != null) {
            engine.close();
        }
    }

    @BeforeEach
    void open() {
        warehouse = type.open(new Settings(engine.settings()));
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    private List<List<Object>> rows(String sql, int limit) {
        try (Rows rows = warehouse.run(sql, new Limits(limit, Duration.ofSeconds(60), 100))) {
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

    private static void assertReason(Throwable thrown, Reason reason, String field) {
        assertThat(thrown).isInstanceOfSatisfying(WarehouseException.class, e -> {
            assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason);
            assertThat(e.field()).isEqualTo(field);
        });
    }

    @Test
    void databasesAreSchemas() {
        warehouse.test();
        TableName people = new TableName(Optional.of("default"), "people");
        assertThat(warehouse.schemas()).containsExactlyInAnyOrder("default", "sales");
        assertThat(warehouse.tables(Optional.of("default"))).containsExactly(people);
        assertThat(warehouse.views(Optional.empty())).containsExactly(new TableName(Optional.of("sales"), "adults"));
        assertThat(warehouse.columns(people))
                .containsExactly(
                        new SourceColumn("id", "UInt64", ColumnType.DECIMAL),
                        new SourceColumn("name", "LowCardinality(Nullable(String))", ColumnType.TEXT),
                        new SourceColumn("born", "Date32", ColumnType.DATE));
    }

    @Test
    void everyTypeHasAJavaType() {
        assertThat(rows(
                        "SELECT toInt8(1), toUInt32(2), toUInt64('18446744073709551615'), toInt128('-170141183460469231731687303715884105728'),"
                                + " toFloat32(0.1), 0.1, toDecimal64('1.50', 2), true, toDate('2024-02-29'), toDate32('1925-01-01'),"
                                + " toDateTime('2024-03-31 03:30:00', 'Europe/Berlin'), toDateTime64('2024-03-31 02:30:00.123456', 6),"
                                + " 'é 🙂', toFixedString('ab', 2), [1, 2], map('a', 1), NULL, nan,"
                                + " CAST('a' AS Enum8('a' = 1)), toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0'), toIPv4('127.0.0.1')",
                        1))
                .containsExactly(Arrays.asList(
                        1L,
                        2L,
                        new BigDecimal("18446744073709551615"),
                        new BigDecimal("-170141183460469231731687303715884105728"),
                        0.1,
                        0.1,
                        new BigDecimal("1.50"),
                        true,
                        LocalDate.of(2024, 2, 29),
                        LocalDate.of(1925, 1, 1),
                        LocalDateTime.of(2024, 3, 31, 1, 30),
                        LocalDateTime.of(2024, 3, 31, 2, 30, 0, 123_456_000),
                        "é 🙂",
                        "ab",
                        "[1, 2]",
                        "{a=1}",
                        null,
                        null,
                        "a",
                        "61f0c404-5cb3-11e7-907b-a6006ad3dba0",
                        "127.0.0.1"));
    }

    @Test
    void theServerItselfEndsAStatementAtItsTime() {
        String slow = "SELECT count() FROM numbers(1000000000000) WHERE number % 7 = 9";
        try (Rows rows = warehouse.run(slow, Limits.of(1, Duration.ofMillis(900)))) {
            assertThatThrownBy(rows::next).satisfies(e -> assertReason(e, Reason.TIMEOUT, ""));
        }
    }

    @Test
    void aResultEndsNearItsLimit() {
        assertThat(rows("SELECT number FROM numbers(1000000000)", 1_000)).hasSize(1_000);
    }

    @Test
    void eachFailureToConnectNamesItsSetting() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertConnecting(Map.of("host", "no-such-host.invalid"), Reason.HOST_UNKNOWN, "host");
        assertConnecting(Map.of("port", "" + closed), Reason.PORT_CLOSED, "port");
        assertConnecting(Map.of("password", "wrong"), Reason.CREDENTIALS, "password");
        assertConnecting(Map.of("user", "nobody"), Reason.CREDENTIALS, "password");
        assertConnecting(Map.of("database", "nothing"), Reason.DATABASE_UNKNOWN, "database");
    }

    private void assertConnecting(Map<String, String> changed, Reason reason, String field) {
        Map<String, String> values = new HashMap<>(engine.settings());
        values.putAll(changed);
        try (Warehouse wrong = type.open(new Settings(values))) {
            assertThatThrownBy(wrong::test).satisfies(e -> assertReason(e, reason, field));
        }
    }
}
