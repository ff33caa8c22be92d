package dev.karavel.viz.plugin;

import dev.karavel.api.viz.Visualization;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What is installed, and which version of a chart type counts. Safe for several threads. */
public final class Catalog {
    /** A chart type that charts can use since now, or no longer. */
    public record Change(boolean added, Visualization visualization) {}

    // Refused ones last, then the highest version.
    private static final Comparator<FoundVisualization> BEST_LAST = Comparator.<FoundVisualization, Boolean>comparing(
                    found -> found.descriptor().isPresent())
            .thenComparing(FoundVisualization::version)
            .thenComparing(found -> found.shown().plugin());

    private final Map<Long, InstalledPlugin> plugins = new TreeMap<>();
    private volatile Set<String> off = Set.of();
    private volatile List<InstalledPlugin> installed = List.of();
    private volatile Map<String, FoundVisualization> best = Map.of();

    public synchronized List<Change> put(InstalledPlugin plugin) {
        plugins.put(plugin.bundle(), plugin);
        return changed();
    }

    public synchronized List<Change> remove(long bundle) {
        plugins.remove(bundle);
        return changed();
    }

    /** @param keys of plugins that are switched off: {@link InstalledPlugin#key()} */
    public synchronized List<Change> switchOff(Set<String> keys) {
        off = Set.copyOf(keys);
        return changed();
    }

    public boolean on(InstalledPlugin plugin) {
        return !off.contains(plugin.key());
    }

    public Collection<InstalledPlugin> plugins() {
        return installed;
    }

    public Optional<InstalledPlugin> plugin(long bundle) {
        return installed.stream().filter(plugin -> plugin.bundle() == bundle).findFirst();
    }

    /** The best of each viz_type. */
    public Collection<FoundVisualization> best() {
        return best.values();
    }

    /** The one charts of that type use. */
    public Optional<FoundVisualization> usable(String vizType) {
        return Optional.ofNullable(best.get(vizType))
                .filter(found -> found.descriptor().isPresent());
    }

    /** The one charts of that type would use without that plugin. */
    public Optional<FoundVisualization> usableWithout(InstalledPlugin without, String vizType) {
        return installed.stream()
                .filter(plugin -> plugin.bundle() != without.bundle() && counts(plugin))
                .flatMap(plugin -> plugin.visualizations().stream())
                .filter(found -> found.shown().vizType().equals(vizType)
                        && found.descriptor().isPresent())
                .max(BEST_LAST);
    }

    public Optional<InstalledPlugin> published(String symbolicName, String release) {
        return installed.stream()
                .filter(plugin -> plugin.symbolicName().equals(symbolicName)
                        && plugin.release().equals(release)
                        && counts(plugin))
                .findFirst();
    }

    private boolean counts(InstalledPlugin plugin) {
        return plugin.running() && on(plugin);
    }

    private List<Change> changed() {
        Map<String, FoundVisualization> before = best;
        Map<String, FoundVisualization> now = new LinkedHashMap<>();
        for (InstalledPlugin plugin : plugins.values()) {
            for (FoundVisualization found : counts(plugin) ? plugin.visualizations() : List.<FoundVisualization>of()) {
                now.merge(
                        found.shown().vizType(),
                        found,
                        (one, other) -> BEST_LAST.compare(one, other) > 0 ? one : other);
            }
        }
        installed = List.copyOf(plugins.values());
        best = now;
        List<Change> changes = new ArrayList<>();
        before.forEach((vizType, old) -> {
            FoundVisualization next = now.get(vizType);
            if (old.shown().ready() && (next == null || !next.shown().equals(old.shown()))) {
                changes.add(new Change(false, old.shown()));
            }
        });
        now.forEach((vizType, next) -> {
            FoundVisualization old = before.get(vizType);
            if (next.shown().ready() && (old == null || !old.shown().equals(next.shown()))) {
                changes.add(new Change(true, next.shown()));
            }
        });
        return changes;
    }
}
