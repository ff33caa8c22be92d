package dev.karavel.metadata.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.task.TaskOrder;
import dev.karavel.api.task.TaskOrder.Priority;
import dev.karavel.api.task.Tasks;
import dev.karavel.metadata.task.StoredTasks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

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
