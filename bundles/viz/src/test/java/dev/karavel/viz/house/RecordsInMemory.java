package dev.karavel.viz.house;

import dev.karavel.api.catalog.PluginRecord;
import dev.karavel.api.catalog.PluginRecords;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What the metadata database would keep. */
final class RecordsInMemory implements PluginRecords {
    private final Map<String, PluginRecord> records = new TreeMap<>();
    private final Map<String, byte[]> jars = new TreeMap<>();

    @Override
    public synchronized List<PluginRecord> all() {
        return List.copyOf(records.values());
    }

    @Override
    public synchronized Optional<byte[]> jar(String name, String version) {
        return Optional.ofNullable(jars.get(name + version));
    }

    @Override
    public synchronized void store(
            String name, String version, String digest, byte[] jar, boolean removed, String who) {
        jars.put(name + version, jar);
        Optional<Instant> gone = removed ? Optional.of(Instant.now()) : Optional.empty();
        records.put(
                name + version, new PluginRecord(name, version, digest, jar.length, true, gone, who, Instant.now()));
    }

    @Override
    public synchronized void enable(String name, String version, boolean enabled, String who) {
        PluginRecord old = records.getOrDefault(
                name + version, new PluginRecord(name, version, "", 0, true, Optional.empty(), who, Instant.now()));
        records.put(
                name + version,
                new PluginRecord(name, version, old.digest(), old.size(), enabled, old.removed(), who, Instant.now()));
    }

    @Override
    public synchronized boolean remove(String name, String version, String who) {
        return change(name + version, old -> removed(old, Optional.of(Instant.now())));
    }

    @Override
    public synchronized boolean restore(String name, String version, String who) {
        PluginRecord old = records.get(name + version);
        return old != null
                && old.removed().isPresent()
                && change(name + version, each -> removed(each, Optional.empty()));
    }

    private boolean change(String key, UnaryOperator<PluginRecord> change) {
        return records.computeIfPresent(key, (name, old) -> change.apply(old)) != null;
    }

    private static PluginRecord removed(PluginRecord old, Optional<Instant> when) {
        return new PluginRecord(
                old.symbolicName(), old.version(), old.digest(), old.size(), old.enabled(), when, "", Instant.now());
    }
}
