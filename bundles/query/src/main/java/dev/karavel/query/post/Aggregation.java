package dev.karavel.query.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code groupby}, {@code aggregates}: one row per group in the order of the groups; a group without a name is the last. */
final class Aggregation {
    private Aggregation() {}

    static Step read(Options options) {
        options.known("groupby", "aggregates");
        List<String> groupby = options.names("groupby");
        List<Aggregates> aggregates = Aggregates.read(options);
        return frame -> {
            if (frame.rows() == 0) {
                return frame;
            }
            List<Series> by = frame.singles(groupby, options, "groupby");
            Map<List<Object>, int[]> groups = Groups.sorted(by, frame.rows());
            List<Series> columns = new ArrayList<>(Groups.keys(by, List.copyOf(groups.keySet())));
            for (Aggregates aggregate : aggregates) {
                Series source = aggregate.source(frame, options);
                Object[] values = groups.values().stream()
                        .map(rows -> aggregate.of(source, rows, options))
                        .toArray();
                columns.add(Series.computed(List.of(aggregate.name()), aggregate.type(source), values));
            }
            return Frame.plain(columns, groups.size());
        };
    }
}
