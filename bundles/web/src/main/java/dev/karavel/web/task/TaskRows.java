package dev.karavel.web.task;

import dev.karavel.api.task.Task;
import dev.karavel.api.task.TaskOrder;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A task as administrators see it; what is in its payload is not for them. */
final class TaskRows {
    private TaskRows() {}

    static Map<String, Object> of(Task task) {
        TaskOrder order = task.order();
        Task.Course course = task.course();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", task.id().toString());
        row.put("kind", order.kind());
        row.put("key", order.key());
        row.put("state", word(course.state()));
        row.put("priority", word(order.priority()));
        row.put("user_id", order.userId().isPresent() ? order.userId().getAsLong() : null);
        row.put("attempt", course.attempt());
        row.put("attempts", order.attempts());
        row.put("progress", course.progress());
        row.put("words", course.words());
        row.put("error_code", course.errorCode().orElse(null));
        row.put("node", course.node().orElse(null));
        row.put("submitted_on", course.submitted().toString());
        row.put("due_on", course.due().toString());
        row.put("started_on", text(course.started()));
        row.put("ended_on", text(course.ended()));
        return row;
    }

    private static String text(Optional<Instant> time) {
        return time.map(Instant::toString).orElse(null);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
