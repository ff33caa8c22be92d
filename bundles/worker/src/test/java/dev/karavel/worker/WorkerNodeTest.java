package dev.karavel.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.event.Topics;
import dev.karavel.api.task.Task;
import dev.karavel.api.task.Task.State;
import dev.karavel.api.task.TaskHandler;
import dev.karavel.api.task.TaskOrder;
import dev.karavel.api.task.TaskOrder.Priority;
import dev.karavel.api.task.TaskQueue;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.event.Event;

class WorkerNodeTest {
    private static final int PATIENCE_SECONDS = 30;

    private final MemoryTasks tasks = new MemoryTasks();
    private final Handlers handlers = new Handlers();
    private final Depth depth = new Depth();
    private final BlockingQueue<Task> ends = new LinkedBlockingQueue<>();
    private final List<WorkerNode> nodes = new ArrayList<>();

    @BeforeEach
    void watch() {
        tasks.listen(task -> {
            if (task.course().state().isEnd()) {
                ends.add(task);
            }
        });
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (WorkerNode node : nodes) {
            node.stop();
        }
    }

    @Test
    void whatIsOrderedIsDone() throws Exception {
        node("one");
        handler("work", work -> "{\"for\":\"" + work.task().order().key() + "\"}");
        Task ordered = queue().submit(order("a", Priority.INTERACTIVE));

        Task end = nextEnd();
        assertThat(end.id()).isEqualTo(ordered.id());
        assertThat(end.course().state()).isEqualTo(State.DONE);
        assertThat(end.course().node()).contains("one");
        assertThat(queue().submit(order("a", Priority.INTERACTIVE)).id()).isEqualTo(ordered.id());
    }

    @Test
    void whoWaitsIsNotHeldUpByTheBackground() throws Exception {
        node("one");
        CountDownLatch release = new CountDownLatch(1);
        handler("work", work -> {
            if (work.task().order().priority() == Priority.BACKGROUND) {
                await(release);
            }
            return "{}";
        });
        for (int i = 0; i < 20; i++) {
            queue().submit(order("background " + i, Priority.BACKGROUND));
        }
        queue().submit(order("somebody waits", Priority.INTERACTIVE));

        assertThat(nextEnd().order().key()).isEqualTo("somebody waits");
        release.countDown();
        for (int i = 0; i < 20; i++) {
            nextEnd();
        }
    }

    @Test
    void whatCanHealIsTriedAgainAndWhatCannotIsNot() throws Exception {
        node("one");
        AtomicInteger tries = new AtomicInteger();
        handler("work", work -> {
            if (work.task().order().key().equals("forbidden")) {
                throw new KaravelException(ErrorCode.FORBIDDEN, "You may not");
            }
            if (tries.incrementAndGet() < 3) {
                throw new KaravelException(ErrorCode.WAREHOUSE_UNREACHABLE, "Away");
            }
            return "{}";
        });
        queue().submit(order("forbidden", Priority.INTERACTIVE));
        Task forbidden = nextEnd();
        assertThat(forbidden.course().state()).isEqualTo(State.FAILED);
        assertThat(forbidden.course().attempt()).isEqualTo(1);
        assertThat(forbidden.course().errorCode()).contains("FORBIDDEN");

        queue().submit(order("away", Priority.INTERACTIVE));
        Task healed = nextEnd();
        assertThat(healed.course().state()).isEqualTo(State.DONE);
        assertThat(healed.course().attempt()).isEqualTo(3);
    }

    @Test
    void aHandlerThatBreaksEndsItsTask() throws Exception {
        node("one");
        handler("work", work -> {
            throw new StackOverflowError("deep");
        });
        queue().submit(order("a", Priority.BACKGROUND));

        assertThat(nextEnd().course().errorCode()).contains("INTERNAL");
    }

    @Test
    void whatIsCancelledIsInterrupted() throws Exception {
        node("one");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        handler("work", work -> {
            begun.countDown();
            try {
                TimeUnit.MINUTES.sleep(5);
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw new KaravelException(ErrorCode.CANCELLED, "Interrupted", e);
            }
            return "{}";
        });
        Task task = queue().submit(order("a", Priority.INTERACTIVE));
        await(begun);
        queue().cancel(task.id());

        await(interrupted);
        assertThat(nextEnd().course().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void whatTakesTooLongFails() throws Exception {
        node("one");
        handler("work", work -> {
            try {
                TimeUnit.MINUTES.sleep(5);
            } catch (InterruptedException e) {
                throw new KaravelException(ErrorCode.CANCELLED, "Interrupted", e);
            }
            return "{}";
        });
        queue().submit(new TaskOrder(
                "work",
                "a",
                "{}",
                OptionalLong.empty(),
                Priority.INTERACTIVE,
                Optional.empty(),
                Duration.ofMillis(200),
                1));

        assertThat(nextEnd().course().words()).contains("took longer");
    }

    @Test
    void aNodeThatStopsGivesBackWhatAnotherThenDoes() throws Exception {
        WorkerNode first = node("first");
        CountDownLatch begun = new CountDownLatch(1);
        handler("work", work -> {
            if (work.task().course().node().orElseThrow().equals("first")) {
                begun.countDown();
                try {
                    TimeUnit.MINUTES.sleep(5);
                } catch (InterruptedException e) {
                    throw new KaravelException(ErrorCode.CANCELLED, "Interrupted", e);
                }
            }
            return "{}";
        });
        queue().submit(order("a", Priority.SCHEDULED));
        await(begun);
        node("second");
        first.stop();

        Task end = nextEnd();
        assertThat(end.course().state()).isEqualTo(State.DONE);
        assertThat(end.course().node()).contains("second");
        assertThat(end.course().attempt()).isEqualTo(1);
    }

    @Test
    void tooManyAreRefusedAtOnceAndKindsNobodyDoesToo() {
        handler("work", work -> "{}");
        TaskQueue queue = new StoredTaskQueue(tasks, handlers, depth, settings(2));
        queue.submit(order("a", Priority.BACKGROUND));
        queue.submit(order("b", Priority.BACKGROUND));

        assertThatThrownBy(() -> queue.submit(order("c", Priority.BACKGROUND)))
                .isInstanceOfSatisfying(
                        KaravelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.QUEUE_FULL));
        assertThat(queue.submit(order("a", Priority.BACKGROUND)).order().key()).isEqualTo("a");
        assertThat(queue.submit(order("c", Priority.INTERACTIVE)).course().state())
                .isEqualTo(State.WAITING);
        assertThatThrownBy(() -> queue.submit(new TaskOrder(
                        "unknown",
                        "a",
                        "{}",
                        OptionalLong.empty(),
                        Priority.BACKGROUND,
                        Optional.empty(),
                        Duration.ofSeconds(1),
                        1)))
                .isInstanceOfSatisfying(
                        KaravelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
    }

    private WorkerNode node(String name) {
        WorkerNode node = new WorkerNode(tasks, handlers, depth, settings(1_000), () -> name, Clock.systemUTC());
        tasks.listen(task -> node.handleEvent(new Event(
                Topics.TASK_CHANGED,
                Map.of(
                        Topics.ID, task.id().toString(),
                        Topics.STATE, task.course().state().name()))));
        nodes.add(node);
        return node;
    }

    private TaskQueue queue() {
        return new StoredTaskQueue(tasks, handlers, depth, settings(1_000));
    }

    private void handler(String kind, Function<TaskHandler.Work, String> handling) {
        handlers.bind(new TaskHandler() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public String handle(Work work) {
                return handling.apply(work);
            }
        });
    }

    private Task nextEnd() throws InterruptedException {
        Task end = ends.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(end).as("a task that ends").isNotNull();
        return end;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TaskOrder order(String key, Priority priority) {
        return new TaskOrder(
                "work", key, "{}", OptionalLong.empty(), priority, Optional.empty(), Duration.ofMinutes(1), 3);
    }

    private static WorkerSettings settings(int mostWaiting) {
        return new WorkerSettings(new TestConfig(mostWaiting));
    }
}
