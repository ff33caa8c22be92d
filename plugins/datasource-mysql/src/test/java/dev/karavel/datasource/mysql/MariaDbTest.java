package dev.karavel.datasource.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.servers.RealMariaDb;
import dev.karavel.spi.data.ColumnType;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On a server whose own way to read texts is another one: the session says how. */
class MariaDbTest {
    private static RealMariaDb server;

    private final MariaDbType type = new MariaDbType();
    private Warehouse warehouse;

    @BeforeAll
    static void start() {
        server = RealMariaDb.start(
                "--sql-mode=ANSI_QUOTES,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT", "--default-time-zone=+03:00");
        server.execute(
                "mysql",
                "CREATE DATABASE shop CHARACTER SET utf8mb4",
                "CREATE DATABASE other",
                "CREATE DATABASE elsewhere CHARACTER SET utf8mb4",
                "CREATE TABLE shop.people (id INT UNSIGNED AUTO_INCREMENT PRIMARY KEY, name VARCHAR(40), born DATE)",
                "INSERT INTO shop.people (name, born) VALUES ('Ada', '1815-12-10'), (NULL, NULL)",
                "CREATE VIEW shop.adults AS SELECT * FROM shop.people",
                "CREATE TABLE other.things (i INT)",
                "CREATE USER reader@'%' IDENTIFIED BY 'secret'",
                "GRANT SELECT ON other.* TO reader@'%'");
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
    void close() {
        warehouse.close();
    }

    private static Settings settings(Map<String, String> changed) {
        Map<String, String> values = new HashMap<>(MariaDbShop.settings(server));
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
    void databasesAreSchemas() {
        warehouse.test();
        TableName people = new TableName(Optional.of("shop"), "people");
        assertThat(warehouse.schemas()).containsExactly("elsewhere", "other", "shop");
        assertThat(warehouse.tables(Optional.of("shop"))).containsExactly(people);
        assertThat(warehouse.tables(Optional.empty())).contains(people, new TableName(Optional.of("other"), "things"));
        assertThat(warehouse.views(Optional.empty())).containsExactly(new TableName(Optional.of("shop"), "adults"));
        assertThat(warehouse.columns(people))
                .containsExactly(
                        new SourceColumn("id", "INTEGER UNSIGNED", ColumnType.INTEGER),
                        new SourceColumn("name", "VARCHAR", ColumnType.TEXT),
                        new SourceColumn("born", "DATE", ColumnType.DATE));
    }

    @Test
    void everyTypeHasAJavaType() {
        server.execute(
                "elsewhere",
                "SET time_zone = '+00:00'",
                "CREATE OR REPLACE TABLE kinds (a TINYINT(1), b TINYINT, c SMALLINT UNSIGNED, d MEDIUMINT, e BIGINT UNSIGNED,"
                        + " f DECIMAL(20, 4), g FLOAT, h DOUBLE, i BIT(1), j BIT(12), k YEAR, l DATE, m DATETIME(6),"
                        + " n TIMESTAMP, o TIME, p CHAR(3), q TEXT, r ENUM('x', 'y'), s SET('x', 'y'), t BLOB, u JSON,"
                        + " v VARBINARY(4), w BIGINT, x BOOLEAN) CHARACTER SET utf8mb4",
                "INSERT INTO kinds VALUES (1, 100, 65535, -5, 18446744073709551615, 12345.6789, 0.1, 0.1, 1, 5, 2024,"
                        + " '2024-02-29', '2024-03-31 02:30:00.123456', '2024-03-31 02:30:00', '25:10:00', 'abc', 'é 🙂', 'y',"
                        + " 'x,y', x'6162', '{\"a\": 1}', x'00ff', -9223372036854775808, FALSE)");
        assertThat(rows("SELECT * FROM elsewhere.kinds", 1))
                .containsExactly(Arrays.asList(
                        true,
                        100L,
                        65_535L,
                        -5L,
                        new BigDecimal("18446744073709551615"),
                        new BigDecimal("12345.6789"),
                        0.1,
                        0.1,
                        "true",
                        "0x0005",
                        2024L,
                        LocalDate.of(2024, 2, 29),
                        LocalDateTime.of(2024, 3, 31, 2, 30, 0, 123_456_000),
                        LocalDateTime.of(2024, 3, 31, 2, 30),
                        "25:10:00",
                        "abc",
                        "é 🙂",
                        "y",
                        "x,y",
                        "0x6162",
                        "{\"a\": 1}",
                        "0x00ff",
                        Long.MIN_VALUE,
                        false));
        assertThat(rows("SELECT * FROM elsewhere.kinds WHERE a IS NULL", 1)).isEmpty();
    }

    @Test
    void zeroDatesAreNothing() {
        server.execute(
                "elsewhere",
                "SET sql_mode = ''",
                "CREATE OR REPLACE TABLE zeros (d DATE, t DATETIME)",
                "INSERT INTO zeros VALUES ('0000-00-00', '0000-00-00 00:00:00'), ('2024-00-00', '2024-05-00 00:00:00')");
        assertThat(rows("SELECT d, t FROM elsewhere.zeros", 9))
                .containsExactly(Arrays.asList(null, null), Arrays.asList(null, null));
    }

    @Test
    void textsAreReadOneWayWhateverTheServersMode() {
        assertThat(rows("SELECT 'it\\'s', \"a\", 1 || 0, @@session.time_zone", 1))
                .containsExactly(List.of("it's", "a", 1L, "+00:00"));
        for (String text : List.of("\\", "\\' OR 1=1 -- ", "'\"`", "é 🙂 𝄞", "\0", "a\nb", "%_\\%")) {
            assertThat(rows("SELECT " + type.dialect().literal(text), 1)).containsExactly(List.of(text));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SECOND, 2024-02-29 23:59:59.999999, 2024-02-29T23:59:59",
        "FIVE_SECONDS, 2024-02-29 23:59:59.999999, 2024-02-29T23:59:55",
        "THIRTY_SECONDS, 2024-02-29 23:59:29.999999, 2024-02-29T23:59:00",
        "MINUTE, 2024-02-29 23:59:59.999999, 2024-02-29T23:59:00",
        "FIVE_MINUTES, 2024-02-29 23:59:59, 2024-02-29T23:55:00",
        "TEN_MINUTES, 2024-02-29 23:59:59, 2024-02-29T23:50:00",
        "FIFTEEN_MINUTES, 2024-02-29 23:59:59, 2024-02-29T23:45:00",
        "THIRTY_MINUTES, 2024-02-29 23:59:59, 2024-02-29T23:30:00",
        "HOUR, 2024-02-29 23:59:59, 2024-02-29T23:00:00",
        "SIX_HOURS, 2024-02-29 05:59:59.999999, 2024-02-29T00:00:00",
        "SIX_HOURS, 1969-12-31 23:59:59, 1969-12-31T18:00:00",
        "DAY, 2024-02-29 23:59:59.999999, 2024-02-29T00:00:00",
        "WEEK, 2024-03-03 23:59:59, 2024-02-26T00:00:00",
        "WEEK, 2024-03-04 00:00:00, 2024-03-04T00:00:00",
        "WEEK_STARTING_MONDAY, 2024-03-03 12:00:00, 2024-02-26T00:00:00",
        "WEEK_STARTING_SUNDAY, 2024-03-03 00:00:00, 2024-03-03T00:00:00",
        "WEEK_STARTING_SUNDAY, 2024-03-02 23:59:59, 2024-02-25T00:00:00",
        "WEEK_ENDING_SATURDAY, 2024-03-02 23:59:59, 2024-03-02T00:00:00",
        "WEEK_ENDING_SATURDAY, 2024-03-03 00:00:00, 2024-03-09T00:00:00",
        "WEEK_ENDING_SUNDAY, 2024-03-03 23:59:59, 2024-03-03T00:00:00",
        "WEEK_ENDING_SUNDAY, 2024-03-04 00:00:00, 2024-03-10T00:00:00",
        "MONTH, 2024-02-29 23:59:59, 2024-02-01T00:00:00",
        "QUARTER, 2024-12-31 23:59:59, 2024-10-01T00:00:00",
        "QUARTER, 2023-03-31 00:00:00, 2023-01-01T00:00:00",
        "YEAR, 2024-12-31 23:59:59.999999, 2024-01-01T00:00:00",
        "YEAR, 1000-01-01 00:00:00, 1000-01-01T00:00:00",
        "HOUR, 9999-12-31 23:59:59, 9999-12-31T23:00:00",
    })
    void grainsRoundDownAtTheirEdges(TimeGrain grain, String moment, LocalDateTime expected) {
        for (String time : List.of("TIMESTAMP'" + moment + "'", "'" + moment + "'")) {
            assertThat(rows("SELECT " + type.dialect().truncate(grain, time), 1))
                    .as(time)
                    .containsExactly(List.of(expected));
        }
    }

    @Test
    void aGrainOfADateIsAMoment() {
        assertThat(rows("SELECT " + type.dialect().truncate(TimeGrain.HOUR, "born") + " FROM people ORDER BY id", 1))
                .containsExactly(List.of(LocalDateTime.of(1815, 12, 10, 0, 0)));
    }

    @Test
    void rowsAreStreamedUpToTheLimit() {
        assertThat(rows("SELECT a.seq FROM seq_1_to_100000 a, seq_1_to_100000 b", 1_000))
                .hasSize(1_000);
        assertThat(rows("WITH x AS (SELECT seq FROM seq_1_to_5000) SELECT * FROM x", 10_000))
                .hasSize(5_000);
        // and the driver's limit is not left on the connection
        assertThat(rows("SELECT 1", 1)).hasSize(1);
        assertThat(warehouse.tables(Optional.of("shop"))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM people",
                "CREATE TABLE more (i INT)",
                "INSERT INTO people (name) VALUES ('x') RETURNING id",
                "TRUNCATE TABLE people",
                "DROP VIEW adults",
                "COMMIT; DELETE FROM people",
                "LOAD DATA LOCAL INFILE '/etc/hostname' INTO TABLE people (name)",
                "SELECT 1 INTO OUTFILE '/no/such/folder/x'",
                "BEGIN NOT ATOMIC DELETE FROM people; END",
            })
    void statementsOnlyRead(String sql) {
        assertThatThrownBy(() -> rows(sql, 10)).isInstanceOf(WarehouseException.class);
        assertThat(rows("SELECT COUNT(*) FROM people", 10)).containsExactly(List.of(2L));
        assertThat(warehouse.views(Optional.of("shop"))).hasSize(1);
    }

    @Test
    void aStatementUnderWayIsKilledAtTheServer() throws InterruptedException {
        String running =
                "SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE '%SLEEP(60)%' AND info NOT LIKE '%processlist%'";
        try (Rows rows = warehouse.run("SELECT SLEEP(60)", Limits.of(1, Duration.ofMinutes(5)))) {
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
        assertThat(rows(running, 1)).containsExactly(List.of(0L));
        assertThat(rows("SELECT 1", 1)).containsExactly(List.of(1L));
    }

    @Test
    void theServerItselfEndsAStatementAtItsTime() {
        try (Rows rows = warehouse.run("SELECT SLEEP(60)", Limits.of(1, Duration.ofMillis(200)))) {
            assertThatThrownBy(rows::next).satisfies(e -> assertReason(e, Reason.TIMEOUT, ""));
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
        assertConnecting(Map.of("user", "reader"), Reason.DATABASE_UNKNOWN, "database");
    }

    private void assertConnecting(Map<String, String> changed, Reason reason, String field) {
        try (Warehouse wrong = type.open(settings(changed))) {
            assertThatThrownBy(wrong::test).satisfies(e -> assertReason(e, reason, field));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allowLocalInfile=true",
                "allowLoadLocalInfile=true",
                "allowUrlInLocalInfile=true",
                "allowMultiQueries=true",
                "autoDeserialize=true",
                "credentialType=PROPERTY",
                "serverSslCert=/etc/passwd",
                "serverRsaPublicKeyFile=/etc/passwd",
                "keyStore=/etc/passwd",
                "trustStore=/etc/passwd",
                "socketFactory=java.lang.String",
                "tlsSocketType=x",
                "sessionVariables=sql_mode=ANSI",
                "initSql=DROP DATABASE shop",
                "pipe=x",
                "localSocket=/tmp/x",
                "permitRedirect=true",
                "queryInterceptors=x",
                "user=other",
                "sslMode=disable&allowLocalInfile=true",
            })
    void propertiesThatReachFurtherAreRefused(String parameters) {
        assertThatThrownBy(() -> type.open(settings(Map.of("parameters", parameters))))
                .satisfies(e -> assertReason(e, Reason.SETTINGS, "parameters"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "h/other?allowLocalInfile=true",
                "h:1/x",
                "a,b",
                "address=(host=a)",
                "/tmp",
                "h?x=y",
                "h h",
                "h#x"
            })
    void hostsThatSayMoreAreRefused(String host) {
        assertThatThrownBy(() -> type.open(settings(Map.of("host", host))))
                .satisfies(e -> assertReason(e, Reason.SETTINGS, "host"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop?allowLocalInfile=true", "shop&x=y", "a/b", "shop#", "shop%3Fx", "shop;x", "a\\b"})
    void databasesThatSayMoreAreRefused(String database) {
        assertThatThrownBy(() -> type.open(settings(Map.of("database", database))))
                .satisfies(e -> assertReason(e, Reason.SETTINGS, "database"));
    }
}
