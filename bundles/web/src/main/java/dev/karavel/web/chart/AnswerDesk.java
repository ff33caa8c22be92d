package dev.karavel.web.chart;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.event.Topics;
import dev.karavel.api.query.ChartAnswer;
import dev.karavel.api.query.ChartTasks;
import dev.karavel.api.query.QueryService;
import dev.karavel.api.security.Identities;
import dev.karavel.api.security.Principal;
import dev.karavel.api.task.Task;
import dev.karavel.api.task.Task.State;
import dev.karavel.api.task.TaskQueue;
import dev.karavel.web.gate.WebSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/**
 * Answers at once what is ready in time, and hands the rest over to a task. Whoever asked first lingers until that task is at an
 * end, so that it finds the statement under way and does not begin it anew; when the task is cancelled he leaves too, and the
 * statement ends with its last reader.
 */
@Component(
        service = {AnswerDesk.class, EventHandler.class},
        property = EventConstants.EVENT_TOPIC + "=" + Topics.TASK_CHANGED)
public final class AnswerDesk implements EventHandler {
    private static final int MOST_THREADS = 64;
    private static final long IDLE_SECONDS = 30;

    private final QueryService queries;
    private final ChartTasks questions;
    private final TaskQueue queue;
    private final Identities identities;
    private final WebSettings settings;
    private final Map<String, Future<ChartAnswer>> lingering = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, MOST_THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "karavel-answer-" + number.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });

    @Activate
    public AnswerDesk(
            @Reference QueryService queries,
            @Reference ChartTasks questions,
            @Reference TaskQueue queue,
            @Reference Identities identities,
            @Reference WebSettings settings) {
        this.queries = queries;
        this.questions = questions;
        this.queue = queue;
        this.identities = identities;
        this.settings = settings;
    }

    /** One of the two. */
    record Reply(Optional<ChartAnswer> answer, Optional<Task> task) {
        static Reply of(ChartAnswer answer) {
            return new Reply(Optional.of(answer), Optional.empty());
        }
    }

    Reply reply(DataRequest request, Principal principal, Duration patience) {
        // A task knows people by their id alone: guests wait
        if (identities.find(principal.userId()).filter(principal::equals).isEmpty()) {
            return Reply.of(now(request, principal));
        }
        if (patience.isZero()) {
            return new Reply(Optional.empty(), Optional.of(submit(request, principal)));
        }
        Future<ChartAnswer> asked;
        try {
            asked = threads.submit(() -> now(request, principal));
        } catch (RejectedExecutionException e) {
            return Reply.of(now(request, principal));
        }
        Optional<ChartAnswer> answer = waited(asked, patience);
        Optional<Task> task = answer.isPresent() ? Optional.empty() : handedOver(asked, request, principal);
        // where the queue is full, who waited already waits on
        return answer.isPresent() || task.isPresent()
                ? new Reply(answer, task)
                : new Reply(waited(asked, settings.queryTimeout()), Optional.empty());
    }

    private Optional<Task> handedOver(Future<ChartAnswer> asked, DataRequest request, Principal principal) {
        try {
            Task task = submit(request, principal);
            lingering.values().removeIf(Future::isDone);
            lingering.put(task.id().toString(), asked);
            return Optional.of(task);
        } catch (KaravelException e) {
            if (e.code() != ErrorCode.QUEUE_FULL) {
                asked.cancel(true);
                throw e;
            }
            return Optional.empty();
        }
    }

    private Task submit(DataRequest request, Principal principal) {
        return queue.submit(questions.order(request.chart(), request.format(), principal));
    }

    private ChartAnswer now(DataRequest request, Principal principal) {
        return queries.answer(
                request.chart(), request.format(), principal, Instant.now().plus(settings.queryTimeout()));
    }

    private static Optional<ChartAnswer> waited(Future<ChartAnswer> asked, Duration patience) {
        try {
            return Optional.of(asked.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            throw new KaravelException(ErrorCode.CANCELLED, "The request was cancelled", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new KaravelException(ErrorCode.INTERNAL, "Something went wrong on the server", e.getCause());
        }
    }

    @Override
    public void handleEvent(Event event) {
        if (event.getProperty(Topics.STATE) instanceof String state
                && State.valueOf(state).isEnd()
                && event.getProperty(Topics.ID) instanceof String id) {
            Future<ChartAnswer> asked = lingering.remove(id);
            if (asked != null) {
                asked.cancel(true);
            }
        }
    }

    @Deactivate
    void stop() {
        threads.shutdownNow();
    }
}
