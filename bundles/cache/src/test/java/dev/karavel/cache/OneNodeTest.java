package dev.karavel.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.cache.ResultCache.Found;
import dev.karavel.api.cache.ResultCache.Statistics;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneNodeTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static TestNode node;

    private final AtomicInteger loads = new AtomicInteger();

    @BeforeAll
    static void startNode() {
        node = TestNode.alone(folder);
    }

    @AfterAll
    static void stopNode() {
        node.close();
    }

    @BeforeEach
    void emptyCache() {
        node.cache.clear();
    }

    @Test
    void resultIsLoadedOnceAndThenFound() {
        assertThat(load("a", false).hit()).isFalse();
        Found second = load("a", false);
        assertThat(second.hit()).isTrue();
        assertThat(new String(second.result().bytes(), UTF_8)).isEqualTo("answer 1");
        assertThat(second.result().storedAt()).isEqualTo(node.clock.instant());
        assertThat(node.cache.find("a")).isPresent();
    }

    @Test
    void resultIsForgottenAfterItsTimeToLive() {
        load("a", false);
        node.clock.advance(Duration.ofMinutes(59));
        assertThat(load("a", false).hit()).isTrue();
        node.clock.advance(Duration.ofMinutes(2));
        assertThat(node.cache.find("a")).isEmpty();
        assertThat(load("a", false).hit()).isFalse();
    }

    @Test
    void igniteForgetsAnExpiredResultByItself() {
        node.cache.load("a", false, Duration.ofMillis(50), PATIENCE, this::answer);
        Waiting.until(() -> node.cache.statistics().entries() == 0);
    }

    @Test
    void forcedLoadReplacesTheResultAndItsTimeToLive() {
        load("a", false);
        node.clock.advance(Duration.ofMinutes(40));
        Found forced = load("a", true);
        assertThat(forced.hit()).isFalse();
        node.clock.advance(Duration.ofMinutes(40));
        assertThat(new String(load("a", false).result().bytes(), UTF_8)).isEqualTo("answer 2");
    }

    @Test
    void resultWithoutTimeToLiveIsNotStored() {
        node.cache.load("a", false, Duration.ZERO, PATIENCE, this::answer);
        assertThat(node.cache.find("a")).isEmpty();
    }

    @Test
    void failureIsThrownAndNotStored() {
        KaravelException failure = new KaravelException(ErrorCode.WAREHOUSE_REFUSED, "no such table");
        assertThatThrownBy(() -> node.cache.load("a", false, HOUR, PATIENCE, () -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(load("a", false).hit()).isFalse();
    }

    @Test
    void hundredCallersAtOnceLoadOnce() throws Exception {
        Statistics before = node.cache.statistics();
        List<Found> answers = hundredTimes(() -> load("a", false));
        assertThat(loads).hasValue(1);
        assertThat(answers).hasSize(100).allSatisfy(found -> assertThat(
                        new String(found.result().bytes(), UTF_8))
                .isEqualTo("answer 1"));
        Statistics after = node.cache.statistics();
        assertThat(after.misses() - before.misses()).isEqualTo(1);
        assertThat(after.hits() + after.shared() - before.hits() - before.shared())
                .isEqualTo(99);
    }

    @Test
    void hundredCallersWithoutStoringShareOneLoadWhileItRuns() throws Exception {
        CountDownLatch landing = new CountDownLatch(1);
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Thread caller = new Thread(() -> node.cache.load("a", false, Duration.ZERO, PATIENCE, () -> {
                await(landing);
                return answer();
            }));
            callers.add(caller);
            caller.start();
        }
        Waiting.until(() -> callers.stream()
                        .filter(caller -> Waiting.isIn(caller, LocalFlight.class, "await"))
                        .count()
                == 100);
        landing.countDown();
        for (Thread caller : callers) {
            caller.join(60_000);
        }
        assertThat(loads).hasValue(1);
    }

    @Test
    void failureReachesAllWhoWait() throws Exception {
        CountDownLatch flying = new CountDownLatch(1);
        CountDownLatch crash = new CountDownLatch(1);
        ExecutorService callers = Executors.newFixedThreadPool(2);
        Future<Found> flight = callers.submit(() -> node.cache.load("a", false, HOUR, PATIENCE, () -> {
            flying.countDown();
            await(crash);
            throw new KaravelException(ErrorCode.WAREHOUSE_TIMEOUT, "too slow");
        }));
        await(flying);
        Thread[] waiter = new Thread[1];
        Future<Found> waiting = callers.submit(() -> {
            waiter[0] = Thread.currentThread();
            return load("a", false);
        });
        Waiting.until(() -> Waiting.isIn(waiter[0], LocalFlight.class, "await"));
        crash.countDown();
        assertThatThrownBy(flight::get).hasRootCauseMessage("too slow");
        assertThatThrownBy(waiting::get).hasRootCauseMessage("too slow");
        assertThat(loads).hasValue(0);
        callers.shutdownNow();
    }

    @Test
    void whoAskedFirstMayLeaveWhileOthersWaitOn() throws Exception {
        CountDownLatch flying = new CountDownLatch(1);
        CountDownLatch landing = new CountDownLatch(1);
        ExecutorService callers = Executors.newFixedThreadPool(2);
        Future<Found> first = callers.submit(() -> node.cache.load("a", false, HOUR, PATIENCE, () -> {
            flying.countDown();
            await(landing);
            return answer();
        }));
        await(flying);
        Thread[] waiter = new Thread[1];
        Future<Found> second = callers.submit(() -> {
            waiter[0] = Thread.currentThread();
            return load("a", false);
        });
        Waiting.until(() -> Waiting.isIn(waiter[0], LocalFlight.class, "await"));
        first.cancel(true);
        landing.countDown();
        assertThat(new String(second.get(60, TimeUnit.SECONDS).result().bytes(), UTF_8))
                .isEqualTo("answer 1");
        callers.shutdownNow();
    }

    @Test
    void theLoadIsInterruptedWhenTheLastWhoWaitsLeaves() throws Exception {
        CountDownLatch flying = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        ExecutorService callers = Executors.newFixedThreadPool(1);
        Future<Found> only = callers.submit(() -> node.cache.load("a", false, HOUR, PATIENCE, () -> {
            flying.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            throw new KaravelException(ErrorCode.CANCELLED, "cancelled");
        }));
        await(flying);
        only.cancel(true);
        await(interrupted);
        assertThat(new String(load("a", false).result().bytes(), UTF_8)).isEqualTo("answer 1");
        callers.shutdownNow();
    }

    @Test
    void anImpatientCallerIsToldSo() {
        CountDownLatch never = new CountDownLatch(1);
        assertThatThrownBy(() -> node.cache.load("a", false, HOUR, Duration.ofMillis(20), () -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        throw new KaravelException(ErrorCode.CANCELLED, "cancelled", e);
                    }
                    return answer();
                }))
                .isInstanceOfSatisfying(
                        KaravelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.WAREHOUSE_TIMEOUT));
    }

    @Test
    void forgottenResultIsLoadedAgain() {
        load("a", false);
        load("b", false);
        node.cache.forget("a");
        assertThat(node.cache.find("a")).isEmpty();
        assertThat(node.cache.find("b")).isPresent();
    }

    @Test
    void statisticsCountEntriesAndBytes() {
        Statistics before = node.cache.statistics();
        node.cache.load("a", false, HOUR, PATIENCE, () -> new byte[1 << 20]);
        Statistics after = node.cache.statistics();
        assertThat(after.entries()).isEqualTo(1);
        assertThat(after.bytes()).isBetween(1L << 20, after.limit());
        assertThat(after.limit()).isEqualTo(64L << 20);
        assertThat(after.misses()).isEqualTo(before.misses() + 1);
    }

    private Found load(String key, boolean force) {
        return node.cache.load(key, force, HOUR, PATIENCE, this::answer);
    }

    private byte[] answer() {
        return ("answer " + loads.incrementAndGet()).getBytes(UTF_8);
    }

    private static List<Found> hundredTimes(Supplier<Found> call) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(100);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Found>> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            answers.add(callers.submit(() -> {
                await(go);
                return call.get();
            }));
        }
        go.countDown();
        List<Found> found = new ArrayList<>();
        for (Future<Found> answer : answers) {
            found.add(answer.get(60, TimeUnit.SECONDS));
        }
        callers.shutdownNow();
        return found;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
