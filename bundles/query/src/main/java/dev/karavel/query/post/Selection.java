package dev.karavel.query.post;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code columns}, then {@code exclude}, then {@code rename {old: new}}; the index of a pivot stays. */
final class Selection {
    private Selection() {}

    static Step read(Options options) {
        options.known("columns", "exclude", "rename");
        List<String> names = options.names("columns");
        List<String> excluded = options.names("exclude");
        Map<String, String> renamed = options.targets("rename");
        return frame -> {
            Frame chosen = names.isEmpty() ? frame : frame.with(frame.matching(names, options, "columns"));
            List<Series> left = new ArrayList<>(chosen.columns());
            left.removeAll(chosen.matching(excluded, options, "exclude"));
            renamed.keySet().forEach(name -> chosen.matching(name, options, "rename"));
            Map<String, String> targets = new HashMap<>(renamed);
            return Renaming.checked(
                    chosen,
                    left.stream()
                            .map(column -> targets.containsKey(column.label())
                                    ? column.named(column.keyUnder(targets.get(column.label())))
                                    : column)
                            .toList(),
                    options);
        };
    }
}
