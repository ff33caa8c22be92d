package dev.karavel.metadata.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.ListQuery.Condition;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.event.Topics;
import dev.karavel.api.task.Task;
import dev.karavel.api.task.Task.State;
import dev.karavel.api.task.TaskOrder;
import dev.karavel.api.task.TaskOrder.Priority;
import dev.karavel.api.task.Tasks;
import dev.karavel.api.task.Tasks.Claimed;
import dev.karavel.api.task.Tasks.Outcome;
import dev.karavel.api.task.Tasks.Wish;
import dev.karavel.metadata.store.OpenDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** What a queue may rely on, whatever database holds it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TaskContract {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private OpenDatabase database;
    private Tasks tasks;

    abstract OpenDatabase open();

    @BeforeAll
    void openDatabase() {
        database = open();
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.transactions().append(entities -> entities.createQuery("delete from TaskEntity e")
                .executeUpdate());
        tasks = new StoredTasks(database.transactions(), new EventAdmin() {
            @Override
            public void postEvent(Event event) {
                events.add(event);
            }

            @Override
            public void sendEvent(Event event) {
                throw new UnsupportedOperationException("nobody waits for handlers");
            }
        });
        events.clear();
    }

    @Test
    void anOrderComesBackAsItWasGiven() {
        TaskOrder order = new TaskOrder(
                "mail",
                "a",
                "{\"to\":\"ann\"}",
                OptionalLong.of(7),
                Priority.SCHEDULED,
                Optional.of(Instant.parse("2099-01-01T00:00:00Z")),
                Duration.ofSeconds(90),
                3);
        Task task = tasks.append(order);

        assertThat(task.order()).isEqualTo(order);
        assertThat(task.course().state()).isEqualTo(State.WAITING);
        assertThat(task.course().due()).isEqualTo(order.notBefore().orElseThrow());
        assertThat(tasks.find(task.id())).contains(task);
        assertThat(states()).containsExactly("WAITING");
        assertThat(events.get(0).getProperty(Topics.USER)).isEqualTo(7L);
    }

    @Test
    void theSameOrderedTwiceIsOneTask() throws Exception {
        Set<UUID> ids = Set.copyOf(together(6, () -> tasks.append(order("a")).id()));

        assertThat(ids).hasSize(1);
        assertThat(states()).containsExactly("WAITING");
    }

    @Test
    void eachTaskGoesToOneNodeHoweverManyAskAtOnce() throws Exception {
        for (int i = 0; i < 40; i++) {
            tasks.append(order("task " + i));
        }
        List<Claimed> claimed = new ArrayList<>();
        for (List<Claimed> share : together(4, this::claimUntilNothingIsLeft)) {
            claimed.addAll(share);
        }

        assertThat(claimed).hasSize(40);
        assertThat(claimed.stream().map(each -> each.task().id())).doesNotHaveDuplicates();
        assertThat(tasks.waiting()).isEmpty();
    }

    private List<Claimed> claimUntilNothingIsLeft() {
        List<Claimed> mine = new ArrayList<>();
        while (!tasks.waiting().isEmpty()) {
            mine.addAll(claim("node", 3));
        }
        return mine;
    }

    @Test
    void theOldestGoFirstAndOnlyThoseThatAreDueAndKnown() {
        TaskOrder later = new TaskOrder(
                "work",
                "later",
                "{}",
                OptionalLong.empty(),
                Priority.BACKGROUND,
                Optional.of(Instant.now().plus(LEASE)),
                LEASE,
                1);
        tasks.append(later);
        tasks.append(new TaskOrder(
                "other", "x", "{}", OptionalLong.empty(), Priority.BACKGROUND, Optional.empty(), LEASE, 1));
        Task first = tasks.append(order("first"));
        tasks.append(order("second"));

        assertThat(claim("node", 1)).extracting(each -> each.task().id()).containsExactly(first.id());
        assertThat(claim("node", 9)).hasSize(1);
        assertThat(claim("node", 9)).isEmpty();
    }

    @Test
    void onlyWhoHoldsItMayEndIt() {
        Task task = tasks.append(order("a"));
        Claimed before = claim("dead", 1).get(0);
        assertThat(tasks.renew(before.hold(), Duration.ofSeconds(-1), 40, "Drawing"))
                .isTrue();
        assertThat(tasks.recover(3)).isEqualTo(1);
        Claimed after = claim("alive", 1).get(0);

        assertThat(after.task().id()).isEqualTo(task.id());
        assertThat(after.task().course().attempt()).isEqualTo(1);
        assertThat(tasks.end(before.hold(), Outcome.done("{}"))).isFalse();
        assertThat(tasks.renew(before.hold(), LEASE, 50, "")).isFalse();
        assertThat(tasks.end(after.hold(), Outcome.done("{\"rows\":3}"))).isTrue();
        assertThat(tasks.end(after.hold(), Outcome.done("{}"))).isFalse();
        assertThat(tasks.find(task.id()).orElseThrow().course().result()).contains("{\"rows\":3}");
        assertThat(states()).containsExactly("WAITING", "RUNNING", "RUNNING", "WAITING", "RUNNING", "DONE");
    }

    @Test
    void whatTakesServerAfterServerDownFails() {
        Task task = tasks.append(order("a"));
        for (int i = 0; i < 3; i++) {
            loseIt();
        }

        assertThat(course(task).state()).isEqualTo(State.FAILED);
        assertThat(course(task).words()).contains("one after the other");
    }

    private void loseIt() {
        tasks.renew(claim("dead", 1).get(0).hold(), Duration.ofSeconds(-1), 0, "");
        tasks.recover(2);
    }

    @Test
    void aFailedAttemptCountsAndOneGivenBackDoesNot() {
        Task task = tasks.append(order("a"));
        tasks.putBack(claim("node", 1).get(0).hold(), Duration.ZERO, Optional.empty());
        assertThat(course(task).attempt()).isZero();

        tasks.putBack(
                claim("node", 1).get(0).hold(), Duration.ZERO, Optional.of(Outcome.failed("No answer", "INTERNAL")));
        assertThat(course(task).attempt()).isEqualTo(1);
        assertThat(course(task).state()).isEqualTo(State.WAITING);
        assertThat(course(task).words()).isEqualTo("No answer");
    }

    @Test
    void whatIsCancelledStaysSoUntilItIsTriedAgain() {
        Task task = tasks.append(order("a"));
        Claimed running = claim("node", 1).get(0);
        tasks.cancel(task.id(), "Nobody wants it");

        assertThat(tasks.end(running.hold(), Outcome.done("{}"))).isFalse();
        assertThat(tasks.cancel(task.id(), "Again").orElseThrow().course().words())
                .isEqualTo("Nobody wants it");
        assertThat(tasks.reopen(task.id()).orElseThrow().course().state()).isEqualTo(State.WAITING);
        Claimed again = claim("node", 1).get(0);
        tasks.end(again.hold(), Outcome.done("{}"));
        assertThatThrownBy(() -> tasks.reopen(task.id())).isInstanceOf(KaravelException.class);
        assertThat(tasks.cancel(UUID.randomUUID(), "")).isEmpty();
    }

    @Test
    void listsAreFilteredOrderedAndPaged() {
        tasks.append(order("a"));
        tasks.append(order("b"));
        tasks.append(order("c"));
        tasks.cancel(tasks.find("work", "b").orElseThrow().id(), "No");

        assertThat(list(new Condition("state", "eq", "WAITING")).stream()
                        .map(task -> task.order().key()))
                .containsExactly("c", "a");
        assertThat(tasks.list(new ListQuery(List.of(), "key", false, 1, 2, new Visibility.All())))
                .satisfies(page -> assertThat(page.count()).isEqualTo(3))
                .satisfies(page -> assertThat(page.items()).hasSize(1));
        assertThat(tasks.counts()).hasSize(2);
        assertThat(tasks.waiting()).singleElement().satisfies(waiting -> assertThat(waiting.count())
                .isEqualTo(2));
    }

    @Test
    void whatNobodyTookFailsAndWhatIsOldIsForgotten() {
        tasks.append(order("a"));
        Duration soon = Duration.ofSeconds(-5);
        Duration ages = Duration.ofDays(1000);
        assertThat(tasks.fail(soon, Outcome.failed("Nobody took it", "INTERNAL")))
                .isEqualTo(1);

        assertThat(tasks.forget(soon, ages)).isZero();
        assertThat(tasks.forget(ages, soon)).isEqualTo(1);
        assertThat(tasks.find("work", "a")).isEmpty();
    }

    private List<Task> list(Condition condition) {
        return tasks.list(new ListQuery(List.of(condition), "", false, 0, 10, new Visibility.All()))
                .items();
    }

    private List<Claimed> claim(String node, int most) {
        return tasks.claim(new Wish(node, Priority.BACKGROUND, Set.of("work"), most, LEASE));
    }

    private Task.Course course(Task task) {
        return tasks.find(task.id()).orElseThrow().course();
    }

    private List<Object> states() {
        return events.stream().map(event -> event.getProperty(Topics.STATE)).toList();
    }

    private static TaskOrder order(String key) {
        return new TaskOrder("work", key, "{}", OptionalLong.empty(), Priority.BACKGROUND, Optional.empty(), LEASE, 1);
    }

    private static <T> List<T> together(int threads, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> begun = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                begun.add(pool.submit(work));
            }
            ConcurrentLinkedQueue<T> results = new ConcurrentLinkedQueue<>();
            for (Future<T> each : begun) {
                results.add(each.get());
            }
            return List.copyOf(results);
        } finally {
            pool.shutdownNow();
        }
    }
}
