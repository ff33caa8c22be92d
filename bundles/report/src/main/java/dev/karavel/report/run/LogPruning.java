package dev.karavel.report.run;

import dev.karavel.api.task.TaskHandler;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Deletes what of the logs is older than its schedule keeps it. */
@Component(service = TaskHandler.class)
public final class LogPruning implements TaskHandler {
    public static final String KIND = "report.prune";

    private final RunLedger ledger;

    @Activate
    public LogPruning(@Reference RunLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String handle(Work work) {
        return "{\"deleted\":" + ledger.prune(Clock.systemUTC().instant()) + "}";
    }
}
