package dev.karavel.query.post.time;

import dev.karavel.query.post.Options;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Regular points in time over the rows of a table.
 *
 * @param labels the points in their order
 * @param rows those that have a time, in its order
 * @param times of those rows
 */
record Grid(List<LocalDateTime> labels, int[] rows, List<LocalDateTime> times, boolean byEnd) {
    private static final int MOST = 100_000;
    private static final int MOST_CELLS = 5_000_000;

    /**
     * @param from with {@code to} the range that is covered whole, not just from the first row to the last
     */
    static Grid of(
            List<LocalDateTime> moments,
            int[] members,
            Function<LocalDateTime, OffsetRule> rules,
            Optional<LocalDateTime> from,
            Optional<LocalDateTime> to) {
        int[] rows = IntStream.of(members)
                .filter(row -> moments.get(row) != null)
                .boxed()
                .sorted((one, other) -> moments.get(one).compareTo(moments.get(other)))
                .mapToInt(Integer::intValue)
                .toArray();
        List<LocalDateTime> times = IntStream.of(rows).mapToObj(moments::get).toList();
        if (times.isEmpty()) {
            return new Grid(List.of(), rows, times, false);
        }
        OffsetRule rule = from.filter(start -> rules.apply(start) instanceof OffsetRule.Fixed)
                .map(start -> (OffsetRule) new OffsetRule.Fixed(((OffsetRule.Fixed) rules.apply(start)).step(), start))
                .orElseGet(() -> rules.apply(times.get(0)));
        TreeSet<LocalDateTime> labels = new TreeSet<>();
        LocalDateTime last = times.get(times.size() - 1);
        LocalDateTime first = rule.label(times.get(0));
        LocalDateTime end = rule.byEnd() ? last.toLocalDate().atStartOfDay() : last;
        for (int i = 0; labels.size() <= MOST; i++) {
            LocalDateTime label = rule.next(first, i);
            if (rule.byEnd() ? !labels.isEmpty() && !labels.last().isBefore(end) : label.isAfter(end)) {
                break;
            }
            labels.add(label);
        }
        if (from.isPresent() && to.isPresent()) {
            cover(labels, rule, from.get(), to.get());
        }
        return new Grid(List.copyOf(labels), rows, times, rule.byEnd());
    }

    private static void cover(TreeSet<LocalDateTime> labels, OffsetRule rule, LocalDateTime from, LocalDateTime to) {
        LocalDateTime start = rule.label(from);
        for (int i = 0; labels.size() <= MOST; i++) {
            LocalDateTime label = rule.next(start, i);
            if (!label.isBefore(to)) {
                break;
            }
            if (!label.isBefore(from)) {
                labels.add(label);
            }
        }
    }

    /**
     * The rows of all groups so far.
     *
     * @param columns of the result
     */
    int size(int before, int columns, Options options) {
        int rows = before + labels.size();
        if (rows > MOST || (long) rows * columns > MOST_CELLS) {
            throw options.wrong(
                    "rule",
                    "would make more than " + MOST + " rows or " + MOST_CELLS + " cells; a longer step is needed");
        }
        return rows;
    }

    /** By label the rows of its period. */
    List<int[]> members() {
        List<List<Integer>> members = new ArrayList<>();
        labels.forEach(label -> members.add(new ArrayList<>()));
        for (int i = 0; i < rows.length; i++) {
            LocalDateTime key = byEnd ? times.get(i).toLocalDate().atStartOfDay() : times.get(i);
            int found = Collections.binarySearch(labels, key);
            int place = found >= 0 ? found : byEnd ? -found - 1 : -found - 2;
            members.get(place).add(rows[i]);
        }
        return members.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    /** By label the row of that very moment, or with ffill of the last before it, with bfill of the first after; -1 for none. */
    int[] rowAt(Filling method, Options options) {
        for (int i = 1; i < times.size(); i++) {
            if (times.get(i).equals(times.get(i - 1))) {
                throw options.wrong(
                        "method",
                        "needs each time once, and " + times.get(i)
                                + " is there twice; pivot before, or take mean, median or sum");
            }
        }
        int[] at = new int[labels.size()];
        Arrays.setAll(at, i -> {
            int found = Collections.binarySearch(times, labels.get(i));
            int place = found >= 0
                    ? found
                    : method == Filling.FFILL ? -found - 2 : method == Filling.BFILL ? -found - 1 : -1;
            return place < 0 || place >= rows.length ? -1 : rows[place];
        });
        return at;
    }
}
