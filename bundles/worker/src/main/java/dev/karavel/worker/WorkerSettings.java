package dev.karavel.worker;

import dev.karavel.api.task.TaskOrder.Priority;
import java.time.Duration;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How much this server does at once, and how long things are kept. */
@Component(service = WorkerSettings.class, configurationPid = "dev.karavel.worker")
@Designate(ocd = WorkerSettings.Config.class)
public final class WorkerSettings {
    @ObjectClassDefinition(name = "Karavel worker")
    public @interface Config {
        @AttributeDefinition(name = "Whether this server does tasks, or only takes orders for others")
        boolean enabled() default true;

        @AttributeDefinition(name = "Tasks at once that somebody waits for", min = "1")
        int interactive() default 8;

        @AttributeDefinition(name = "Alerts and reports at once", min = "1")
        int scheduled() default 4;

        @AttributeDefinition(name = "Tasks at once that nobody waits for", min = "1")
        int background() default 2;

        @AttributeDefinition(name = "Tasks of one priority that wait; further ones are told to come later", min = "1")
        int max_waiting() default 10_000;

        @AttributeDefinition(name = "Silence after which a server is taken for dead, ISO-8601")
        String lease() default "PT20S";

        @AttributeDefinition(name = "How long a stopping server lets its tasks end, ISO-8601")
        String farewell() default "PT5S";

        @AttributeDefinition(name = "How long nobody may take a task before it fails, ISO-8601")
        String untaken() default "PT12H";

        @AttributeDefinition(name = "How long tasks that are done are kept, ISO-8601")
        String done_kept() default "P1D";

        @AttributeDefinition(name = "How long failed and cancelled tasks are kept, ISO-8601")
        String dead_kept() default "P30D";
    }

    private final boolean enabled;
    private final Map<Priority, Integer> places;
    private final int mostWaiting;
    private final Duration lease;
    private final Duration farewell;
    private final Duration untaken;
    private final Duration doneKept;
    private final Duration deadKept;

    @Activate
    public WorkerSettings(Config config) {
        enabled = config.enabled();
        places = Map.of(
                Priority.INTERACTIVE, config.interactive(),
                Priority.SCHEDULED, config.scheduled(),
                Priority.BACKGROUND, config.background());
        mostWaiting = config.max_waiting();
        lease = Duration.parse(config.lease());
        farewell = Duration.parse(config.farewell());
        untaken = Duration.parse(config.untaken());
        doneKept = Duration.parse(config.done_kept());
        deadKept = Duration.parse(config.dead_kept());
        if (lease.compareTo(Duration.ofSeconds(3)) < 0) {
            throw new IllegalArgumentException("dev.karavel.worker lease: at least PT3S, not " + lease);
        }
    }

    boolean enabled() {
        return enabled;
    }

    /** Tasks of that priority this server does at once. */
    int places(Priority priority) {
        return places.get(priority);
    }

    int mostWaiting() {
        return mostWaiting;
    }

    Duration lease() {
        return lease;
    }

    Duration farewell() {
        return farewell;
    }

    Duration untaken() {
        return untaken;
    }

    Duration doneKept() {
        return doneKept;
    }

    Duration deadKept() {
        return deadKept;
    }
}
