package dev.karavel.web.chart;

import dev.karavel.api.task.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A task as Superset's clients know it: a job on somebody's channel. */
final class JobRows {
    private JobRows() {}

    static Map<String, Object> of(Task task) {
        long user = task.order().userId().orElse(0);
        String words = task.course().words();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("channel_id", channel(user));
        row.put("job_id", task.id().toString());
        row.put("user_id", user);
        row.put("status", status(task.course().state()));
        row.put("progress", task.course().progress());
        row.put(
                "errors",
                status(task.course().state()).equals("error")
                        ? List.of(Map.of(
                                "message",
                                words,
                                "code",
                                task.course().errorCode().orElse("CANCELLED")))
                        : List.of());
        row.put("result_url", "/api/v1/chart/data/" + task.id());
        return row;
    }

    static String channel(long userId) {
        return "user-" + userId;
    }

    private static String status(Task.State state) {
        return switch (state) {
            case WAITING -> "pending";
            case RUNNING -> "running";
            case DONE -> "done";
            case FAILED, CANCELLED -> "error";
        };
    }
}
