package dev.karavel.query;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.ChartAnswer;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.ChartTasks;
import dev.karavel.api.query.QueryService;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.security.Identities;
import dev.karavel.api.security.Principal;
import dev.karavel.api.task.Task;
import dev.karavel.api.task.TaskHandler;
import dev.karavel.api.task.TaskOrder;
import dev.karavel.api.task.TaskOrder.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Questions of charts that nobody holds the line for. A second try finds what the first one left in the cache. */
@Component
public final class QueuedQuestions implements ChartTasks, TaskHandler {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final QueryService queries;
    private final Identities identities;

    @Activate
    public QueuedQuestions(@Reference QueryService queries, @Reference Identities identities) {
        this.queries = queries;
        this.identities = identities;
    }

    @Override
    public TaskOrder order(ChartRequest request, ResultFormat format, Principal principal) {
        return new TaskOrder(
                KIND,
                UUID.randomUUID().toString(),
                new QuestionText(request, format).write(),
                OptionalLong.of(principal.userId()),
                Priority.INTERACTIVE,
                Optional.empty(),
                LONGEST,
                1);
    }

    @Override
    public ChartAnswer answer(Task task, Principal principal, Instant deadline) {
        QuestionText text = QuestionText.read(task.order().payload());
        return queries.answer(text.fetching(), text.format(), principal, deadline);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String handle(Work work) {
        TaskOrder order = work.task().order();
        Principal principal = identities
                .find(order.userId().orElse(0))
                .orElseThrow(
                        () -> new KaravelException(ErrorCode.FORBIDDEN, "Whoever asked this may not sign in any more"));
        QuestionText text = QuestionText.read(order.payload());
        ChartAnswer answer = queries.answer(
                text.asking(), text.format(), principal, Instant.now().plus(order.time()));
        return "{\"etag\":\"" + answer.etag() + "\",\"bytes\":" + answer.gzip().length + "}";
    }
}
