package dev.karavel.api.catalog;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The action log; entries are written behind the caller's back and may be lost in a crash. */
@ProviderType
public interface ActionLog {
    /** Returns at once; under overload the oldest waiting entries are dropped and counted. */
    void write(LogEntry entry);

    /** Newest first. */
    List<LogEntry> latest(int limit);
}
