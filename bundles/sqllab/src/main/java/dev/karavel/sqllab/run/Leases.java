package dev.karavel.sqllab.run;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.event.Topics;
import dev.karavel.api.sqllab.LabNodes;
import dev.karavel.api.sqllab.LabQueries;
import dev.karavel.api.sqllab.LabQuery;
import dev.karavel.api.sqllab.LabQuery.State;
import dev.karavel.api.task.Task;
import dev.karavel.api.task.Tasks;
import dev.karavel.sqllab.LabSettings;
import dev.karavel.sqllab.result.ResultFolder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
 * Says that this server lives, and ends what dead ones left open. Also hears here who was stopped on another node: at once by news
 * of the cluster, and where that was lost, at the next beat; ends what waits longer than it may, and forgets what is too old.
 */
@Component(
        service = {Leases.class, EventHandler.class},
        property = {
            EventConstants.EVENT_TOPIC + "=" + Topics.LAB_QUERY_CHANGED,
            EventConstants.EVENT_FILTER + "=(" + Topics.ORIGIN + "=*)"
        })
public final class Leases implements EventHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);
    private static final Duration BEAT = Duration.ofSeconds(10);
    private static final Duration LEASE = Duration.ofSeconds(45);
    private static final int BEATS_OF_CLEANING = 360;
    private static final String DIED = "The server that ran this query stopped before it was done; run it again";

    private final LabQueries queries;
    private final LabNodes nodes;
    private final Runs runs;
    private final ResultFolder results;
    private final Tasks tasks;
    private final Duration runTime;
    private final Duration historyAge;
    private final Clock clock;
    private final String node = UUID.randomUUID().toString();
    /** The runs here, each with the moment until which it may take. */
    private final Map<Long, Instant> own = new ConcurrentHashMap<>();

    private final Residence residence;
    private final ScheduledExecutorService beats =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "karavel-lab-leases"));
    private int beaten;
    private volatile boolean leaving;

    @Activate
    public Leases(
            @Reference LabQueries queries,
            @Reference LabNodes nodes,
            @Reference Runs runs,
            @Reference ResultFolder results,
            @Reference Tasks tasks,
            @Reference LabSettings settings) {
        this(queries, nodes, runs, results, tasks, settings, Clock.systemUTC());
        beats.scheduleAtFixedRate(this::beat, BEAT.toSeconds(), BEAT.toSeconds(), TimeUnit.SECONDS);
    }

    Leases(
            LabQueries queries,
            LabNodes nodes,
            Runs runs,
            ResultFolder results,
            Tasks tasks,
            LabSettings settings,
            Clock clock) {
        this.queries = queries;
        this.nodes = nodes;
        this.runs = runs;
        this.results = results;
        this.tasks = tasks;
        runTime = settings.bounds().asyncTime();
        this.clock = clock;
        historyAge = settings.historyAge();
        residence = Residence.in(settings.folder(), node);
        residence.before().ifPresent(nodes::gone);
        nodes.alive(node, clock.instant().plus(LEASE));
        bury();
        results.sweep();
    }

    /** The name of this server among those that run queries. */
    public String node() {
        return node;
    }

    /** Whether this server stops: what is interrupted now goes on elsewhere. */
    boolean leaving() {
        return leaving;
    }

    /** A run begins here. */
    public void begun(long id, Instant deadline) {
        own.put(id, deadline);
    }

    public void ended(long id) {
        own.remove(id);
    }

    void beat() {
        try {
            nodes.alive(node, clock.instant().plus(LEASE));
            hurry();
            interruptEnded(Set.copyOf(own.keySet()));
            bury();
            if (++beaten % BEATS_OF_CLEANING == 0) {
                results.sweep();
                queries.forgetBefore(clock.instant().minus(historyAge));
            }
        } catch (KaravelException e) {
            LOG.warn("The lease of SQL Lab was not renewed: {}", e.getMessage());
        } catch (RuntimeException e) {
            // the thread's edge: the next beat has to come
            LOG.error("The lease of SQL Lab was not renewed", e);
        }
    }

    /** Another node changed a run: only its row says whether it goes on. */
    @Override
    public void handleEvent(Event event) {
        if (event.getProperty(Topics.ID) instanceof Long id && own.containsKey(id)) {
            try {
                beats.execute(() -> heard(id));
            } catch (RejectedExecutionException e) {
                LOG.debug("The server stops", e);
            }
        }
    }

    private void heard(long id) {
        try {
            interruptEnded(Set.of(id));
        } catch (RuntimeException e) {
            // the thread's edge: the next beat looks again
            LOG.warn("Whether query {} was stopped elsewhere is seen later: {}", id, e.getMessage());
        }
    }

    private void interruptEnded(Set<Long> ids) {
        queries.find(ids).stream()
                .filter(query -> !query.course().state().isOpen())
                .forEach(query -> runs.interrupt(query.id()));
    }

    /** What still waits for a thread has nobody else who looks at the clock. */
    private void hurry() {
        Instant now = clock.instant();
        KaravelException why = Run.tooLong();
        own.forEach((id, deadline) -> {
            if (now.isAfter(deadline)) {
                queries.advance(
                        id,
                        course -> course.state() == State.PENDING
                                ? course.ended(
                                        State.TIMED_OUT, why.getMessage(), Notes.failed(course.extra(), why), now)
                                : course);
            }
        });
    }

    /** Looks after what servers that are gone left open. */
    private void bury() {
        Set<String> living = nodes.alone() ? Set.of(node) : nodes.living(clock.instant());
        for (LabQuery query : queries.open()) {
            String where = query.course().node();
            if (!where.equals(node) && !living.contains(where)) {
                recover(query);
            }
        }
    }

    /** A task runs it again on whichever node; where that is over and the run is not, the run ends here. */
    private void recover(LabQuery query) {
        Task task = tasks.append(Recovery.order(query, runTime));
        if (!task.course().state().isEnd()) {
            return;
        }
        String why = task.course().words().isEmpty() ? DIED : task.course().words();
        queries.advance(
                        query.id(),
                        course -> course.ended(State.FAILED, why, Notes.failed(course.extra(), why), clock.instant()))
                .ifPresent(ended -> LOG.warn("Query {} ended with the server that ran it", ended.clientId()));
    }

    @Deactivate
    void stop() throws InterruptedException {
        beats.shutdownNow();
        beats.awaitTermination(BEAT.toSeconds(), TimeUnit.SECONDS);
        leaving = true;
        try {
            for (LabQuery query : queries.find(Set.copyOf(own.keySet()))) {
                tasks.append(Recovery.order(query, runTime));
                runs.interrupt(query.id());
            }
            nodes.gone(node);
        } catch (KaravelException e) {
            LOG.warn("SQL Lab could not say that this server stops: {}", e.getMessage());
        } finally {
            residence.leave();
        }
    }
}
