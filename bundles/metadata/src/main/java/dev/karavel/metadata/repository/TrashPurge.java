package dev.karavel.metadata.repository;

import dev.karavel.api.error.KaravelException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Empties the trash of what lay there long enough, once an hour; nodes that do it together do no harm. */
@Component(
        service = {},
        immediate = true)
public final class TrashPurge {
    private static final Logger LOG = LoggerFactory.getLogger(TrashPurge.class);

    private final StoredTrash trash;
    private final ScheduledThreadPoolExecutor worker;

    @Activate
    public TrashPurge(@Reference StoredTrash trash) {
        this.trash = trash;
        worker = new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "karavel-trash"));
        worker.scheduleWithFixedDelay(this::purge, 10, 60, TimeUnit.MINUTES);
    }

    @Deactivate
    void stop() {
        worker.shutdownNow();
    }

    private void purge() {
        try {
            int gone = trash.purge();
            if (gone > 0) {
                LOG.info("{} things left the trash for ever", gone);
            }
        } catch (KaravelException e) {
            LOG.warn("The trash was not emptied, the next try is in an hour: {}", e.getMessage(), e);
        }
    }
}
