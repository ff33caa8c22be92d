package dev.karavel.worker;

import dev.karavel.api.task.TaskOrder.Priority;
import dev.karavel.api.task.Tasks.Waiting;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** How much waits: counted now and then, and added up in between, so that an order need not count. */
@Component(service = Depth.class)
public final class Depth {
    private final Map<Priority, AtomicInteger> known = new EnumMap<>(Priority.class);

    @Activate
    public Depth() {
        for (Priority priority : Priority.values()) {
            known.put(priority, new AtomicInteger());
        }
    }

    void counted(List<Waiting> waiting) {
        known.forEach((priority, count) -> count.set(waiting.stream()
                .filter(each -> each.priority() == priority)
                .mapToInt(Waiting::count)
                .sum()));
    }

    void added(Priority priority) {
        known.get(priority).incrementAndGet();
    }

    int of(Priority priority) {
        return known.get(priority).get();
    }
}
