package dev.karavel.datasource.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.SourceColumn;
import dev.karavel.spi.data.TableFacts;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import dev.karavel.spi.data.WarehouseFolders;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.h2.Driver;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H2Test {
    private static final TableName PEOPLE = new TableName(Optional.of("PUBLIC"), "PEOPLE");
    private static final Map<String, String> ADMIN = Map.of("database", "shop", "password", "secret");
    private static final Map<String, String> READER =
            Map.of("database", "shop", "user", "reader", "password", "reading");

    @TempDir
    Path data;

    private H2Type type;
    private Warehouse warehouse;

    @BeforeEach
    void open() throws SQLException {
        Properties user = new Properties();
        user.putAll(Map.of("user", "sa", "password", "secret"));
        try (Connection connection = new Driver().connect("jdbc:h2:file:" + data.resolve("shop"), user);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE people (id INT PRIMARY KEY, name VARCHAR(20), born DATE, seen TIMESTAMP WITH TIME ZONE, pay DECFLOAT,"
                            + " photo VARBINARY)");
            statement.execute(
                    "INSERT INTO people VALUES (1, 'Ada', '1815-12-10', '2024-03-31 01:30:00+02', 1.5, X'6162')");
            statement.execute("CREATE VIEW adults AS SELECT * FROM people");
            statement.execute("CREATE SCHEMA other");
            statement.execute("CREATE TABLE other.people (id INT REFERENCES public.people (id))");
            statement.execute("CREATE UNIQUE INDEX by_name ON people (name, born)");
            statement.execute("COMMENT ON COLUMN people.pay IS 'a year'");
            statement.execute("CREATE SEQUENCE counter");
            statement.execute("CREATE USER reader PASSWORD 'reading'");
            statement.execute("GRANT SELECT ON SCHEMA public TO reader");
        }
        type = H2Type.in(new WarehouseFolders(List.of(data)));
        warehouse = type.open(new Settings(ADMIN));
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void keysIndexesAndCommentsAreTold() {
        TableFacts facts = warehouse.facts(PEOPLE);
        assertThat(facts.primaryKey())
                .hasValueSatisfying(key -> assertThat(key.columns()).containsExactly("ID"));
        assertThat(facts.foreignKeys()).isEmpty();
        assertThat(facts.indexes())
                .filteredOn(index -> index.key().name().equals("BY_NAME"))
                .singleElement()
                .satisfies(index -> {
                    assertThat(index.key().columns()).containsExactly("NAME", "BORN");
                    assertThat(index.unique()).isTrue();
                });
        assertThat(facts.comments()).containsEntry("PAY", "a year");
        assertThat(warehouse
                        .facts(new TableName(Optional.of("OTHER"), "PEOPLE"))
                        .foreignKeys())
                .singleElement()
                .satisfies(key -> {
                    assertThat(key.key().columns()).containsExactly("ID");
                    assertThat(key.table()).isEqualTo(PEOPLE);
                    assertThat(key.referred()).containsExactly("ID");
                });
        assertThat(warehouse
                        .facts(new TableName(Optional.of("PUBLIC"), "PEOPL_"))
                        .primaryKey())
                .isEmpty();
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
    void schemasTablesViewsAndColumnsAreListed() {
        assertThat(warehouse.schemas()).containsExactlyInAnyOrder("PUBLIC", "OTHER");
        assertThat(warehouse.tables(Optional.of("PUBLIC"))).containsExactly(PEOPLE);
        assertThat(warehouse.tables(Optional.empty())).hasSize(2);
        assertThat(warehouse.views(Optional.empty())).containsExactly(new TableName(Optional.of("PUBLIC"), "ADULTS"));
        assertThat(warehouse.columns(PEOPLE))
                .contains(
                        new SourceColumn("BORN", "DATE", ColumnType.DATE),
                        new SourceColumn("SEEN", "TIMESTAMP WITH TIME ZONE", ColumnType.TIMESTAMP),
                        new SourceColumn("PAY", "DECFLOAT", ColumnType.DECIMAL));
    }

    @Test
    void everyTypeHasAJavaType() {
        assertThat(rows(warehouse, "SELECT p.*, AVG(id) OVER (), TIME '10:00:00', ARRAY[1, 2], NULL FROM people p"))
                .containsExactly(Arrays.asList(
                        1L,
                        "Ada",
                        LocalDate.of(1815, 12, 10),
                        LocalDateTime.of(2024, 3, 30, 23, 30),
                        new BigDecimal("1.5"),
                        "0x6162",
                        1.0,
                        "10:00:00",
                        "[1, 2]",
                        null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM CSVREAD('/etc/passwd')",
                "SELECT * FROM csvread ('/etc/passwd')",
                "SELECT FILE_READ('/etc/passwd')",
                "SELECT \"FILE_READ\"('/etc/passwd')",
                "SELECT `file_read`('/etc/passwd')",
                "SELECT FILE_READ/**/('/etc/passwd')",
                "SELECT FILE_READ--\n('/etc/passwd')",
                "SELECT U&\"FILE\\005FREAD\"('/etc/passwd')",
                "SELECT FILE_WRITE('x', '/tmp/karavel-leak')",
                "SELECT * FROM LINK_SCHEMA('X', '', 'jdbc:h2:mem:', 'sa', '', 'PUBLIC')",
                "SELECT DATABASE_PATH()",
                "SELECT CANCEL_SESSION(1)",
                "SELECT NEXTVAL('counter')",
                "SELECT NEXT VALUE FOR counter",
                "SELECT * FROM people FOR UPDATE",
                "SELECT * FROM FINAL TABLE (DELETE FROM people)",
                "SELECT * FROM OLD TABLE (DELETE FROM people)",
                "WITH x AS (SELECT 1) DELETE FROM people",
                "SCRIPT",
                "SCRIPT TO '/tmp/karavel-leak'",
                "RUNSCRIPT FROM '/etc/passwd'",
                "BACKUP TO '/tmp/karavel-leak.zip'",
                "CALL FILE_READ('/etc/passwd')",
                "EXPLAIN ANALYZE SELECT 1",
                "SHUTDOWN",
                "SET TRACE_LEVEL_FILE 3",
                "CREATE ALIAS run FOR 'java.lang.Runtime.getRuntime'",
                "SELECT 1; DELETE FROM people",
                "DELETE FROM people",
                "TRUNCATE TABLE people",
                "DROP TABLE people",
            })
    void statementsReachNothingOutsideAndChangeNothing(String sql) {
        for (Map<String, String> user : List.of(ADMIN, READER)) {
            try (Warehouse asked = type.open(new Settings(user))) {
                assertThatThrownBy(() -> rows(asked, sql)).isInstanceOf(WarehouseException.class);
                assertThatThrownBy(() -> asked.describe(sql)).isInstanceOf(WarehouseException.class);
                assertThat(rows(asked, "SELECT COUNT(*) FROM people")).containsExactly(List.of(1L));
            }
        }
    }

    @Test
    void harmlessWordsPass() {
        assertThat(rows(
                        warehouse,
                        "SELECT 'FILE_READ(' AS \"FINAL TABLE -- ;\", REPLACE(name, 'A', '--'), 7 / 2 FROM people p"
                                + " WHERE name NOT IN ('U&\"x\"', '$$', ';') FETCH FIRST 1 ROW ONLY"))
                .containsExactly(List.of("FILE_READ(", "--da", 3L));
        assertThat(rows(warehouse, "TABLE people")).hasSize(1);
        assertThat(rows(warehouse, "WITH x AS (VALUES 1, 2) SELECT COUNT(*) FROM x"))
                .containsExactly(List.of(2L));
    }

    @Test
    void nothingIsWrittenBesideTheFile() throws IOException {
        try (Warehouse reader = type.open(new Settings(READER))) {
            rows(reader, "SELECT 1");
        }
        rows(warehouse, "SELECT 1");
        try (Warehouse wrong = type.open(new Settings(Map.of("database", "shop", "password", "wrong")))) {
            assertThatThrownBy(wrong::test).isInstanceOf(WarehouseException.class);
        }
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files).containsExactly(data.resolve("shop.mv.db"));
        }
        assertThat(warehouse.writes()).isFalse();
    }

    @Test
    void aStatementEndsAtItsTime() {
        String endless = "SELECT COUNT(*) FROM SYSTEM_RANGE(1, 10000000000) WHERE MOD(X, 7) = 9";
        try (Rows rows = warehouse.run(endless, Limits.of(1, Duration.ofMillis(300)))) {
            assertThatThrownBy(rows::next).satisfies(e -> assertReason(e, Reason.TIMEOUT, ""));
        }
        assertThat(rows(warehouse, "SELECT 1")).containsExactly(List.of(1L));
    }

    @Test
    void eachFailureToConnectNamesItsSetting() throws IOException, SQLException {
        Files.writeString(data.resolve("text.mv.db"), "This is a letter, not a database. ".repeat(500));
        assertConnecting(Map.of("database", "nothing"), Reason.DATABASE_UNKNOWN, "database");
        assertConnecting(Map.of("database", "text"), Reason.DATABASE_UNKNOWN, "database");
        assertConnecting(Map.of("password", "wrong"), Reason.CREDENTIALS, "password");
        assertConnecting(Map.of("user", "nobody"), Reason.CREDENTIALS, "password");
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertConnecting(Map.of("host", "no-such-host.invalid"), Reason.HOST_UNKNOWN, "host");
        assertConnecting(Map.of("host", "127.0.0.1", "port", "" + closed), Reason.PORT_CLOSED, "port");
    }

    @Test
    void aServerIsAskedAsAFileIs() throws SQLException {
        warehouse.close();
        Server server = Server.createTcpServer("-tcpPort", "0", "-baseDir", data.toString(), "-ifExists")
                .start();
        try {
            Map<String, String> place = Map.of("host", "127.0.0.1", "port", "" + server.getPort());
            assertConnecting(with(place, "database", "nothing"), Reason.DATABASE_UNKNOWN, "database");
            assertConnecting(with(place, "password", "wrong"), Reason.CREDENTIALS, "password");
            try (Warehouse remote = type.open(new Settings(with(ADMIN, place)))) {
                remote.test();
                assertThat(rows(remote, "SELECT name, born FROM people"))
                        .containsExactly(List.of("Ada", LocalDate.of(1815, 12, 10)));
                assertThatThrownBy(() -> rows(remote, "SELECT * FROM FINAL TABLE (DELETE FROM people)"))
                        .isInstanceOf(WarehouseException.class);
                assertThatThrownBy(() -> rows(remote, "DELETE FROM people")).isInstanceOf(WarehouseException.class);
                assertThat(rows(remote, "SELECT COUNT(*) FROM people")).containsExactly(List.of(1L));
                assertThat(remote.writes()).isTrue();
            }
        } finally {
            server.stop();
        }
    }

    private static Map<String, String> with(Map<String, String> settings, String name, String value) {
        return with(settings, Map.of(name, value));
    }

    private static Map<String, String> with(Map<String, String> settings, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(more);
        return all;
    }

    private void assertConnecting(Map<String, String> changed, Reason reason, String field) {
        try (Warehouse wrong = type.open(new Settings(with(ADMIN, changed)))) {
            assertThatThrownBy(wrong::test).satisfies(e -> assertReason(e, reason, field));
        }
    }

    private static void assertReason(Throwable thrown, Reason reason, String field) {
        assertThat(thrown).isInstanceOfSatisfying(WarehouseException.class, e -> {
            assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason);
            assertThat(e.field()).isEqualTo(field);
        });
    }
}
