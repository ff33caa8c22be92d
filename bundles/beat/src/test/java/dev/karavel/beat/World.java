package dev.karavel.beat;

import dev.karavel.api.cluster.Leases;
import dev.karavel.api.schedule.Schedule;
import dev.karavel.api.schedule.Schedule.MissedRuns;
import dev.karavel.api.task.Task;
import dev.karavel.api.task.TaskOrder;
import dev.karavel.api.task.TaskQueue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** What nodes share: time, the lease, the queue and the schedules. Its clock is turned by hand. */
final class World {
    static final BeatSettings SETTINGS =
            new BeatSettings("node", Duration.ofSeconds(5), Duration.ofSeconds(8), Duration.ofMinutes(5));

    final List<Schedule> schedules = Collections.synchronizedList(new ArrayList<>());
    final Map<String, TaskOrder> orders = Collections.synchronizedMap(new LinkedHashMap<>());
    final List<String> submitted = Collections.synchronizedList(new ArrayList<>());
    volatile RuntimeException refusal;
    volatile RuntimeException sourceFailure;
    private volatile Instant now;
    private Leases.Lease lease;

    World(String now) {
        this.now = Instant.parse(now);
        lease = new Leases.Lease(Office.NAME, "", 0, Optional.empty(), this.now);
    }

    Instant now() {
        return now;
    }

    LocalBeat node() {
        LocalBeat beat = nodeWithoutSource();
        beat.addSource(this::source);
        return beat;
    }

    LocalBeat nodeWithoutSource() {
        return new LocalBeat(leases(), queue(), new ScannedCrontabs(), SETTINGS, this::watch);
    }

    /** Lets time pass without anybody doing anything. */
    void pass(Duration time) {
        now = now.plus(time);
    }

    /** A node's clockwork: signs and turns until then. */
    void runUntil(String until, LocalBeat... nodes) {
        runUntil(until, Duration.ofSeconds(1), nodes);
    }

    void runUntil(String until, Duration step, LocalBeat... nodes) {
        Instant end = Instant.parse(until);
        while (now.isBefore(end)) {
            now = now.plus(step);
            for (LocalBeat node : nodes) {
                if (now.getEpochSecond() % SETTINGS.sign().toSeconds() == 0) {
                    node.sign();
                }
                if (now.getEpochSecond() % SETTINGS.turn().toSeconds() == 0) {
                    node.turn();
                }
            }
        }
    }

    List<String> keys() {
        return List.copyOf(orders.keySet());
    }

    static Schedule schedule(String id, String crontab, String zone, MissedRuns missed) {
        return new Schedule(
                id,
                crontab,
                ZoneId.of(zone),
                missed,
                "report.send",
                "{\"id\":7}",
                OptionalLong.of(3),
                TaskOrder.Priority.SCHEDULED,
                Duration.ofMinutes(10),
                3);
    }

    List<Schedule> source() {
        if (sourceFailure != null) {
            throw sourceFailure;
        }
        return List.copyOf(schedules);
    }

    private long watch() {
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    private TaskQueue queue() {
        return new TaskQueue() {
            @Override
            public Task submit(TaskOrder order) {
                if (refusal != null) {
                    throw refusal;
                }
                submitted.add(order.key());
                orders.putIfAbsent(order.key(), order);
                return new Task(UUID.nameUUIDFromBytes(order.key().getBytes(StandardCharsets.UTF_8)), order, waiting());
            }

            @Override
            public Optional<Task> find(UUID id) {
                return Optional.empty();
            }

            @Override
            public Optional<Task> cancel(UUID id) {
                return Optional.empty();
            }

            @Override
            public Optional<Task> retry(UUID id) {
                return Optional.empty();
            }
        };
    }

    private Task.Course waiting() {
        return new Task.Course(
                Task.State.WAITING,
                0,
                0,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now,
                now,
                Optional.empty(),
                Optional.empty());
    }

    private Leases leases() {
        return new Leases() {
            @Override
            public Lease look(String name) {
                synchronized (World.this) {
                    return with(lease.holder(), lease.count(), lease.mark());
                }
            }

            @Override
            public Optional<Lease> take(Lease seen, String holder) {
                synchronized (World.this) {
                    if (lease.count() != seen.count()) {
                        return Optional.empty();
                    }
                    lease = with(holder, seen.count() + 1, lease.mark());
                    return Optional.of(lease);
                }
            }

            @Override
            public boolean mark(String name, String holder, Instant until) {
                synchronized (World.this) {
                    boolean holds = lease.holder().equals(holder);
                    if (holds
                            && lease.mark().filter(mark -> !until.isAfter(mark)).isEmpty()) {
                        lease = with(holder, lease.count(), Optional.of(until));
                    }
                    return holds;
                }
            }

            @Override
            public void leave(String name, String holder) {
                synchronized (World.this) {
                    if (lease.holder().equals(holder)) {
                        lease = with("", lease.count() + 1, lease.mark());
                    }
                }
            }

            private Lease with(String holder, long count, Optional<Instant> mark) {
                return new Lease(Office.NAME, holder, count, mark, now);
            }
        };
    }
}
