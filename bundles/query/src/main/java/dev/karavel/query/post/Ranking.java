package dev.karavel.query.post;

import dev.karavel.spi.data.ColumnType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * {@code metric}, {@code group_by}: adds the column rank, the average rank as a share of the values there are, whole or in
 * the group: pandas.Series.rank(pct=True). What has no value or no group has no rank.
 */
final class Ranking {
    private Ranking() {}

    static Step read(Options options) {
        options.known("metric", "group_by");
        String metric = options.needed("metric");
        List<String> groupBy = options.names("group_by");
        return frame -> {
            if (frame.rows() == 0) {
                return frame;
            }
            Series source = frame.single(metric, options, "metric");
            List<Series> by = frame.singles(groupBy, options, "group_by");
            Comparator<Integer> order = Values.rows(source, true);
            Object[] ranks = new Object[frame.rows()];
            Groups.sorted(by, frame.rows()).forEach((key, rows) -> {
                if (key.stream().allMatch(part -> Optional.ofNullable(part).isPresent())) {
                    rank(source.values(), order, rows, ranks);
                }
            });
            List<String> name = new ArrayList<>(List.of("rank"));
            while (name.size() < frame.levels().size()) {
                name.add(null);
            }
            return frame.put(List.of(new Series(name, ColumnType.DECIMAL, ranks)));
        };
    }

    private static void rank(Object[] values, Comparator<Integer> order, int[] rows, Object[] ranks) {
        List<Integer> sorted = new ArrayList<>();
        for (int row : rows) {
            if (!Series.isMissing(values[row])) {
                sorted.add(row);
            }
        }
        sorted.sort(order);
        for (int first = 0; first < sorted.size(); ) {
            int next = first + 1;
            while (next < sorted.size() && order.compare(sorted.get(first), sorted.get(next)) == 0) {
                next++;
            }
            double rank = (first + 1 + next) / 2.0 / sorted.size();
            for (int tied = first; tied < next; tied++) {
                ranks[sorted.get(tied)] = rank;
            }
            first = next;
        }
    }
}
