package dev.karavel.web.task;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.ListQuery.Condition;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.User;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.task.Task;
import dev.karavel.api.task.TaskQueue;
import dev.karavel.api.task.Tasks;
import dev.karavel.web.account.Journal;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.list.ListRequest;
import dev.karavel.web.list.People;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The queue of tasks, for administrators. */
@Component(service = TaskResource.class)
@RestResource
@Path("task")
@Produces(MediaType.APPLICATION_JSON)
public final class TaskResource {
    private static final List<String> ORDERS = List.of(
            "due_on", "ended_on", "id", "key", "kind", "node", "priority", "started_on", "state", "submitted_on");

    private final Tasks tasks;
    private final TaskQueue queue;
    private final Users users;
    private final TaskThings things;
    private final Journal journal;

    @Activate
    public TaskResource(
            @Reference Tasks tasks,
            @Reference TaskQueue queue,
            @Reference Users users,
            @Reference TaskThings things,
            @Reference Journal journal) {
        this.tasks = tasks;
        this.queue = queue;
        this.users = users;
        this.things = things;
        this.journal = journal;
    }

    @GET
    @Needs(action = "can_read", view = "Task")
    @Says("Tasks of all nodes, newest first")
    public Map<String, Object> list(@QueryParam("q") String q) {
        ListRequest request = ListRequest.parse(q);
        Page<Task> page = tasks.list(inUpperCase(request.query(new Visibility.All())));
        Map<Long, User> people = people(page.items());
        Map<UUID, Map<String, Object>> about = things.of(page.items());
        return request.answer(
                "Tasks",
                ORDERS,
                page,
                page.items().stream().map(task -> row(task, people, about)).toList());
    }

    @GET
    @Path("counts/")
    @Needs(action = "can_read", view = "Task")
    @Says("How many tasks there are of each kind in each state")
    public Map<String, Object> counts() {
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        tasks.counts().forEach(count -> counts.computeIfAbsent(count.kind(), kind -> new LinkedHashMap<>())
                .merge(count.state().name().toLowerCase(Locale.ROOT), count.count(), Integer::sum));
        return Map.of("result", counts);
    }

    @GET
    @Path("{id}")
    @Needs(action = "can_read", view = "Task")
    @Says("A task")
    public Map<String, Object> get(@PathParam("id") String id) {
        return result(id, queue.find(uuid(id)));
    }

    @POST
    @Path("{id}/cancel")
    @Needs(action = "can_write", view = "Task")
    @Says("End a task that waits or runs, on whatever node")
    public Map<String, Object> cancel(@PathParam("id") String id, @Context SecurityContext context) {
        Map<String, Object> result = result(id, queue.cancel(uuid(id)));
        journal.note(Visitor.principal(context), "task_cancelled");
        return result;
    }

    @POST
    @Path("{id}/retry")
    @Needs(action = "can_write", view = "Task")
    @Says("Let a task that failed or was cancelled be tried again")
    public Map<String, Object> retry(@PathParam("id") String id, @Context SecurityContext context) {
        Map<String, Object> result = result(id, queue.retry(uuid(id)));
        journal.note(Visitor.principal(context), "task_retried");
        return result;
    }

    private Map<String, Object> result(String id, Optional<Task> found) {
        Task task = found.orElseThrow(() -> KaravelException.notFound("Task", id));
        return Map.of("id", id, "result", row(task, people(List.of(task)), things.of(List.of(task))));
    }

    private Map<String, Object> row(Task task, Map<Long, User> people, Map<UUID, Map<String, Object>> about) {
        Map<String, Object> row = TaskRows.of(task);
        row.put("thing", about.get(task.id()));
        row.put(
                "user",
                task.order().userId().isPresent()
                        ? Optional.ofNullable(people.get(task.order().userId().getAsLong()))
                                .map(People::named)
                                .orElse(null)
                        : null);
        return row;
    }

    private Map<Long, User> people(List<Task> shown) {
        Map<Long, User> people = new HashMap<>();
        users.find(shown.stream()
                        .map(task -> task.order().userId().isPresent()
                                ? task.order().userId().getAsLong()
                                : null)
                        .filter(Objects::nonNull)
                        .toList())
                .forEach(user -> people.put(user.id(), user));
        return people;
    }

    /** States are written small outside. */
    private static ListQuery inUpperCase(ListQuery query) {
        return new ListQuery(
                query.conditions().stream().map(TaskResource::inUpperCase).toList(),
                query.orderColumn(),
                query.descending(),
                query.page(),
                query.pageSize(),
                query.visibility());
    }

    private static Condition inUpperCase(Condition condition) {
        if (!condition.column().equals("state")) {
            return condition;
        }
        Object value = condition.value() instanceof List<?> many
                ? many.stream()
                        .map(one -> String.valueOf(one).toUpperCase(Locale.ROOT))
                        .toList()
                : String.valueOf(condition.value()).toUpperCase(Locale.ROOT);
        return new Condition(condition.column(), condition.operator(), value);
    }

    static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw KaravelException.notFound("Task", id);
        }
    }
}
