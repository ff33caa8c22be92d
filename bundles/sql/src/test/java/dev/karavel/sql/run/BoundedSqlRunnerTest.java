package dev.karavel.sql.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Secrets;
import dev.karavel.api.sql.RowReceiver;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Table;
import dev.karavel.sql.Databases;
import dev.karavel.sql.HeldType;
import dev.karavel.sql.inspect.Inspector;
import dev.karavel.sql.warehouse.OpenWarehouses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BoundedSqlRunnerTest {
    private static final Limits LIMITS = Limits.of(10, Duration.ofMinutes(5));
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

    private final HeldType type = new HeldType();
    private final OpenWarehouses warehouses = OpenWarehouses.beside("", NO_SECRETS);
    private final BoundedSqlRunner runner =
            new BoundedSqlRunner(warehouses, new Inspector(List.of()), 2, 1, 100, 1_000_000, Clock.systemUTC());
    private final Database database = Databases.database("held", Map.of());

    BoundedSqlRunnerTest() {
        warehouses.bindType(type);
    }

    @AfterEach
    void letGo() {
        type.release.countDown();
        runner.stop();
    }

    private Table run(String sql) {
        return runner.run(database, sql, LIMITS, Instant.now().plusSeconds(300));
    }

    private CompletableFuture<Table> start() {
        CompletableFuture<Table> answer = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                answer.complete(run("SELECT 1"));
            } catch (KaravelException e) {
                answer.completeExceptionally(e);
            }
        });
        caller.setDaemon(true);
        caller.start();
        return answer;
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static void assertCode(Throwable thrown, ErrorCode code) {
        assertThat(thrown).isInstanceOfSatisfying(KaravelException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.getMessage()).doesNotContain("SELECT").doesNotContain("host.example");
        });
    }

    @Test
    void onlySoManyRunOneMoreWaitsAndTheNextIsToldAtOnce() throws InterruptedException {
        List<CompletableFuture<Table>> answers = new ArrayList<>();
        answers.add(start());
        answers.add(start());
        type.running.acquire(2);
        answers.add(start());
        await(() -> runner.load(1).waiting() == 1);

        assertThat(runner.load(1).running()).isEqualTo(2);
        assertThatThrownBy(() -> run("SELECT 1")).satisfies(e -> assertCode(e, ErrorCode.QUEUE_FULL));

        type.release.countDown();
        answers.forEach(answer -> assertThat(answer.join().value(0, 0)).isEqualTo(1L));
        await(() -> runner.load(1).running() == 0);
        assertThat(runner.load(1).statements()).isEqualTo(3);
        assertThat(runner.load(1).failures()).isZero();
    }

    @Test
    void waitsAndRunsAreMeasuredAndRefusalsCounted() throws InterruptedException {
        List<CompletableFuture<Table>> answers = new ArrayList<>(List.of(start(), start()));
        type.running.acquire(2);
        answers.add(start());
        await(() -> runner.load(1).waiting() == 1);
        assertThatThrownBy(() -> run("SELECT 1")).satisfies(e -> assertCode(e, ErrorCode.QUEUE_FULL));
        type.release.countDown();
        answers.forEach(CompletableFuture::join);
        await(() -> runner.load(1).running() == 0);

        assertThat(runner.load(1).refused()).isEqualTo(1);
        assertThat(runner.load(1).waits().count()).isEqualTo(3);
        assertThat(runner.load(1).waits().counts().get(0)).isBetween(2L, 3L);
        assertThat(runner.load(1).runs().count()).isEqualTo(3);
        assertThat(runner.load(1).runs().longest()).isPositive();
    }

    @Test
    void rowsAreHandedOverOneByOne() {
        type.release.countDown();
        List<Object> rows = new ArrayList<>();
        long count = runner.stream(database, "SELECT 1", LIMITS, Instant.now().plusSeconds(60), new RowReceiver() {
            @Override
            public void columns(List<Column> columns) {
                rows.add(columns.size());
            }

            @Override
            public void row(Object[] values) {
                rows.add(values[0]);
            }
        });
        assertThat(count).isEqualTo(1);
        assertThat(rows).containsExactly(1, 1L);
    }

    @Test
    void aReceiverThatWentAwayEndsTheStatement() {
        type.release.countDown();
        assertThatThrownBy(() -> runner.stream(
                        database, "SELECT 1", LIMITS, Instant.now().plusSeconds(60), new RowReceiver() {
                            @Override
                            public void columns(List<Column> columns) {
                                throw new UncheckedIOException(new IOException("gone"));
                            }

                            @Override
                            public void row(Object[] values) {
                                throw new AssertionError("No row is wanted");
                            }
                        }))
                .satisfies(e -> assertCode(e, ErrorCode.CANCELLED));
        await(() -> runner.load(1).running() == 0);
    }

    @Test
    void aStatementIsCancelledAtItsDeadline() throws InterruptedException {
        assertThatThrownBy(() ->
                        runner.run(database, "SELECT 1", LIMITS, Instant.now().plusMillis(50)))
                .satisfies(e -> assertCode(e, ErrorCode.WAREHOUSE_TIMEOUT));
        type.cancelled.acquire();
        await(() -> runner.load(1).running() == 0);
        assertThat(runner.load(1).failures()).isEqualTo(1);
    }

    @Test
    void aStatementIsCancelledAtItsOwnTimeLimit() {
        assertThatThrownBy(() -> runner.run(
                        database,
                        "SELECT 1",
                        Limits.of(1, Duration.ofMillis(50)),
                        Instant.now().plusSeconds(300)))
                .satisfies(e -> assertCode(e, ErrorCode.WAREHOUSE_TIMEOUT));
    }

    @Test
    void whoWaitsForAPlaceWaitsUntilTheDeadlineOnly() throws InterruptedException {
        start();
        start();
        type.running.acquire(2);
        assertThatThrownBy(() ->
                        runner.run(database, "SELECT 1", LIMITS, Instant.now().plusMillis(50)))
                .satisfies(e -> assertCode(e, ErrorCode.WAREHOUSE_TIMEOUT));
        assertThat(runner.load(1).waiting()).isZero();
    }

    @Test
    void anInterruptedCallerCancelsTheStatementAndStaysInterrupted() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                run("SELECT 1");
            } catch (KaravelException e) {
                interrupted.complete(e.code() == ErrorCode.CANCELLED
                        && Thread.currentThread().isInterrupted());
            }
        });
        caller.start();
        type.running.acquire();
        caller.interrupt();
        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
        type.cancelled.acquire();
        await(() -> runner.load(1).running() == 0);
    }

    @Test
    void aPluginThatGoesAwayEndsItsStatementsWithAClearWord()
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Table> answer = start();
        type.running.acquire();
        warehouses.unbindType(type);

        assertThatThrownBy(answer::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .satisfies(e -> assertCode(e, ErrorCode.PLUGIN_MISSING))
                .hasMessageContaining("held")
                .hasMessageContaining("went away");
        assertThat(type.closed).hasSize(1);
        assertThatThrownBy(() -> run("SELECT 1")).satisfies(e -> assertCode(e, ErrorCode.PLUGIN_MISSING));

        warehouses.bindType(type);
        type.release.countDown();
        assertThat(run("SELECT 1").rows()).isEqualTo(1);
    }

    @Test
    void nothingIsAskedAfterTheDeadline() {
        assertThatThrownBy(() ->
                        runner.run(database, "SELECT 1", LIMITS, Instant.now().minusMillis(1)))
                .satisfies(e -> assertCode(e, ErrorCode.WAREHOUSE_TIMEOUT));
        assertThat(runner.load(1).statements()).isZero();
    }

    @Test
    void aResultThatTakesTooMuchMemoryIsRefused() {
        BoundedSqlRunner small =
                new BoundedSqlRunner(warehouses, new Inspector(List.of()), 2, 1, 100, 10, Clock.systemUTC());
        type.release.countDown();
        assertThatThrownBy(() ->
                        small.run(database, "SELECT 1", LIMITS, Instant.now().plusSeconds(60)))
                .satisfies(e -> assertCode(e, ErrorCode.TOO_LARGE));
        small.stop();
    }

    @Test
    void aPluginWithABugIsNamed() {
        assertThatThrownBy(() -> run("bug")).satisfies(e -> assertCode(e, ErrorCode.PLUGIN_FAILED));
        await(() -> runner.load(1).running() == 0);
    }
}
