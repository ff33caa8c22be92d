package dev.karavel.sqllab.run;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.TypedStatements;
import dev.karavel.api.query.TypedStatements.Typed;
import dev.karavel.api.sql.SqlCreations;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.api.sqllab.LabQueries;
import dev.karavel.api.sqllab.LabQuery;
import dev.karavel.api.sqllab.LabQuery.State;
import dev.karavel.api.task.Tasks;
import dev.karavel.sqllab.LabSettings;
import dev.karavel.sqllab.result.ResultFolder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Starts runs, waits for them and stops them. */
@Component(service = RunDesk.class)
public final class RunDesk {
    private static final int REMEMBERED = 2_000;
    private static final String STOPPED = "The query was stopped";

    private final Run.Services services;
    private final Runs runs;
    private final Leases leases;
    private final Tasks tasks;
    /** What ends the runs that somebody may wait for; one may be over before he does. */
    private final Map<Long, CompletableFuture<Optional<KaravelException>>> ends =
            Collections.synchronizedMap(new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<Long, CompletableFuture<Optional<KaravelException>>> eldest) {
                    return size() > REMEMBERED && eldest.getValue().isDone();
                }
            });

    @Activate
    public RunDesk(
            @Reference TypedStatements statements,
            @Reference SqlRunner runner,
            @Reference SqlCreations creations,
            @Reference LabQueries queries,
            @Reference ResultFolder results,
            @Reference Runs runs,
            @Reference Leases leases,
            @Reference Tasks tasks,
            @Reference LabSettings settings) {
        services = new Run.Services(
                statements,
                runner,
                creations,
                queries,
                results,
                settings.bounds().mostLimit(),
                Clock.systemUTC(),
                leases::leaving);
        this.tasks = tasks;
        this.runs = runs;
        this.leases = leases;
    }

    public String node() {
        return leases.node();
    }

    public void start(LabQuery query, Database database, Typed typed, Instant deadline) {
        CompletableFuture<Optional<KaravelException>> end = new CompletableFuture<>();
        ends.put(query.id(), end);
        leases.begun(query.id(), deadline);
        Run run = new Run(services, query, database, typed, deadline);
        try {
            runs.start(
                    query.id(),
                    () -> {
                        Optional<KaravelException> failure = Optional.empty();
                        try {
                            failure = run.run();
                        } finally {
                            over(query.id(), end, failure);
                        }
                    },
                    () -> over(query.id(), end, Optional.of(why(query))));
        } catch (KaravelException e) {
            over(query.id(), end, Optional.of(e));
            end(query.id(), State.FAILED, e);
            throw e;
        }
    }

    /** What ended a run that never got its thread: its row knows, whoever wrote that. */
    private KaravelException why(LabQuery query) {
        try {
            return current(query).course().state() == State.TIMED_OUT
                    ? Run.tooLong()
                    : new KaravelException(ErrorCode.CANCELLED, STOPPED);
        } catch (KaravelException e) {
            return e;
        }
    }

    private void over(long id, CompletableFuture<Optional<KaravelException>> end, Optional<KaravelException> failure) {
        leases.ended(id);
        end.complete(failure);
    }

    public LabQuery await(LabQuery query, Duration patience) {
        CompletableFuture<Optional<KaravelException>> end = ends.get(query.id());
        if (end != null) {
            try {
                Optional<KaravelException> failure = end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
                if (failure.isPresent()) {
                    throw failure.get();
                }
            } catch (TimeoutException e) {
                return current(query);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KaravelException(ErrorCode.CANCELLED, "The server is stopping", e);
            } catch (ExecutionException e) {
                throw new KaravelException(ErrorCode.INTERNAL, "Something went wrong on the server", e);
            }
        }
        return current(query);
    }

    public LabQuery stop(LabQuery query) {
        end(query.id(), State.STOPPED, new KaravelException(ErrorCode.CANCELLED, STOPPED));
        tasks.find(Recovery.KIND, Recovery.key(query)).ifPresent(task -> tasks.cancel(task.id(), STOPPED));
        runs.interrupt(query.id());
        return current(query);
    }

    private void end(long id, State state, KaravelException why) {
        services.queries()
                .advance(
                        id,
                        course -> course.ended(
                                state,
                                why.getMessage(),
                                Notes.failed(course.extra(), why),
                                services.clock().instant()));
    }

    private LabQuery current(LabQuery query) {
        return services.queries()
                .find(query.id())
                .orElseThrow(() -> KaravelException.notFound("Query", query.clientId()));
    }
}
