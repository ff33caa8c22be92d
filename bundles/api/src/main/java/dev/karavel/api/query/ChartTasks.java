package dev.karavel.api.query;

import dev.karavel.api.security.Principal;
import dev.karavel.api.task.Task;
import dev.karavel.api.task.TaskOrder;
import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** Charts' questions as tasks: asked now, answered on any node, fetched when they are ready. Pure but for {@link #answer}. */
@ProviderType
public interface ChartTasks {
    String KIND = "chart.data";

    /**
     * The order that has a question answered, so that its answer is kept. Each is a task of its own.
     *
     * @param format one that is {@linkplain ResultFormat#kept kept}
     * @param principal somebody who is known by his id
     */
    TaskOrder order(ChartRequest request, ResultFormat format, Principal principal);

    /**
     * What such a task found, from what is kept; asked anew where it is kept no more. Rights are those of now.
     *
     * @throws dev.karavel.api.error.KaravelException as {@link QueryService#answer} throws it
     */
    ChartAnswer answer(Task task, Principal principal, Instant deadline);
}
