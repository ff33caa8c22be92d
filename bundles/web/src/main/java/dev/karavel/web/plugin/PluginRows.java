package dev.karavel.web.plugin;

import dev.karavel.api.catalog.PluginRecord;
import dev.karavel.api.viz.Plugin;
import dev.karavel.api.viz.PluginArrival;
import dev.karavel.api.viz.PluginLoss;
import dev.karavel.api.viz.Plugins.PluginFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Plugins as pages and programs are told of them. */
public final class PluginRows {
    private PluginRows() {}

    public static Map<String, Object> of(Plugin plugin) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("plugin", plugin.symbolicName());
        row.put("title", plugin.title());
        row.put("version", plugin.version());
        row.put("kind", plugin.kind());
        row.put("provides", plugin.provides());
        row.put("state", word(plugin.state()));
        row.put("problem", plugin.problem().isEmpty() ? null : plugin.problem());
        row.put("installed_from", word(plugin.origin()));
        return row;
    }

    static Map<String, Object> of(PluginRecord removed) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("plugin", removed.symbolicName());
        row.put("version", removed.version());
        row.put("removed_on", removed.removed().map(Object::toString).orElse(null));
        row.put("removed_by", removed.changedBy());
        row.put("size", removed.size());
        return row;
    }

    static Map<String, Object> of(PluginArrival arrival) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("plugin", arrival.symbolicName());
        row.put("title", arrival.title());
        row.put("version", arrival.version());
        row.put("kind", arrival.kind());
        row.put("digest", arrival.digest());
        row.put("replaces", arrival.replaces());
        row.put("brings", arrival.brings().stream().map(PluginRows::of).toList());
        row.put("problems", arrival.problems());
        return row;
    }

    private static Map<String, Object> of(PluginArrival.Brought brought) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("viz_type", brought.vizType());
        row.put("title", brought.title());
        row.put("drawn_now_by", brought.now().isEmpty() ? null : brought.now());
        row.put("takes_over", brought.counts());
        return row;
    }

    static Map<String, Object> of(PluginLoss loss, Map<String, Object> use) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("viz_type", loss.vizType());
        row.put("title", loss.title());
        row.put("drawn_instead_by", loss.instead().isEmpty() ? null : loss.instead());
        row.putAll(use);
        return row;
    }

    static List<Map<String, Object>> files(List<PluginFile> files) {
        return files.stream()
                .map(file -> Map.<String, Object>of(
                        "path", file.path(), "size", file.size(), "loops_guarded", file.guarded()))
                .toList();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
