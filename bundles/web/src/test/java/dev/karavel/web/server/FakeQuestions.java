package dev.karavel.web.server;

import dev.karavel.api.query.ChartAnswer;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.ChartTasks;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.security.Principal;
import dev.karavel.api.task.Task;
import dev.karavel.api.task.TaskOrder;
import dev.karavel.api.task.TaskOrder.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Forgets the question but for the chart it is about. */
record FakeQuestions(FakeQueries queries) implements ChartTasks {
    @Override
    public TaskOrder order(ChartRequest request, ResultFormat format, Principal principal) {
        return new TaskOrder(
                KIND,
                UUID.randomUUID().toString(),
                String.valueOf(request.chartId().orElse(0L)),
                OptionalLong.of(principal.userId()),
                Priority.INTERACTIVE,
                Optional.empty(),
                Duration.ofMinutes(1),
                1);
    }

    @Override
    public ChartAnswer answer(Task task, Principal principal, Instant deadline) {
        long chart = Long.parseLong(task.order().payload());
        return queries.answer(ChartRequest.ofChart(chart), ResultFormat.JSON, principal, deadline);
    }
}
