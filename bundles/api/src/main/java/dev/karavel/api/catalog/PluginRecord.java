package dev.karavel.api.catalog;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What the metadata database remembers of a plugin: that its jar was uploaded, that it is switched off, or both. Plugins that
 * came another way and are switched on are not remembered.
 *
 * @param digest SHA-256 of the uploaded jar as hexadecimal digits, or empty if it came another way
 * @param size bytes of the uploaded jar
 * @param removed when it was removed; it can be had back for a while
 * @param changedBy user name of who changed it last
 */
public record PluginRecord(
        String symbolicName,
        String version,
        String digest,
        long size,
        boolean enabled,
        Optional<Instant> removed,
        String changedBy,
        Instant changedOn) {
    public PluginRecord {
        Objects.requireNonNull(symbolicName, "symbolicName");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(digest, "digest");
    }

    /** Every node has it installed. */
    public boolean installed() {
        return !digest.isEmpty() && removed.isEmpty();
    }

    public boolean is(String name, String ofVersion) {
        return symbolicName.equals(name) && version.equals(ofVersion);
    }
}
