package dev.karavel.web.task;

import dev.karavel.api.event.Topics;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Identities;
import dev.karavel.web.event.Listeners;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/** Tells the pages of whoever ordered a task how it stands, and administrators' pages, now and then, that something did. */
@Component(property = EventConstants.EVENT_TOPIC + "=" + Topics.TASK_CHANGED)
public final class TaskNews implements EventHandler {
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final Listeners listeners;
    private final Identities identities;
    private final AccessControl access;
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService later =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "karavel-task-news"));

    @Activate
    public TaskNews(@Reference Listeners listeners, @Reference Identities identities, @Reference AccessControl access) {
        this.listeners = listeners;
        this.identities = identities;
        this.access = access;
    }

    @Override
    public void handleEvent(Event event) {
        if (!listeners.any()) {
            return;
        }
        if (event.getProperty(Topics.USER) instanceof Long user) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", event.getProperty(Topics.ID));
            row.put("kind", event.getProperty(Topics.KIND));
            row.put("state", event.getProperty(Topics.STATE));
            listeners.tell(user, "task-changed", row);
        }
        if (due.compareAndSet(false, true)) {
            later.schedule(this::tellAdministrators, BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void tellAdministrators() {
        due.set(false);
        listeners.users().stream()
                .filter(user -> identities
                        .find(user)
                        .filter(principal -> access.may(principal, "can_read", "Task"))
                        .isPresent())
                .forEach(user -> listeners.tell(user, "tasks-changed", Map.of()));
    }

    @Deactivate
    void stop() {
        later.shutdownNow();
    }
}
