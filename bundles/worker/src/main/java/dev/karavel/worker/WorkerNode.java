package dev.karavel.worker;

import dev.karavel.api.cache.Cluster;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.event.Topics;
import dev.karavel.api.task.Task.State;
import dev.karavel.api.task.TaskOrder.Priority;
import dev.karavel.api.task.Tasks;
import dev.karavel.api.task.Tasks.Claimed;
import dev.karavel.api.task.Tasks.Waiting;
import dev.karavel.api.task.Tasks.Wish;
import dev.karavel.worker.Attempt.End;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes tasks for this server as it has places for them. One thread takes, woken by events of any node, by a place that became free,
 * and each second by the clock: the events are hints, the rows are the truth. Another one keeps the leases.
 */
@Component(
        immediate = true,
        service = {EventHandler.class, WorkerNode.class},
        property = EventConstants.EVENT_TOPIC + "=" + Topics.TASK_CHANGED)
public final class WorkerNode implements EventHandler {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerNode.class);
    private static final Duration SWEEP = Duration.ofSeconds(1);

    private final Tasks tasks;
    private final Handlers handlers;
    private final Depth depth;
    private final WorkerSettings settings;
    private final Supplier<String> name;
    private final Clock clock;
    private final Attempts attempts;
    private final Keeper keeper;
    private final Rails rails;
    private final Semaphore wake = new Semaphore(0);
    private final Thread taking = new Thread(this::take, "karavel-task-taking");
    private final Thread keeping = new Thread(this::keep, "karavel-task-keeping");
    private volatile boolean stopped;

    @Activate
    public WorkerNode(
            @Reference Tasks tasks,
            @Reference Handlers handlers,
            @Reference Depth depth,
            @Reference WorkerSettings settings,
            @Reference Cluster cluster) {
        this(tasks, handlers, depth, settings, () -> name(cluster), Clock.systemUTC());
    }

    WorkerNode(
            Tasks tasks, Handlers handlers, Depth depth, WorkerSettings settings, Supplier<String> name, Clock clock) {
        this.tasks = tasks;
        this.handlers = handlers;
        this.depth = depth;
        this.settings = settings;
        this.name = name;
        this.clock = clock;
        attempts = new Attempts(tasks, handlers, clock, wake::release);
        keeper = new Keeper(tasks, attempts, settings, clock);
        rails = settings.enabled() ? Rails.start(new Lanes(attempts, settings)) : Rails.none();
        taking.start();
        keeping.start();
    }

    @Override
    public void handleEvent(Event event) {
        Object state = event.getProperty(Topics.STATE);
        if (State.WAITING.name().equals(state)) {
            wake.release();
        } else if (State.CANCELLED.name().equals(state)) {
            attempts.cancel(UUID.fromString((String) event.getProperty(Topics.ID)));
        }
    }

    private void take() {
        turns(() -> {
            wake.tryAcquire(SWEEP.toMillis(), TimeUnit.MILLISECONDS);
            wake.drainPermits();
            List<Waiting> waiting = tasks.waiting();
            depth.counted(waiting);
            if (settings.enabled()) {
                waiting.forEach(this::take);
            }
        });
    }

    private void take(Waiting waiting) {
        Priority priority = waiting.priority();
        int free = settings.places(priority) - (int) attempts.count(priority);
        if (free > 0) {
            List<Claimed> claimed =
                    tasks.claim(new Wish(name.get(), priority, handlers.kinds(), free, settings.lease()));
            for (Claimed each : claimed) {
                Attempt attempt = new Attempt(each, clock.instant(), settings.lease());
                attempts.begin(attempt, () -> rails.send(attempt));
            }
        }
    }

    private void keep() {
        turns(() -> {
            TimeUnit.MILLISECONDS.sleep(SWEEP.toMillis());
            if (keeper.turn() > 0) {
                wake.release();
            }
        });
    }

    private interface Turn {
        void make() throws InterruptedException;
    }

    private void turns(Turn turn) {
        while (!stopped) {
            try {
                turn.make();
            } catch (InterruptedException e) {
                return;
            } catch (KaravelException e) {
                LOG.warn("Tasks are left alone for a moment: {}", e.getMessage());
                pause();
            } catch (RuntimeException e) {
                // the thread's edge: the next turn has to come
                LOG.error("Tasks are left alone for a moment", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(SWEEP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes nothing more, lets end what ends soon, and gives the rest back at once, so that others need not wait for the lease. */
    @Deactivate
    void stop() throws InterruptedException {
        stopped = true;
        // not interrupted: a database may take that ill
        wake.release();
        taking.join(SWEEP.toMillis() * 5);
        if (!awaitAll(settings.farewell())) {
            attempts.all().forEach(attempt -> attempt.end(End.STOPPING, clock.instant()));
            awaitAll(settings.farewell());
            attempts.all().stream()
                    .filter(attempt ->
                            attempt.end().filter(End.STOPPING::equals).isPresent())
                    .forEach(attempts::giveBack);
        }
        keeping.join(SWEEP.toMillis() * 5);
        rails.stop();
    }

    private boolean awaitAll(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!attempts.all().isEmpty()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            // each that ends releases one
            wake.tryAcquire(left, TimeUnit.NANOSECONDS);
        }
        return true;
    }

    private static String name(Cluster cluster) {
        return cluster.nodes().stream()
                .filter(Cluster.Node::local)
                .map(Cluster.Node::name)
                .findFirst()
                .orElse("this server");
    }
}
