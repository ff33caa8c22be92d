package dev.karavel.worker;

import dev.karavel.api.task.TaskOrder.Priority;
import java.util.Locale;
import org.apache.camel.builder.RouteBuilder;

/** One lane for each priority, with places of its own: however much is done in the background, whoever waits has his. */
final class Lanes extends RouteBuilder {
    private final Attempts attempts;
    private final WorkerSettings settings;

    Lanes(Attempts attempts, WorkerSettings settings) {
        this.attempts = attempts;
        this.settings = settings;
    }

    @Override
    public void configure() {
        for (Priority priority : Priority.values()) {
            from(lane(priority) + "?concurrentConsumers=" + settings.places(priority))
                    .routeId(name(priority))
                    .bean(attempts, "make");
        }
    }

    static String lane(Priority priority) {
        return "seda:" + name(priority);
    }

    private static String name(Priority priority) {
        return priority.name().toLowerCase(Locale.ROOT);
    }
}
