package dev.karavel.web.server;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.task.Task;
import dev.karavel.api.task.Task.Course;
import dev.karavel.api.task.Task.State;
import dev.karavel.api.task.TaskOrder;
import dev.karavel.api.task.TaskQueue;
import dev.karavel.api.task.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A queue that nobody works at: a test ends its tasks itself. */
final class FakeTasks implements Tasks, TaskQueue {
    private final Map<UUID, Task> tasks = new LinkedHashMap<>();

    void end(UUID id, Outcome outcome) {
        Task task = tasks.get(id);
        put(new Task(
                id,
                task.order(),
                course(outcome.state(), outcome.words(), outcome.errorCode(), Optional.of(Instant.now()))));
    }

    private Task put(Task task) {
        tasks.put(task.id(), task);
        return task;
    }

    private static Course course(State state, String words, Optional<String> code, Optional<Instant> ended) {
        Instant now = Instant.now();
        return new Course(
                state, 0, 0, words, code, Optional.empty(), Optional.empty(), now, now, Optional.empty(), ended);
    }

    @Override
    public Task submit(TaskOrder order) {
        return append(order);
    }

    @Override
    public Optional<Task> cancel(UUID id) {
        return cancel(id, "Cancelled");
    }

    @Override
    public Optional<Task> retry(UUID id) {
        return reopen(id);
    }

    @Override
    public Task append(TaskOrder order) {
        return put(new Task(UUID.randomUUID(), order, course(State.WAITING, "", Optional.empty(), Optional.empty())));
    }

    @Override
    public Optional<Task> find(UUID id) {
        return Optional.ofNullable(tasks.get(id));
    }

    @Override
    public Optional<Task> find(String kind, String key) {
        return tasks.values().stream()
                .filter(task ->
                        task.order().kind().equals(kind) && task.order().key().equals(key))
                .findFirst();
    }

    @Override
    public Page<Task> list(ListQuery query) {
        return new Page<>(List.copyOf(tasks.values()), tasks.size());
    }

    @Override
    public List<Waiting> waiting() {
        return List.of();
    }

    @Override
    public List<Count> counts() {
        return tasks.values().stream()
                .map(task -> new Count(
                        task.order().kind(),
                        task.order().priority(),
                        task.course().state(),
                        Optional.empty(),
                        1,
                        task.course().due()))
                .toList();
    }

    @Override
    public List<Claimed> claim(Wish wish) {
        return List.of();
    }

    @Override
    public boolean renew(Hold hold, Duration lease, int progress, String words) {
        return false;
    }

    @Override
    public boolean end(Hold hold, Outcome outcome) {
        return false;
    }

    @Override
    public boolean putBack(Hold hold, Duration pause, Optional<Outcome> failure) {
        return false;
    }

    @Override
    public Optional<Task> cancel(UUID id, String words) {
        find(id).ifPresent(task -> end(id, new Outcome(State.CANCELLED, words, Optional.empty(), Optional.empty())));
        return find(id);
    }

    @Override
    public Optional<Task> reopen(UUID id) {
        return find(id).map(task ->
                put(new Task(id, task.order(), course(State.WAITING, "", Optional.empty(), Optional.empty()))));
    }

    @Override
    public int recover(int mostLosses) {
        return 0;
    }

    @Override
    public int fail(Duration dueSince, Outcome outcome) {
        return 0;
    }

    @Override
    public int forget(Duration doneSince, Duration deadSince) {
        return 0;
    }
}
