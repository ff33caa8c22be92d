package dev.karavel.datasource.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.servers.RealPostgres;
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
import java.sql.SQLException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresqlTest {
    private static RealPostgres server;

    private final PostgresqlType type = new PostgresqlType();
    private Warehouse warehouse;

    @BeforeAll
    static void start() throws IOException, InterruptedException, SQLException {
        server = RealPostgres.start();
        server.execute(
                "postgres",
                "CREATE TABLE people (id SERIAL, name TEXT, born DATE)",
                "INSERT INTO people (name, born) VALUES ('Ada', '1815-12-10'), (NULL, 'infinity')",
                "CREATE SCHEMA sales",
                "CREATE VIEW sales.adults AS SELECT * FROM people");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void open() {
        warehouse = type.open(settings(Map.of()));
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    private static Settings settings(Map<String, String> changed) {
        Map<String, String> values = new HashMap<>(Map.of(
                "host",
                "127.0.0.1",
                "port",
                "" + server.port(),
                "database",
                "postgres",
                "user",
                "postgres",
                "password",
                "secret"));
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
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.field()).isEqualTo(field);
        });
    }

    @Test
    void tablesViewsAndColumnsAreListed() {
        warehouse.test();
        TableName people = new TableName(Optional.of("public"), "people");
        assertThat(warehouse.schemas()).containsExactly("public", "sales");
        assertThat(warehouse.tables(Optional.of("public"))).containsExactly(people);
        assertThat(warehouse.views(Optional.empty())).containsExactly(new TableName(Optional.of("sales"), "adults"));
        assertThat(warehouse.columns(people))
                .containsExactly(
                        new SourceColumn("id", "serial", ColumnType.INTEGER),
                        new SourceColumn("name", "text", ColumnType.TEXT),
                        new SourceColumn("born", "date", ColumnType.DATE));
    }

    @Test
    void everyTypeHasAJavaType() {
        assertThat(rows(
                        "SELECT 1::int2, 2::int8, 1.50::numeric, 'NaN'::numeric, 0.1::float4, 'Infinity'::float8, true,"
                                + " timestamptz '2024-03-31 01:30:00+02', timestamp '2024-03-31 02:30:00', born, time '10:00',"
                                + " ARRAY[1, 2], '{\"a\": 1}'::jsonb, '\\x6162'::bytea, 'infinity'::timestamp, NULL,"
                                + " '101'::bit(3), int4range(1, 5) FROM people ORDER BY id",
                        1))
                .containsExactly(Arrays.asList(
                        1L,
                        2L,
                        new BigDecimal("1.50"),
                        null,
                        0.1,
                        null,
                        true,
                        LocalDateTime.of(2024, 3, 30, 23, 30),
                        LocalDateTime.of(2024, 3, 31, 2, 30),
                        LocalDate.of(1815, 12, 10),
                        "10:00:00",
                        "{1,2}",
                        "{\"a\": 1}",
                        "0x6162",
                        null,
                        null,
                        "101",
                        "[1,5)"));
    }

    @Test
    void rowsAreStreamedUpToTheLimit() {
        assertThat(rows("SELECT generate_series(1, 1000000000)", 1_000)).hasSize(1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM people",
                "CREATE TABLE more (i INT)",
                "INSERT INTO people (name) VALUES ('x') RETURNING id",
                "WITH gone AS (DELETE FROM people RETURNING *) SELECT * FROM gone",
                "COMMIT; DELETE FROM people",
                "SELECT setval('people_id_seq', 99)",
            })
    void statementsOnlyRead(String sql) {
        assertThatThrownBy(() -> rows(sql, 10)).isInstanceOf(WarehouseException.class);
        assertThat(rows("SELECT COUNT(*) FROM people", 10)).containsExactly(List.of(2L));
    }

    @Test
    void aStatementUnderWayCanBeCancelledFromAnotherThread() throws InterruptedException {
        try (Rows rows = warehouse.run("SELECT pg_sleep(60)", Limits.of(1, Duration.ofMinutes(5)))) {
            Thread canceller = new Thread(() -> {
                while (rows(
                                "SELECT 1 FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND state = 'active'",
                                1)
                        .isEmpty()) {
                    Thread.onSpinWait();
                }
                rows.cancel();
            });
            canceller.start();
            assertThatThrownBy(rows::next).satisfies(e -> assertReason(e, Reason.CANCELLED, ""));
            canceller.join();
        }
        assertThat(rows("SELECT 1", 1)).containsExactly(List.of(1L));
    }

    @Test
    void theDriverItselfEndsAStatementAtItsTime() {
        try (Rows rows = warehouse.run("SELECT pg_sleep(60)", Limits.of(1, Duration.ofMillis(200)))) {
            assertThatThrownBy(rows::next).satisfies(e -> assertReason(e, Reason.CANCELLED, ""));
        }
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
        try (Warehouse wrong = type.open(settings(changed))) {
            assertThatThrownBy(wrong::test).satisfies(e -> assertReason(e, reason, field));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "socketFactory=java.lang.String",
                "socketFactoryArg=x",
                "sslfactory=org.springframework.context.support.ClassPathXmlApplicationContext",
                "sslfactoryarg=http://x",
                "sslhostnameverifier=x",
                "sslpasswordcallback=x",
                "authenticationPluginClassName=x",
                "loggerFile=/tmp/x",
                "loggerLevel=TRACE",
                "sslkey=/etc/passwd",
                "sslrootcert=/etc/passwd",
                "PGHOST=other",
                "PGPORT=1",
                "PGDBNAME=other",
                "service=x",
                "options=-c default_transaction_read_only=off",
                "readOnlyMode=ignore",
                "user=other",
                "sslmode=disable&loggerFile=/tmp/x",
            })
    void propertiesThatReachFurtherAreRefused(String parameters) {
        assertThatThrownBy(() -> type.open(settings(Map.of("parameters", parameters))))
                .satisfies(e -> assertReason(e, Reason.SETTINGS, "parameters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h/other?loggerFile=x", "h:1/x", "a,b", "/tmp", "h?x=y", "h h", "h#x"})
    void hostsThatSayMoreAreRefused(String host) {
        assertThatThrownBy(() -> type.open(settings(Map.of("host", host))))
                .satisfies(e -> assertReason(e, Reason.SETTINGS, "host"));
    }

    @Test
    void aDatabaseNameCannotAddProperties() {
        assertConnecting(Map.of("database", "postgres?loggerFile=/tmp/x"), Reason.DATABASE_UNKNOWN, "database");
    }

    @Test
    void sqlAlchemyAddressesAreUnderstood() {
        Settings settings = type.fromAddress(
                        "postgresql+psycopg2://ada:p%40ss@db.example:6543/sales?sslmode=require&connect_timeout=3")
                .orElseThrow();
        assertThat(settings.values())
                .containsEntry("host", "db.example")
                .containsEntry("port", "6543")
                .containsEntry("database", "sales")
                .containsEntry("user", "ada")
                .containsEntry("password", "p@ss");
        assertThat(settings.text("parameters").orElseThrow().split("&"))
                .containsExactlyInAnyOrder("sslmode=require", "connectTimeout=3");
        assertThat(type.fromAddress("postgresql://ada@[::1]/sales")).isPresent();
        assertThat(type.fromAddress("mysql://h/d")).isEmpty();
        assertThatThrownBy(() -> type.fromAddress("postgresql://ada@h/sales?sslrootcert=/etc/passwd"))
                .satisfies(e -> assertReason(e, Reason.SETTINGS, "parameters"));
    }
}
