package dev.karavel.query.post;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** {@code columns {source: target}}: of which columns something is computed, and into which. */
record Targets(Options options, Map<String, String> names) {
    static Targets read(Options options) {
        return new Targets(options, options.targets("columns"));
    }

    Frame each(Frame frame, UnaryOperator<double[]> operation) {
        List<Series> computed = new ArrayList<>();
        sources(frame).forEach((target, source) -> computed.add(Series.of(target, operation.apply(source.numbers()))));
        return frame.put(computed);
    }

    /** The columns by the names of what becomes of them; only numbers are taken. */
    Map<List<String>, Series> sources(Frame frame) {
        Map<List<String>, Series> sources = new LinkedHashMap<>();
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
