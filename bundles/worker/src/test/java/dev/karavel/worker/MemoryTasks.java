package dev.karavel.worker;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.task.Task;
import dev.karavel.api.task.Task.Course;
import dev.karavel.api.task.Task.State;
import dev.karavel.api.task.TaskOrder;
import dev.karavel.api.task.TaskOrder.Priority;
import dev.karavel.api.task.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** A table in memory that two nodes may share. The one in the database is tested with its bundle. */
final class MemoryTasks implements Tasks {
    private static final class Row {
        final Task task;
        Course course;
        int claims;
        Instant leaseUntil = Instant.MAX;

        Row(Task task) {
            this.task = task;
            course = task.course();
        }

        Task read() {
            return new Task(task.id(), task.order(), course);
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private final List<Consumer<Task>> listeners = new ArrayList<>();

    synchronized void listen(Consumer<Task> listener) {
        listeners.add(listener);
    }

    @Override
    public synchronized Task append(TaskOrder order) {
        Optional<Task> older = find(order.kind(), order.key());
        if (older.isPresent()) {
            return older.get();
        }
        Instant now = Instant.now();
        Row row = new Row(new Task(
                UUID.randomUUID(),
                order,
                course(State.WAITING, 0, "", null, null, order.notBefore().orElse(now))));
        rows.add(row);
        return told(row);
    }

    @Override
    public synchronized Optional<Task> find(UUID id) {
        return rows.stream().map(Row::read).filter(task -> task.id().equals(id)).findFirst();
    }

    @Override
    public synchronized Optional<Task> find(String kind, String key) {
        return rows.stream()
                .map(Row::read)
                .filter(task ->
                        task.order().kind().equals(kind) && task.order().key().equals(key))
                .findFirst();
    }

    @Override
    public Page<Task> list(ListQuery query) {
        throw new UnsupportedOperationException("nobody looks");
    }

    @Override
    public synchronized List<Waiting> waiting() {
        return Arrays.stream(Priority.values())
                .map(priority -> new Waiting(
                        priority,
                        (int) rows.stream()
                                .filter(row -> row.course.state() == State.WAITING
                                        && row.task.order().priority() == priority)
                                .count(),
                        Instant.EPOCH))
                .filter(waiting -> waiting.count() > 0)
                .toList();
    }

    @Override
    public List<Count> counts() {
        throw new UnsupportedOperationException("nobody looks");
    }

    @Override
    public synchronized List<Claimed> claim(Wish wish) {
        List<Claimed> claimed = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (claimed.size() < wish.most()
                    && row.course.state() == State.WAITING
                    && row.task.order().priority() == wish.priority()
                    && wish.kinds().contains(row.task.order().kind())
                    && !row.course.due().isAfter(Instant.now())) {
                row.claims++;
                row.leaseUntil = Instant.now().plus(wish.lease());
                row.course = course(State.RUNNING, row.course.attempt() + 1, "", null, wish.node(), row.course.due());
                claimed.add(new Claimed(told(row), new Hold(i, row.claims)));
            }
        }
        return claimed;
    }

    @Override
    public synchronized boolean renew(Hold hold, Duration lease, int progress, String words) {
        Row row = held(hold);
        if (row != null) {
            row.leaseUntil = Instant.now().plus(lease);
        }
        return row != null;
    }

    @Override
    public synchronized boolean end(Hold hold, Outcome outcome) {
        Row row = held(hold);
        if (row != null) {
            end(row, outcome);
        }
        return row != null;
    }

    @Override
    public synchronized boolean putBack(Hold hold, Duration pause, Optional<Outcome> failure) {
        Row row = held(hold);
        if (row != null) {
            int attempt = row.course.attempt() - (failure.isPresent() ? 0 : 1);
            row.course = course(
                    State.WAITING,
                    attempt,
                    failure.map(Outcome::words).orElse(""),
                    null,
                    null,
                    Instant.now().plus(pause));
            told(row);
        }
        return row != null;
    }

    @Override
    public synchronized Optional<Task> cancel(UUID id, String words) {
        return rows.stream().filter(row -> row.task.id().equals(id)).findFirst().map(row -> {
            if (!row.course.state().isEnd()) {
                end(row, new Outcome(State.CANCELLED, words, Optional.empty(), Optional.empty()));
            }
            return row.read();
        });
    }

    @Override
    public Optional<Task> reopen(UUID id) {
        throw new UnsupportedOperationException("tested with the database");
    }

    @Override
    public synchronized int recover(int mostLosses) {
        List<Row> lost = rows.stream()
                .filter(row -> row.course.state() == State.RUNNING && row.leaseUntil.isBefore(Instant.now()))
                .toList();
        lost.forEach(row -> {
            row.course = course(State.WAITING, 0, "", null, null, row.course.due());
            told(row);
        });
        return lost.size();
    }

    @Override
    public int fail(Duration dueSince, Outcome outcome) {
        return 0;
    }

    @Override
    public int forget(Duration doneSince, Duration deadSince) {
        return 0;
    }

    private void end(Row row, Outcome outcome) {
        row.course = course(
                outcome.state(),
                row.course.attempt(),
                outcome.words(),
                outcome.errorCode().orElse(null),
                row.course.node().orElse(null),
                row.course.due());
        told(row);
    }

    private Row held(Hold hold) {
        Row row = rows.get((int) hold.row());
        return row.course.state() == State.RUNNING && row.claims == hold.claim() ? row : null;
    }

    private Task told(Row row) {
        Task task = row.read();
        listeners.forEach(listener -> listener.accept(task));
        return task;
    }

    private static Course course(State state, int attempt, String words, String code, String node, Instant due) {
        return new Course(
                state,
                attempt,
                0,
                words,
                Optional.ofNullable(code),
                Optional.empty(),
                Optional.ofNullable(node),
                due,
                due,
                Optional.empty(),
                Optional.empty());
    }
}
