package dev.karavel.api.viz;

import dev.karavel.api.catalog.PluginRecord;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Plugins as administrators handle them. What is decided here is kept in the metadata database and holds on every node; on this
 * one it took effect when the call returns. Safe for several threads. Checks no rights: the caller does.
 */
@ProviderType
public interface Plugins {
    /** Bytes of the largest jar that is taken. */
    long MOST_BYTES = 96L << 20;

    /** Reads a jar without installing anything; whatever is wrong with it stands in the problems. */
    PluginArrival inspect(Path jar);

    /**
     * Installs a jar on every node.
     *
     * @param who user name, to be remembered
     * @throws dev.karavel.api.error.KaravelException INVALID_REQUEST with all problems; nothing is installed then
     */
    PluginArrival install(Path jar, String who);

    /** What charts would lose if that plugin were switched off or removed. */
    List<PluginLoss> losses(String symbolicName, String version);

    /** @throws dev.karavel.api.error.KaravelException NOT_FOUND */
    void enable(String symbolicName, String version, boolean enabled, String who);

    /**
     * Takes away an uploaded plugin, or one of the deploy folder with its file. It can be had back for a week.
     *
     * @throws dev.karavel.api.error.KaravelException NOT_FOUND; INVALID_REQUEST for one that came as a feature
     */
    void remove(String symbolicName, String version, String who);

    /** @throws dev.karavel.api.error.KaravelException NOT_FOUND if there is nothing to have back */
    void restore(String symbolicName, String version, String who);

    /** Removed ones that can be had back. */
    List<PluginRecord> removed();

    /** Names and sizes of the files a plugin publishes, below {@code karavel/}, by name. */
    List<PluginFile> files(String symbolicName, String version);

    /** @param guarded whether its loops look at the clock */
    record PluginFile(String path, long size, boolean guarded) {}
}
