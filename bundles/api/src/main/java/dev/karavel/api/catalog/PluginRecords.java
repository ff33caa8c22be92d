package dev.karavel.api.catalog;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Uploaded and switched-off plugins, the same for every node of a cluster. Safe for several threads; each call is a transaction,
 * and what changes is announced as {@link dev.karavel.api.event.Topics#PLUGIN_CHANGED}. Checks nothing: the caller does.
 */
@ProviderType
public interface PluginRecords {
    /** By name and version; removed ones included as long as they can be had back. Without the jars. */
    List<PluginRecord> all();

    /** The uploaded jar, also of a removed one. Of some megabytes: keep it no longer than needed. */
    Optional<byte[]> jar(String symbolicName, String version);

    /**
     * Remembers a jar in place of what was remembered of that name and version: switched on.
     *
     * @param removed keeps it as one that was removed, to be had back
     */
    void store(String symbolicName, String version, String digest, byte[] jar, boolean removed, String who);

    void enable(String symbolicName, String version, boolean enabled, String who);

    /** @return false if there is no such jar */
    boolean remove(String symbolicName, String version, String who);

    /** @return false if there is no such jar, or not any more */
    boolean restore(String symbolicName, String version, String who);
}
