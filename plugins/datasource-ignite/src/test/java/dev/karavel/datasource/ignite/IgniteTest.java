package dev.karavel.datasource.ignite;

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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IgniteTest {
    private static final TableName PEOPLE = new TableName(Optional.of("PUBLIC"), "PEOPLE");

    @TempDir
    static Path data;

    private static final IgniteType TYPE = new IgniteType();
    private static RealIgnite node;
    private static Warehouse warehouse;

    @BeforeAll
    static void open() throws IOException, SQLException {
        node = RealIgnite.start(data);
        node.execute(List.of(
                "CREATE TABLE people (id INT PRIMARY KEY, name VARCHAR, born DATE, seen TIMESTAMP, pay DECIMAL(9, 2),"
                        + " share DOUBLE, paid BOOLEAN, photo BINARY, token UUID)",
                "INSERT INTO people VALUES (1, 'Ada', '1815-12-10', '2024-03-31 02:30:00.5', 1.5, 0.1, TRUE, X'6162',"
                        + " '00000000-0000-0000-0000-000000000001')",
                "INSERT INTO people (id, name) VALUES (2, 'Grace')",
                "CREATE VIEW names AS SELECT name FROM people"));
        warehouse = TYPE.open(new Settings(node.settings()));
    }

    @AfterAll
    static void close() {
        warehouse.close();
        node.close();
    }

    private static List<List<Object>> rows(String sql) {
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
    void schemasTablesViewsAndColumnsAreListed() {
        warehouse.test();
        assertThat(warehouse.schemas()).contains("PUBLIC").doesNotContain("SYS");
        assertThat(warehouse.tables(Optional.empty())).containsExactly(PEOPLE);
        assertThat(warehouse.views(Optional.empty())).containsExactly(new TableName(Optional.of("PUBLIC"), "NAMES"));
        assertThat(warehouse.columns(PEOPLE))
                .contains(
                        new SourceColumn("ID", "BIGINT", ColumnType.INTEGER),
                        new SourceColumn("BORN", "DATE", ColumnType.DATE),
                        new SourceColumn("SEEN", "TIMESTAMP", ColumnType.TIMESTAMP),
                        new SourceColumn("TOKEN", "VARCHAR", ColumnType.TEXT));
    }

    @Test
    void everyTypeHasAJavaType() {
        assertThat(rows("SELECT * FROM people ORDER BY id"))
                .containsExactly(
                        List.of(
                                1L,
                                "Ada",
                                LocalDate.of(1815, 12, 10),
                                LocalDateTime.of(2024, 3, 31, 2, 30, 0, 500_000_000),
                                new BigDecimal("1.5"),
                                0.1,
                                true,
                                "0x6162",
                                "00000000-0000-0000-0000-000000000001"),
                        Arrays.asList(2L, "Grace", null, null, null, null, null, null, null));
    }

    @Test
    void whatTheEngineGetsWrongIsSaidOtherwise() {
        assertThat(rows("SELECT COUNT( * ), COUNT(DISTINCT name), 'COUNT(*)' AS \"NOT LIKE '%' COUNT(*)\" FROM people"))
                .containsExactly(List.of(2L, 2L, "COUNT(*)"));
        for (String pattern : List.of("'%'", "LOWER('%')", "'%%'")) {
            assertThat(rows("SELECT 1 FROM people WHERE born IS NULL AND CAST(born AS VARCHAR) NOT LIKE " + pattern))
                    .isEmpty();
        }
        assertThat(rows("SELECT 1 FROM people WHERE name NOT LIKE '%''%' AND name LIKE 'A%'"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM people",
                "INSERT INTO people (id) VALUES (3)",
                "MERGE INTO people (id) VALUES (3)",
                "UPDATE people SET name = 'x'",
                "DROP TABLE people",
                "CREATE TABLE more (i INT PRIMARY KEY, j INT)",
                "CREATE INDEX more ON people (name)",
                "CREATE USER more WITH PASSWORD 'x'",
                "ALTER USER \"ignite\" WITH PASSWORD 'x'",
                "SELECT 1; DELETE FROM people",
                "COPY FROM '/etc/passwd' INTO people (name) FORMAT CSV",
                "SET STREAMING ON",
                "KILL QUERY '1'",
                "SELECT * FROM CSVREAD('/etc/passwd')",
                "SELECT FILE_READ('/etc/passwd')",
                "SELECT LINK_SCHEMA('a', '', 'jdbc:h2:mem:', 'sa', '', 'PUBLIC')",
                "CALL 1; DELETE FROM people",
            })
    void statementsReachNothingOutsideAndChangeNothing(String sql) {
        assertThatThrownBy(() -> rows(sql)).isInstanceOf(WarehouseException.class);
        assertThat(rows("SELECT COUNT(*) FROM people")).containsExactly(List.of(2L));
        assertThat(warehouse.tables(Optional.empty())).containsExactly(PEOPLE);
    }

    @Test
    void aStatementEndsAtItsTime() {
        String endless = "SELECT COUNT(*) FROM SYSTEM_RANGE(1, 10000000000) WHERE MOD(X, 7) = 9";
        try (Rows rows = warehouse.run(endless, Limits.of(1, Duration.ofMillis(500)))) {
            assertThatThrownBy(rows::next).satisfies(e -> assertReason(e, Reason.TIMEOUT, ""));
        }
        assertThat(rows("SELECT 1")).containsExactly(List.of(1L));
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
        assertConnecting(Map.of("database", "NOTHING"), Reason.DATABASE_UNKNOWN, "database");
    }

    private static Settings settings(Map<String, String> changed) {
        Map<String, String> values = new HashMap<>(node.settings());
        values.putAll(changed);
        return new Settings(values);
    }

    private static void assertConnecting(Map<String, String> changed, Reason reason, String field) {
        try (Warehouse wrong = TYPE.open(settings(changed))) {
            assertThatThrownBy(wrong::test).satisfies(e -> assertReason(e, reason, field));
        }
    }

    private static void assertReason(Throwable thrown, Reason reason, String field) {
        assertThat(thrown).isInstanceOfSatisfying(WarehouseException.class, e -> {
            assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason);
            assertThat(e.field()).isEqualTo(field);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sslFactory=java.lang.String",
                "sslClientCertificateKeyStoreUrl=/etc/passwd",
                "sslTrustCertificateKeyStoreUrl=http://x/",
                "sslTrustAll=true",
                "userAttributesFactory=java.lang.String",
                "user=other",
                "ignite.jdbc.sslFactory=x",
                "sslMode=require;sslFactory=x",
                "lazy=true&sslFactory=x",
                "host=other",
            })
    void propertiesThatReachFurtherAreRefused(String parameters) {
        assertThatThrownBy(() -> TYPE.open(settings(Map.of("parameters", parameters))))
                .satisfies(e -> assertReason(e, Reason.SETTINGS, "parameters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h;sslFactory=x", "h:1,other", "a,b", "/tmp", "h?x=y", "h h", "h/x"})
    void hostsThatSayMoreAreRefused(String host) {
        assertThatThrownBy(() -> TYPE.open(settings(Map.of("host", host))))
                .satisfies(e -> assertReason(e, Reason.SETTINGS, "host"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUBLIC;sslFactory=x", "PUBLIC?x=y", "\"PUBLIC\"", "a b"})
    void schemasThatSayMoreAreRefused(String schema) {
        assertThatThrownBy(() -> TYPE.open(settings(Map.of("database", schema))))
                .satisfies(e -> assertReason(e, Reason.SETTINGS, "database"));
    }

    @Test
    void addressesAreUnderstood() {
        assertThat(TYPE.fromAddress("ignite://db.example")).contains(new Settings(Map.of("host", "db.example")));
        assertThat(TYPE.fromAddress("ignite+pyignite://ada:p%40ss@db.example:10801/SALES?distributedJoins=true"))
                .contains(new Settings(Map.of(
                        "host",
                        "db.example",
                        "port",
                        "10801",
                        "database",
                        "SALES",
                        "user",
                        "ada",
                        "password",
                        "p@ss",
                        "parameters",
                        "distributedJoins=true")));
        assertThat(TYPE.fromAddress("h2://h/d")).isEmpty();
        for (String wrong : List.of("ignite://", "ignite://h/x?sslFactory=y", "ignite://h:0/x", "ignite://h/a;b")) {
            assertThatThrownBy(() -> TYPE.fromAddress(wrong)).isInstanceOf(WarehouseException.class);
        }
    }
}
