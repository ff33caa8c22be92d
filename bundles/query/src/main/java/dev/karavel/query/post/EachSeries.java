package dev.karavel.query.post;

import dev.karavel.spi.data.PostProcessing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * {@code index}, {@code groupby}, {@code steps}: runs steps over each series of long rows by itself, over the index values of
 * all series: what a pivot, the steps and a melt would give, with the groups' values kept as they are. Ours; Superset has none.
 */
final class EachSeries {
    private static final long MOST_CELLS = 5_000_000;

    private EachSeries() {}

    static Step read(Options options) {
        options.known("index", "groupby", "steps");
        String index = options.needed("index");
        List<String> groupby = options.names("groupby");
        List<Step> steps = new ArrayList<>();
        for (Object each : options.values("steps")) {
            steps.add(PostProcessor.read(inner(options, each)));
        }
        return frame -> frame.rows() == 0 ? frame : apply(frame.flat(), index, groupby, steps, options);
    }

    private static PostProcessing inner(Options options, Object json) {
        if (!(json instanceof Map<?, ?> step) || !(step.get("operation") instanceof String operation)) {
            throw options.wrong("steps", "has to be a list of {operation, options}, not " + json);
        }
        Map<String, Object> given = new LinkedHashMap<>();
        if (step.get("options") instanceof Map<?, ?> named) {
            named.forEach((name, value) -> given.put(String.valueOf(name), value));
        }
        return new PostProcessing(operation, given);
    }

    private static Frame apply(Frame frame, String index, List<String> groupby, List<Step> steps, Options options) {
        Series axis = frame.single(index, options, "index");
        List<Series> by = frame.singles(groupby, options, "groupby");
        List<Series> measures = frame.columns().stream()
                .filter(column -> column != axis && !by.contains(column))
                .toList();
        Object[] points = points(axis);
        Map<List<Object>, int[]> groups = Groups.sorted(by, frame.rows());
        if ((long) points.length * groups.size() * (measures.size() + 1) > MOST_CELLS) {
            throw options.wrong("steps", "would go over more than " + MOST_CELLS + " values; fewer series are needed");
        }
        Map<Object, Integer> places = new HashMap<>();
        IntStream.range(0, points.length).forEach(place -> places.put(points[place], place));
        List<List<Series>> parts = new ArrayList<>();
        int rows = 0;
        for (Map.Entry<List<Object>, int[]> group : groups.entrySet()) {
            Frame done = Frame.plain(whole(axis, points, measures, places, group.getValue()), points.length);
            for (Step step : steps) {
                done = step.apply(done);
            }
            parts.add(named(done.flat(), by, group.getKey()));
            rows += done.rows();
        }
        return sorted(Frame.plain(joined(parts, options), rows), index, options);
    }

    private static Object[] points(Series axis) {
        TreeSet<Object> points = new TreeSet<>(Values::compare);
        Arrays.stream(axis.values()).filter(Objects::nonNull).forEach(points::add);
        return points.toArray();
    }

    private static List<Series> whole(
            Series axis, Object[] points, List<Series> measures, Map<Object, Integer> places, int[] rows) {
        List<Series> whole = new ArrayList<>(List.of(new Series(axis.key(), axis.type(), points)));
        for (Series measure : measures) {
            Object[] values = new Object[points.length];
            for (int row : rows) {
                Integer place = places.get(axis.values()[row]);
                if (place != null) {
                    values[place] = measure.values()[row];
                }
            }
            whole.add(new Series(measure.key(), measure.type(), values));
        }
        return whole;
    }

    /** The group's own values behind the axis, as the rows had them. */
    private static List<Series> named(Frame frame, List<Series> by, List<Object> key) {
        List<Series> named = new ArrayList<>(frame.columns());
        for (int i = 0; i < by.size(); i++) {
            Object[] same = new Object[frame.rows()];
            Arrays.fill(same, key.get(i));
            named.add(i + 1, new Series(by.get(i).key(), by.get(i).type(), same));
        }
        return named;
    }

    private static List<Series> joined(List<List<Series>> parts, Options options) {
        List<Series> joined = new ArrayList<>();
        for (int i = 0; i < parts.get(0).size(); i++) {
            Series first = parts.get(0).get(i);
            List<Object> values = new ArrayList<>();
            boolean alike = true;
            for (List<Series> part : parts) {
                if (part.size() != parts.get(0).size() || !part.get(i).key().equals(first.key())) {
                    throw options.wrong("steps", "have to give the same columns for every series");
                }
                alike &= part.get(i).type() == first.type();
                Collections.addAll(values, part.get(i).values());
            }
            joined.add(
                    alike
                            ? new Series(first.key(), first.type(), values.toArray())
                            : Series.computed(first.key(), first.type(), values.toArray()));
        }
        return joined;
    }

    private static Frame sorted(Frame frame, String index, Options options) {
        Series axis = frame.single(index, options, "index");
        int[] order = IntStream.range(0, frame.rows())
                .boxed()
                .sorted(Values.rows(axis, true))
                .mapToInt(Integer::intValue)
                .toArray();
        return frame.rows(order);
    }
}
