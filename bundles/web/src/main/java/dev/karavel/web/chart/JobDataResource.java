package dev.karavel.web.chart;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.ChartTasks;
import dev.karavel.api.task.Task;
import dev.karavel.api.task.TaskQueue;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.gate.WebSettings;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The answers of questions that were handed over to a task; rights are asked again. */
@Component(service = JobDataResource.class)
@RestResource
@Path("chart")
@Produces(MediaType.APPLICATION_JSON)
public final class JobDataResource {
    private final ChartTasks questions;
    private final WebSettings settings;
    private final OwnJobs jobs;

    @Activate
    public JobDataResource(
            @Reference TaskQueue queue, @Reference ChartTasks questions, @Reference WebSettings settings) {
        this.questions = questions;
        this.settings = settings;
        jobs = new OwnJobs(queue);
    }

    @GET
    @Path("data/{id}")
    @Produces({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Needs(action = "can_read", view = "Chart")
    @Says("The answer to an own question, once it is done; 202 before")
    public Response data(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.ACCEPT_ENCODING) String encodings,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known,
            @Context SecurityContext context) {
        Task task = jobs.own(id, Visitor.principal(context));
        if (!task.course().state().isEnd()) {
            return Response.accepted(JobRows.of(task)).build();
        }
        if (task.course().state() != Task.State.DONE) {
            throw new KaravelException(code(task), task.course().words());
        }
        Instant deadline = Instant.now().plus(settings.queryTimeout());
        return StoredBytes.respond(questions.answer(task, Visitor.principal(context), deadline), encodings, known);
    }

    private static ErrorCode code(Task task) {
        return task.course().errorCode().map(ErrorCode::valueOf).orElse(ErrorCode.CANCELLED);
    }
}
