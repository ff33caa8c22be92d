package dev.karavel.datasource.trino;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.servers.trino.RealTrino;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.SourceColumn;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.TimeGrain;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrinoTest {
    private static RealTrino server;

    private final TrinoType type = new TrinoType();
    private final Dialect dialect = type.dialect();
    private Warehouse warehouse;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = RealTrino.start();
        Preparation.run(
                server,
                List.of(
                        "CREATE TABLE people (id BIGINT, name VARCHAR, born DATE, met TIMESTAMP(6) WITH TIME ZONE)",
                        "INSERT INTO people VALUES (1, 'Ada', DATE '1815-12-10', TIMESTAMP '2024-03-31 03:30:00.123456 Europe/Berlin'),"
                                + " (2, NULL, NULL, NULL)",
                        "CREATE SCHEMA sales",
                        "CREATE VIEW sales.adults AS SELECT * FROM default.people"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        warehouse = type.open(settings(Map.of()));
    }

    @AfterEach
    void close() throws IOException {
        warehouse.close();
        type.close();
    }

    private static Settings settings(Map<String, String> changed) {
        Map<String, String> values = new HashMap<>(Map.of(
                "host", "127.0.0.1",
                "port", "" + server.port(),
                "database", "memory",
                "schema", "default",
                "user", RealTrino.USER));
        values.putAll(changed);
        return new Settings(values);
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
    void tablesViewsAndColumnsAreListed() {
        warehouse.test();
        TableName people = new TableName(Optional.of("default"), "people");
        assertThat(warehouse.schemas()).containsExactly("default", "sales");
        assertThat(warehouse.tables(Optional.of("default"))).containsExactly(people);
        assertThat(warehouse.views(Optional.empty())).containsExactly(new TableName(Optional.of("sales"), "adults"));
        assertThat(warehouse.columns(people))
                .containsExactly(
                        new SourceColumn("id", "bigint", ColumnType.INTEGER),
                        new SourceColumn("name", "varchar", ColumnType.TEXT),
                        new SourceColumn("born", "date", ColumnType.DATE),
                        new SourceColumn("met", "timestamp(6) with time zone", ColumnType.TIMESTAMP));
    }

    @Test
    void everyTypeHasAJavaType() {
        assertThat(rows(
                        "SELECT TINYINT '1', SMALLINT '2', 3, BIGINT '4', 1.50, REAL '0.1', 1E0, true, born, met,"
                                + " TIMESTAMP '2024-03-31 02:30:00', TIMESTAMP '2024-03-31 02:30:00.123456789', TIME '10:00:00',"
                                + " ARRAY[1, 2], JSON '{\"a\":1}', X'6162', NULL, INTERVAL '1' DAY, CAST('x' AS CHAR(2)),"
                                + " nan(), DECIMAL '12345678901234567890.5', MAP(ARRAY['a'], ARRAY[1]), 'é 🙂' FROM people ORDER BY id",
                        1))
                .containsExactly(Arrays.asList(
                        1L,
                        2L,
                        3L,
                        4L,
                        new BigDecimal("1.50"),
                        0.1,
                        1.0,
                        true,
                        LocalDate.of(1815, 12, 10),
                        LocalDateTime.of(2024, 3, 31, 1, 30, 0, 123_456_000),
                        LocalDateTime.of(2024, 3, 31, 2, 30),
                        LocalDateTime.of(2024, 3, 31, 2, 30, 0, 123_456_789),
                        "10:00:00",
                        "[1, 2]",
                        "{\"a\":1}",
                        "0x6162",
                        null,
                        "1 00:00:00.000",
                        "x ",
                        null,
                        new BigDecimal("12345678901234567890.5"),
                        "{a=1}",
                        "é 🙂"));
    }

    @ParameterizedTest
    @CsvSource({
        "SECOND, 2024-02-29 23:59:59.999999, 2024-02-29T23:59:59",
        "FIVE_SECONDS, 2024-02-29 23:59:59.999999, 2024-02-29T23:59:55",
        "THIRTY_SECONDS, 2024-02-29 23:59:29.999, 2024-02-29T23:59:00",
        "TEN_MINUTES, 2024-02-29 23:59:59, 2024-02-29T23:50:00",
        "SIX_HOURS, 2024-02-29 05:59:59.999999, 2024-02-29T00:00:00",
        "SIX_HOURS, 1969-12-31 23:59:59, 1969-12-31T18:00:00",
        "DAY, 2024-02-29 23:59:59.999999, 2024-02-29T00:00:00",
        "WEEK, 2024-03-03 23:59:59, 2024-02-26T00:00:00",
        "WEEK_STARTING_SUNDAY, 2024-03-02 23:59:59, 2024-02-25T00:00:00",
        "WEEK_ENDING_SATURDAY, 2024-03-03 00:00:00, 2024-03-09T00:00:00",
        "WEEK_ENDING_SUNDAY, 2024-03-04 00:00:00, 2024-03-10T00:00:00",
        "MONTH, 2024-02-29 23:59:59.999999, 2024-02-01T00:00:00",
        "QUARTER, 2024-12-31 23:59:59, 2024-10-01T00:00:00",
        "YEAR, 2024-12-31 23:59:59.999999, 2024-01-01T00:00:00",
    })
    void grainsRoundDownAtTheirEdges(TimeGrain grain, String moment, LocalDateTime expected) {
        assertThat(rows("SELECT " + dialect.truncate(grain, "TIMESTAMP '" + moment + "'"), 1))
                .containsExactly(List.of(expected));
    }

    @Test
    void aMomentWithAZoneIsRoundedInUtc() {
        assertThat(rows(
                        "SELECT " + dialect.truncate(TimeGrain.HOUR, "met") + ", "
                                + dialect.atZone(
                                        "met", ZoneId.of("Asia/Kathmandu"), LocalDateTime.MIN, LocalDateTime.MAX)
                                + ", " + dialect.truncate(TimeGrain.MONTH, "born") + " FROM people ORDER BY id",
                        1))
                .containsExactly(List.of(
                        LocalDateTime.of(2024, 3, 31, 1, 0),
                        LocalDateTime.of(2024, 3, 31, 7, 15, 0, 123_456_000),
                        LocalDateTime.of(1815, 12, 1, 0, 0)));
    }

    @Test
    void numbersOfAnySizeAreLiterals() {
        assertThat(rows(
                        "SELECT " + dialect.literal(0.1) + ", " + dialect.literal(1e300) + ", "
                                + dialect.literal(new BigDecimal("0.10")) + ", "
                                + dialect.literal(new BigDecimal("1e60")) + ", "
                                + dialect.literal(new BigDecimal("12345678901234567890")) + ", "
                                + dialect.literal(Long.MIN_VALUE + 1),
                        1))
                .containsExactly(List.of(
                        0.1,
                        1e300,
                        new BigDecimal("0.10"),
                        1e60,
                        new BigDecimal("12345678901234567890"),
                        Long.MIN_VALUE + 1));
    }

    @Test
    void percentilesAreExact() {
        String numbers = " FROM (VALUES 1, 2, 3, 10, NULL) t(x)";
        for (Map.Entry<Double, Double> known :
                Map.of(0.0, 1.0, 0.5, 2.5, 0.25, 1.75, 0.9, 7.9, 1.0, 10.0).entrySet()) {
            assertThat((Double) rows("SELECT " + dialect.percentile("x", known.getKey()) + numbers, 1)
                            .get(0)
                            .get(0))
                    .isCloseTo(known.getValue(), org.assertj.core.data.Offset.offset(1e-9));
        }
        assertThat(rows("SELECT " + dialect.percentile("x", 0.5) + numbers + " WHERE x > 99", 1))
                .containsExactly(Arrays.asList((Object) null));
    }

    @Test
    void rowsAreStreamedUpToTheLimit() {
        assertThat(rows("SELECT x FROM UNNEST(sequence(1, 10000)) a(x), UNNEST(sequence(1, 10000)) b(y)", 1_000))
                .hasSize(1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM people",
                "CREATE TABLE more (i INT)",
                "CREATE TABLE more AS SELECT * FROM people",
                "INSERT INTO people (id) VALUES (3)",
                "TRUNCATE TABLE people",
                "DROP TABLE people",
                "DROP VIEW sales.adults",
                "CREATE SCHEMA more",
                "SELECT 1; DELETE FROM people",
            })
    void statementsOnlyRead(String sql) {
        assertThatThrownBy(() -> rows(sql, 10)).isInstanceOf(WarehouseException.class);
        assertThat(rows("SELECT COUNT(*) FROM people", 10)).containsExactly(List.of(2L));
        assertThat(warehouse.views(Optional.empty())).hasSize(1);
        assertThat(warehouse.schemas()).containsExactly("default", "sales");
    }

    @Test
    void aStatementUnderWayIsCancelledAtTheServer() throws InterruptedException {
        String running =
                "SELECT COUNT(*) FROM system.runtime.queries WHERE state = 'RUNNING' AND query LIKE 'SELECT COUNT(*) FROM UNNEST%'";
        try (Rows rows = warehouse.run(Preparation.SLOW, Limits.of(1, Duration.ofMinutes(5)))) {
            Thread canceller = new Thread(() -> {
                while (rows(running, 1).equals(List.of(List.of(0L)))) {
                    Thread.onSpinWait();
                }
                rows.cancel();
            });
            canceller.start();
            assertThatThrownBy(rows::next).satisfies(e -> assertReason(e, Reason.CANCELLED, ""));
            canceller.join();
        }
        while (!rows(running, 1).equals(List.of(List.of(0L)))) {
            Thread.onSpinWait();
        }
        assertThat(rows("SELECT 1", 1)).containsExactly(List.of(1L));
    }

    @Test
    void theServerItselfEndsAStatementAtItsTime() {
        try (Rows rows = warehouse.run(Preparation.SLOW, Limits.of(1, Duration.ofMillis(1_500)))) {
            assertThatThrownBy(rows::next).satisfies(e -> assertReason(e, Reason.TIMEOUT, ""));
        }
    }

    @Test
    void eachFailureToConnectNamesItsSetting() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        Map<String, String> tls =
                Map.of("port", "" + server.tlsPort(), "ssl", "true", "parameters", "SSLVerification=NONE");
        Map<String, String> wrong = new HashMap<>(tls);
        wrong.put("password", "wrong");
        assertConnecting(Map.of("host", "no-such-host.invalid"), Reason.HOST_UNKNOWN, "host");
        assertConnecting(Map.of("port", "" + closed), Reason.PORT_CLOSED, "port");
        assertConnecting(wrong, Reason.CREDENTIALS, "password");
        assertConnecting(tls, Reason.CREDENTIALS, "password");
        assertConnecting(Map.of("database", "nothing"), Reason.DATABASE_UNKNOWN, "database");
        assertConnecting(Map.of("schema", "nothing"), Reason.DATABASE_UNKNOWN, "schema");
        assertConnecting(Map.of("port", "" + server.tlsPort(), "ssl", "true"), Reason.TLS, "parameters");
        Map<String, String> right = new HashMap<>(tls);
        right.put("password", RealTrino.PASSWORD);
        try (Warehouse secured = type.open(settings(right))) {
            secured.test();
        }
    }

    private void assertConnecting(Map<String, String> changed, Reason reason, String field) {
        try (Warehouse wrong = type.open(settings(changed))) {
            assertThatThrownBy(wrong::test).satisfies(e -> assertReason(e, reason, field));
        }
    }

    @Test
    void passwordsAreNotSentInTheOpen() {
        assertThatThrownBy(() -> type.open(settings(Map.of("password", "secret"))))
                .satisfies(e -> assertReason(e, Reason.SETTINGS, "ssl"));
    }
}
