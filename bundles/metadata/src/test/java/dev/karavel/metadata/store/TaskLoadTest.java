package dev.karavel.metadata.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.task.TaskOrder;
import dev.karavel.api.task.TaskOrder.Priority;
import dev.karavel.api.task.Tasks;
import dev.karavel.api.task.Tasks.Claimed;
import dev.karavel.api.task.Tasks.Outcome;
import dev.karavel.api.task.Tasks.Wish;
import dev.karavel.metadata.task.StoredTasks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.postgresql.osgi.PGDataSourceFactory;

/** What the table of tasks bears. */
class TaskLoadTest {
    private static final Duration BAR = Duration.ofSeconds(10);
    private static final int AT_ONCE = 4;

    @TempDir
    Path folder;

    @Test
    void aThousandOrdersOfOneMinuteAreTakenInTimeByAnEmbeddedDatabase() throws Exception {
        try (OpenDatabase database = TestDatabase.in(folder.resolve("derby"))) {
            thousand("Derby", database);
        }
    }

    @Test
    void aThousandOrdersOfOneMinuteAreTakenInTimeByPostgres() throws Exception {
        try (RealPostgres server = RealPostgres.start();
                OpenDatabase database = TestDatabase.on(server)) {
            thousand("PostgreSQL", database);
        }
    }

    @Test
    void aThousandOrdersOfOneMinuteAreTakenInTimeByMariaDb() throws Exception {
        try (OpenDatabase database = TestDatabase.onMariaDb("orders")) {
            thousand("MariaDB", database);
        }
    }

    /** A measurement: {@code -Dkaravel.bench=true}. */
    @Test
    @EnabledIfSystemProperty(named = "karavel.bench", matches = "true")
    void twentyNodesTakeEachTaskOnce() throws Exception {
        try (RealPostgres server = RealPostgres.start()) {
            String url = server.newDatabase();
            for (int nodes : new int[] {1, 2, 5, 10, 20, 30}) {
                claimed(url, nodes, 2000);
            }
        }
    }

    private static void thousand(String name, OpenDatabase database) throws Exception {
        Tasks tasks = tasks(database);
        submit(tasks, 20, "warm");
        Duration time = submit(tasks, 1000, "report");
        System.out.printf("1,000 orders, %d at once, %s: %d ms%n", AT_ONCE, name, time.toMillis());
        assertThat(time).isLessThan(BAR);
        Duration again = submit(tasks, 1000, "report");
        System.out.printf("the same again, %s: %d ms%n", name, again.toMillis());
        assertThat(tasks.waiting()).singleElement().satisfies(waiting -> assertThat(waiting.count())
                .isEqualTo(1020));
    }

    private static Duration submit(Tasks tasks, int count, String what) throws Exception {
        long begin = System.nanoTime();
        all(
                AT_ONCE,
                IntStream.range(0, count)
                        .<Callable<Void>>mapToObj(i -> () -> {
                            tasks.append(order(what + "/" + i + "@2026-05-01T08:00:00Z"));
                            return null;
                        })
                        .toList());
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static void claimed(String url, int nodes, int count) throws Exception {
        List<OpenDatabase> databases = new ArrayList<>();
        try {
            for (int i = 0; i < nodes; i++) {
                databases.add(TestDatabase.open(new PGDataSourceFactory(), url, "postgres"));
            }
            submit(tasks(databases.get(0)), count, "of " + nodes + " nodes, " + UUID.randomUUID());
            Set<UUID> done = ConcurrentHashMap.newKeySet();
            AtomicInteger twice = new AtomicInteger();
            AtomicInteger claims = new AtomicInteger();
            long begin = System.nanoTime();
            all(
                    nodes,
                    IntStream.range(0, nodes)
                            .<Callable<Void>>mapToObj(i -> () -> {
                                Tasks tasks = tasks(databases.get(i));
                                while (done.size() < count) {
                                    claims.incrementAndGet();
                                    Wish wish = new Wish(
                                            "node " + i, Priority.SCHEDULED, Set.of("load"), 4, Duration.ofMinutes(1));
                                    for (Claimed one : tasks.claim(wish)) {
                                        tasks.end(one.hold(), Outcome.done("{}"));
                                        twice.addAndGet(done.add(one.task().id()) ? 0 : 1);
                                    }
                                }
                                return null;
                            })
                            .toList());
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    "%d nodes: %d tasks in %.2f s, %.0f a second, %d claims%n",
                    nodes, count, seconds, count / seconds, claims.get());
            assertThat(twice).hasValue(0);
            assertThat(done).hasSize(count);
        } finally {
            databases.forEach(OpenDatabase::close);
        }
    }

    private static void all(int threads, List<Callable<Void>> calls) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (Future<Void> answer : pool.invokeAll(calls)) {
                answer.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static TaskOrder order(String key) {
        return new TaskOrder(
                "load",
                key,
                "{\"id\":1}",
                OptionalLong.empty(),
                Priority.SCHEDULED,
                Optional.empty(),
                Duration.ofMinutes(1),
                3);
    }

    private static Tasks tasks(OpenDatabase database) {
        return new StoredTasks(database.transactions(), new EventAdmin() {
            @Override
            public void postEvent(Event event) {
                // nobody listens
            }

            @Override
            public void sendEvent(Event event) {
                throw new UnsupportedOperationException("nobody waits for handlers");
            }
        });
    }
}
