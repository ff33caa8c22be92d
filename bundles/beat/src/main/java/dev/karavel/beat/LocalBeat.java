package dev.karavel.beat;

import dev.karavel.api.cluster.Leases;
import dev.karavel.api.cluster.Leases.Lease;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.schedule.Beat;
import dev.karavel.api.schedule.Crontabs;
import dev.karavel.api.schedule.Schedule;
import dev.karavel.api.schedule.ScheduleSource;
import dev.karavel.api.task.TaskQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This node's part in the clock: one thread says that it lives, another turns, at full seconds of the database's clock. */
@Component(immediate = true, configurationPid = "dev.karavel.beat")
@Designate(ocd = BeatSettings.Config.class)
public final class LocalBeat implements Beat {
    private static final Logger LOG = LoggerFactory.getLogger(LocalBeat.class);
    private static final Duration LONG_AGO = Duration.ofDays(8 * 366);
    /** A turn begins so long after its second, for no timer is exact. */
    private static final long LATE_MILLIS = 20;

    private final Leases leases;
    private final BeatSettings settings;
    private final DueTimes times;
    private final Office office;
    private final QueuedOrders orders;
    private final Turn turn;
    private final Set<ScheduleSource> sources = new CopyOnWriteArraySet<>();
    private final AtomicInteger threads = new AtomicInteger();
    private final AtomicBoolean fresh = new AtomicBoolean();
    private final ReentrantLock turning = new ReentrantLock();
    private final ScheduledThreadPoolExecutor clockwork =
            new ScheduledThreadPoolExecutor(2, task -> new Thread(task, "karavel-beat-" + threads.incrementAndGet()));

    @Activate
    public LocalBeat(
            @Reference(name = "leases") Leases leases,
            @Reference(name = "queue") TaskQueue queue,
            @Reference(name = "crontabs") Crontabs crontabs,
            BeatSettings.Config config) {
        this(leases, queue, crontabs, BeatSettings.of(config), System::nanoTime);
        clockwork.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        clockwork.scheduleWithFixedDelay(this::signAndTurn, 0, settings.sign().toMillis(), TimeUnit.MILLISECONDS);
        clockwork.schedule(this::turnAndWait, settings.turn().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Turned by hand: {@link #sign} and {@link #turn}. */
    LocalBeat(Leases leases, TaskQueue queue, Crontabs crontabs, BeatSettings settings, LongSupplier watch) {
        this.leases = leases;
        this.settings = settings;
        String name =
                settings.name().isBlank() ? "process " + ProcessHandle.current().pid() : settings.name();
        times = new DueTimes(crontabs, settings.grace());
        office = new Office(leases, name + " " + UUID.randomUUID().toString().substring(0, 8), settings.lease(), watch);
        orders = new QueuedOrders(queue, office::isHere);
        turn = new Turn(times, orders, settings.grace());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addSource(ScheduleSource source) {
        sources.add(source);
    }

    void removeSource(ScheduleSource source) {
        sources.remove(source);
    }

    @Override
    public Status status() {
        Lease lease = leases.look(Office.NAME);
        Duration lag = lease.mark()
                .map(mark -> Duration.between(mark, lease.now()))
                .filter(time -> !time.isNegative())
                .orElse(Duration.ZERO);
        return new Status(office.isHere(), lease.holder(), lease.mark(), lag, orders.given());
    }

    @Override
    public List<Planned> schedules() {
        Instant now = office.now().orElseGet(() -> leases.look(Office.NAME).now());
        return sources.stream()
                .flatMap(source -> source.schedules().stream())
                .map(schedule -> planned(schedule, now))
                .sorted(Comparator.comparing(planned -> planned.schedule().id()))
                .toList();
    }

    @Deactivate
    void stop() {
        clockwork.shutdownNow();
        orders.close();
        try {
            if (!clockwork.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("A turn of the clock does not end; left alone");
            }
            office.leave();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (KaravelException e) {
            LOG.warn("The clock was not handed over, another node takes it soon: {}", e.getMessage());
        }
    }

    /** @return whether this node took the office */
    boolean sign() {
        boolean before = office.isHere();
        guarded("The beat cannot say that it lives", office::sign);
        boolean taken = !before && office.isHere();
        fresh.compareAndSet(false, taken);
        return taken;
    }

    /** One turn, where it is this node's to make. Nothing happens while one is under way. */
    void turn() {
        if (!turning.tryLock()) {
            return;
        }
        try {
            if (office.isHere()) {
                turnOnce();
            }
        } finally {
            turning.unlock();
        }
    }

    private void turnOnce() {
        Lease lease = leases.look(Office.NAME);
        if (lease.holder().equals(office.holder())) {
            // The first turn of all begins with what is due from now on.
            Instant after = lease.mark().orElse(lease.now());
            if (fresh.getAndSet(false)) {
                turn.begin(after);
            }
            Instant done = lease.now().isAfter(after) ? turn.run(List.copyOf(sources), after, lease.now()) : after;
            office.mark(done);
        }
    }

    /** What became due while nobody turned has waited long enough. */
    private void signAndTurn() {
        if (sign() && !clockwork.isShutdown()) {
            clockwork.execute(this::guardedTurn);
        }
    }

    private void turnAndWait() {
        guardedTurn();
        if (!clockwork.isShutdown()) {
            long turnMillis = settings.turn().toMillis();
            long now = office.now().map(Instant::toEpochMilli).orElse(0L);
            clockwork.schedule(
                    this::turnAndWait,
                    turnMillis - Math.floorMod(now, turnMillis) + LATE_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
    }

    private Planned planned(Schedule schedule, Instant now) {
        try {
            return new Planned(schedule, times.next(schedule, now), times.last(schedule, now.minus(LONG_AGO), now));
        } catch (KaravelException e) {
            return new Planned(schedule, Optional.empty(), Optional.empty());
        }
    }

    private void guardedTurn() {
        guarded("The clock did not turn", this::turn);
    }

    private void guarded(String failure, Runnable work) {
        try {
            work.run();
        } catch (KaravelException e) {
            if (!clockwork.isShutdown()) {
                LOG.warn("{}: {}", failure, e.getMessage());
            }
        } catch (RuntimeException e) {
            // The thread's edge: the next turn has to come.
            LOG.error(failure, e);
        }
    }
}
