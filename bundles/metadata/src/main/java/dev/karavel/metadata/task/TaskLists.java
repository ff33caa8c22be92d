package dev.karavel.metadata.task;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.task.Task;
import dev.karavel.api.task.TaskOrder.Priority;
import dev.karavel.api.task.Tasks;
import dev.karavel.metadata.entity.TaskEntity;
import dev.karavel.metadata.list.ListColumns;
import dev.karavel.metadata.list.Where;
import dev.karavel.metadata.store.Transactions;
import jakarta.persistence.TypedQuery;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Tasks as they are looked at. */
final class TaskLists {
    private static final ListColumns COLUMNS = new ListColumns("tasks", "id", true)
            .text("kind", "e.kind")
            .text("key", "e.key")
            .text("state", "e.state")
            .text("node", "e.node")
            .text("words", "e.words")
            .text("error_code", "e.errorCode")
            .number("priority", "e.priority")
            .one("user_id", "e.userId")
            .time("submitted_on", "e.submitted")
            .time("due_on", "e.due")
            .time("started_on", "e.started")
            .time("ended_on", "e.ended");

    private final Transactions transactions;

    TaskLists(Transactions transactions) {
        this.transactions = transactions;
    }

    Optional<Task> first(String condition, Object... values) {
        return transactions.read(entities -> {
            TypedQuery<TaskEntity> query =
                    entities.createQuery("select e from TaskEntity e where " + condition, TaskEntity.class);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            return query.getResultList().stream().map(TaskEntity::read).findFirst();
        });
    }

    Page<Task> list(ListQuery query) {
        Where where = new Where();
        query.conditions().forEach(condition -> COLUMNS.filter(condition, where));
        ListColumns.Order order = COLUMNS.order(query);
        if (query.page() < 0 || query.pageSize() < 1) {
            throw KaravelException.invalid("page_size", "page starts at 0, page_size at 1");
        }
        long first = (long) query.page() * query.pageSize();
        String direction = order.descending() ? " desc" : "";
        return transactions.read(entities -> {
            List<Task> tasks = where
                    .bind(entities.createQuery(
                            "select e, " + order.path() + " as place from TaskEntity e" + where + " order by place"
                                    + direction + ", e.id" + direction,
                            Object[].class))
                    .setFirstResult((int) Math.min(first, Integer.MAX_VALUE))
                    .setMaxResults(query.pageSize())
                    .getResultList()
                    .stream()
                    .map(row -> ((TaskEntity) row[0]).read())
                    .toList();
            long count = where.bind(entities.createQuery("select count(e) from TaskEntity e" + where, Long.class))
                    .getSingleResult();
            return new Page<>(tasks, count);
        });
    }

    List<Tasks.Waiting> waiting() {
        return transactions.read(entities -> entities
                .createQuery(
                        "select e.priority, count(e), min(e.due) from TaskEntity e where e.state = 'WAITING'"
                                + " group by e.priority order by e.priority",
                        Object[].class)
                .getResultList()
                .stream()
                .map(row -> new Tasks.Waiting(
                        Priority.values()[(Integer) row[0]],
                        ((Number) row[1]).intValue(),
                        TaskEntity.instant((LocalDateTime) row[2])))
                .toList());
    }

    List<Tasks.Count> counts() {
        return transactions.read(entities -> entities
                .createQuery(
                        "select e.kind, e.priority, e.state, e.node, count(e), min(e.due) from TaskEntity e"
                                + " group by e.kind, e.priority, e.state, e.node order by e.kind, e.priority, e.state",
                        Object[].class)
                .getResultList()
                .stream()
                .map(row -> new Tasks.Count(
                        (String) row[0],
                        Priority.values()[(Integer) row[1]],
                        Task.State.valueOf((String) row[2]),
                        Optional.ofNullable((String) row[3]),
                        ((Number) row[4]).intValue(),
                        TaskEntity.instant((LocalDateTime) row[5])))
                .toList());
    }
}
