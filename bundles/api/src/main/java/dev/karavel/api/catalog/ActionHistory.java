package dev.karavel.api.catalog;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Reads the action log. */
@ProviderType
public interface ActionHistory {
    /** Newest first. */
    Page<LogEntry> find(LogQuery query);

    /** What is done, by name: every action the log knows, bounded. */
    List<String> actions();
}
