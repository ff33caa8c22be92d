package dev.karavel.web.metrics;

import dev.karavel.api.task.Task.State;
import dev.karavel.api.task.TaskOrder.Priority;
import dev.karavel.api.task.Tasks.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The queue of tasks, which is one for the whole cluster. */
final class TaskMeasures {
    private TaskMeasures() {}

    static void write(Exposition out, List<Count> counts, Instant now) {
        Map<List<String>, Integer> sums = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        counts.forEach(count -> sums.merge(
                List.of(count.kind(), word(count.priority()), word(count.state())), count.count(), Integer::sum));
        out.family("karavel_tasks", "gauge", "Tasks that are kept, of all nodes.");
        sums.forEach((key, sum) -> out.sample("karavel_tasks", labels(key), sum));
        out.family("karavel_task_lag_seconds", "gauge", "How long the oldest task that is due has been waiting.");
        for (Priority priority : Priority.values()) {
            out.sample("karavel_task_lag_seconds", Map.of("priority", word(priority)), lag(counts, priority, now));
        }
    }

    private static double lag(List<Count> counts, Priority priority, Instant now) {
        return counts.stream()
                .filter(count -> count.state() == State.WAITING && count.priority() == priority)
                .map(count -> Duration.between(count.oldest(), now))
                .filter(lag -> !lag.isNegative())
                .mapToDouble(Exposition::seconds)
                .max()
                .orElse(0);
    }

    private static Map<String, String> labels(List<String> key) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("kind", key.get(0));
        labels.put("priority", key.get(1));
        labels.put("state", key.get(2));
        return labels;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
