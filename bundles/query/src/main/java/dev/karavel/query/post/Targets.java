package dev.karavel.query.post;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * {@code columns {source: target}}: of which columns something is computed, and into which; with {@code is_pivot_df}, as
 * charts of Superset 1.4 have it, of all numbers there are.
 */
record Targets(Options options, Map<String, String> names, boolean all) {
    static Targets read(Options options) {
        Map<String, String> names = options.targets("columns");
        return new Targets(options, names, options.flag("is_pivot_df", false) && names.isEmpty());
    }

    Frame each(Frame frame, UnaryOperator<double[]> operation) {
        List<Series> computed = new ArrayList<>();
        sources(frame).forEach((target, source) -> computed.add(Series.of(target, operation.apply(source.numbers()))));
        return frame.put(computed);
    }

    /** The columns by the names of what becomes of them; only numbers are taken. */
    Map<List<String>, Series> sources(Frame frame) {
        Map<List<String>, Series> sources = new LinkedHashMap<>();
        frame.columns().stream()
                .filter(column -> all && column.isNumeric())
                .forEach(column -> sources.put(column.key(), column));
        names.forEach((name, target) -> frame.matching(name, options, "columns").forEach(source -> {
            boolean numbers = source.isNumeric()
                    || Arrays.stream(source.values()).allMatch(value -> value == null || value instanceof Number);
            if (!numbers) {
                throw options.wrong("columns", "\"" + name + "\" has no numbers");
            }
            sources.put(
                    name.equals(source.label()) ? source.keyUnder(target) : new ArrayList<>(List.of(target)), source);
        }));
        return sources;
    }
}
