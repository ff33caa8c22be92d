package dev.karavel.datasource.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Secrets;
import dev.karavel.api.sql.SqlCreations.Made;
import dev.karavel.servers.RealPostgres;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.TableName;
import dev.karavel.sql.inspect.Inspector;
import dev.karavel.sql.inspect.TypedCreations;
import dev.karavel.sql.inspect.TypedSqlInspector;
import dev.karavel.sql.run.BoundedSqlRunner;
import dev.karavel.sql.run.StatementPlans;
import dev.karavel.sql.warehouse.OpenWarehouses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What somebody typed becomes a table, a view, a plan; with the row rules of who typed it. */
class KeptAndPlannedTest {
    private static final TableName SALES = new TableName(Optional.of("public"), "sales");
    private static final Map<TableName, List<String>> RULES = Map.of(SALES, List.of("region = 'East'"));
    private static final Instant LATER = Instant.now().plusSeconds(300);
    private static final Secrets NO_SECRETS = new Secrets() {
        @Override
        public String encrypt(String clear) {
            return clear;
        }

        @Override
        public String decrypt(String stored) {
            return stored;
        }
    };

    private static RealPostgres server;
    private static Database database;
    private static TypedSqlInspector inspector;
    private static TypedCreations creations;
    private static StatementPlans plans;
    private static BoundedSqlRunner runner;

    @BeforeAll
    static void start() throws Exception {
        server = RealPostgres.start();
        server.execute(
                "postgres",
                "CREATE TABLE sales (region text, amount int)",
                "INSERT INTO sales VALUES ('East', 1), ('East', 2), ('West', 40)");
        OpenWarehouses warehouses = OpenWarehouses.beside("", NO_SECRETS);
        warehouses.bindType(new PostgresqlType());
        Inspector inspection = new Inspector(List.of());
        inspector = TypedSqlInspector.over(warehouses, inspection);
        creations = TypedCreations.over(warehouses, inspection);
        runner = new BoundedSqlRunner(warehouses, inspection, 2, 2, 100, 1_000_000, Clock.systemUTC());
        plans = new StatementPlans(warehouses, inspector, runner);
        database = new Database(
                1,
                UUID.randomUUID(),
                1,
                "Shop",
                "postgresql",
                Map.of(
                        "host",
                        "127.0.0.1",
                        "port",
                        "" + server.port(),
                        "database",
                        "postgres",
                        "user",
                        "postgres",
                        "password",
                        "secret"),
                Optional.empty(),
                true,
                false,
                false,
                "{}",
                Stamp.none());
    }

    @AfterAll
    static void stop() throws Exception {
        runner.stop();
        server.close();
    }

    @Test
    void aTableHoldsTheRowsItsMakerMayRead() {
        String select = inspector.restrict(database, "SELECT * FROM sales -- all", false, RULES, 1_000);
        OptionalLong made = runner.change(
                database,
                creations.statements(database, Made.TABLE, new TableName(Optional.of("public"), "kept \u00fc"), select),
                Duration.ofSeconds(30),
                LATER);
        assertThat(made).hasValue(2);
        assertThat(sum("\"kept \u00fc\"")).isEqualTo(3);
    }

    @Test
    void aViewHoldsTheRowsItsMakerMayRead() {
        String select = inspector.restrict(database, "SELECT * FROM sales", false, RULES, 0);
        runner.change(
                database,
                creations.statements(database, Made.VIEW, new TableName(Optional.empty(), "seen"), select),
                Duration.ofSeconds(30),
                LATER);
        assertThat(sum("seen")).isEqualTo(3);
    }

    @Test
    void nothingIsMadeOfWhatIsNoSelect() {
        TableName name = new TableName(Optional.empty(), "never");
        for (String sql : List.of("DELETE FROM sales", "SELECT 1; DROP TABLE sales", "SELECT pg_sleep(1)")) {
            assertThatThrownBy(() -> creations.statements(database, Made.TABLE, name, sql))
                    .isInstanceOfSatisfying(
                            KaravelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STATEMENT_REFUSED));
        }
    }

    @Test
    void aNameThatCannotBeWrittenIsRefused() {
        for (String name : List.of("", " ", "a\"b", "a".repeat(121), "a\nb", " a")) {
            assertThatThrownBy(() -> creations.statements(
                            database, Made.TABLE, new TableName(Optional.empty(), name), "SELECT 1 AS a"))
                    .isInstanceOfSatisfying(
                            KaravelException.class, e -> assertThat(e.field()).isEqualTo("tmp_table_name"));
        }
    }

    @Test
    void changesThatFailLeaveNothingBehind() {
        assertThatThrownBy(() -> runner.change(
                        database,
                        List.of("CREATE TABLE half (a int)", "INSERT INTO half VALUES ('x')"),
                        Duration.ofSeconds(30),
                        LATER))
                .isInstanceOfSatisfying(
                        KaravelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.WAREHOUSE_REFUSED));
        assertThatThrownBy(() -> sum("half")).isInstanceOf(KaravelException.class);
    }

    @Test
    void plansAndCostsAreToldWithoutRunning() {
        assertThat(plans.explains(database)).isTrue();
        assertThat(plans.explain(database, "SELECT amount / 0 FROM sales", LATER))
                .contains("Seq Scan on sales");
        assertThat(plans.estimate(database, "SELECT * FROM sales", LATER))
                .containsOnlyKeys("Start-up cost", "Total cost", "Rows");
        assertThatThrownBy(() -> plans.explain(database, "DELETE FROM sales", LATER))
                .isInstanceOfSatisfying(
                        KaravelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STATEMENT_REFUSED));
    }

    private static long sum(String table) {
        return ((Number) runner.run(
                                database,
                                "SELECT sum(amount) FROM " + table,
                                Limits.of(1, Duration.ofSeconds(30)),
                                LATER)
                        .value(0, 0))
                .longValue();
    }
}
