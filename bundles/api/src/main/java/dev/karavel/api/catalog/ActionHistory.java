package dev.karavel.api.catalog;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Reads the action log. */
@ProviderType
public interface ActionHistory {
    /** Newest first. */
    Page<LogEntry> find(LogQuery query);

    /** What is done, by name: every action the log knows, bounded. */
    List<String> actions();

    /** Dashboards to which something was done most often since then, at most {@code most}, the first one first. */
    List<Long> mostOften(String action, Instant since, int most);
}
