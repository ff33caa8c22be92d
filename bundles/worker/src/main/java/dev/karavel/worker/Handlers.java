package dev.karavel.worker;

import dev.karavel.api.task.TaskHandler;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Who can do what, as bundles come and go. */
@Component(service = Handlers.class)
public final class Handlers {
    private final Map<String, TaskHandler> handlers = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(TaskHandler handler) {
        handlers.put(handler.kind(), handler);
    }

    void unbind(TaskHandler handler) {
        handlers.remove(handler.kind(), handler);
    }

    Set<String> kinds() {
        return Set.copyOf(handlers.keySet());
    }

    Optional<TaskHandler> find(String kind) {
        return Optional.ofNullable(handlers.get(kind));
    }
}
