package dev.karavel.web.account;

import dev.karavel.api.catalog.ActionLog;
import dev.karavel.api.catalog.LogEntry;
import dev.karavel.api.security.Principal;
import dev.karavel.web.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Notes in the action log what people did. */
@Component(service = Journal.class)
public final class Journal {
    private final ActionLog log;

    @Activate
    public Journal(@Reference ActionLog log) {
        this.log = log;
    }

    public void note(Principal who, String action) {
        note(who, action, Optional.empty(), Optional.empty());
    }

    public void noteChart(Principal who, String action, long chartId) {
        note(who, action, Optional.empty(), Optional.of(chartId));
    }

    public void noteDashboard(Principal who, String action, long dashboardId) {
        note(who, action, Optional.of(dashboardId), Optional.empty());
    }

    /** @param id of a thing the log has no column for */
    public void noteThing(Principal who, String action, long id) {
        write(who, action, Optional.empty(), Optional.empty(), Json.text(Map.of("id", id)));
    }

    public void notePlugin(Principal who, String action, String plugin, String version) {
        write(who, action, Optional.empty(), Optional.empty(), Json.text(Map.of("plugin", plugin, "version", version)));
    }

    private void note(Principal who, String action, Optional<Long> dashboardId, Optional<Long> chartId) {
        write(who, action, dashboardId, chartId, "{}");
    }

    private void write(
            Principal who, String action, Optional<Long> dashboardId, Optional<Long> chartId, String details) {
        Optional<Long> userId = who.anonymous() ? Optional.empty() : Optional.of(who.userId());
        log.write(new LogEntry(Instant.now(), userId, action, dashboardId, chartId, details, Duration.ZERO));
    }
}
