package dev.karavel.query.post;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * {@code columns {old: new}} in a {@code level} of the names (a number or the name of the pivoted column), or in all; a new
 * name of null takes the part out of the name. {@code inplace} changes nothing.
 */
final class Renaming {
    private Renaming() {}

    static Step read(Options options) {
        options.known("columns", "inplace", "level");
        options.flag("inplace", false);
        Map<String, Object> renamed = options.map("columns");
        return frame -> {
            boolean none = frame.rows() == 0 && (options.has("level") || renamed.containsValue(null));
            if (renamed.isEmpty() || none) {
                return frame;
            }
            List<Integer> levels = levels(frame, options);
            for (String old : renamed.keySet()) {
                boolean there = frame.columns().stream().anyMatch(column -> levels.stream()
                        .anyMatch(level -> old.equals(column.key().get(level))));
                if (!there && frame.rows() > 0) {
                    throw frame.missing(old, options, "columns");
                }
            }
            return checked(
                    frame,
                    frame.columns().stream()
                            .map(column -> column.named(renamed(column.key(), levels, renamed)))
                            .toList(),
                    options);
        };
    }

    private static List<Integer> levels(Frame frame, Options options) {
        List<Integer> all = new ArrayList<>();
        for (int level = 0; level < frame.levels().size(); level++) {
            all.add(level);
        }
        if (!options.has("level")) {
            return all;
        }
        return List.of(level(frame, options, "level", options.needed("level")));
    }

    /** A level by its number, from the end if that is below 0, or by its name. */
    static int level(Frame frame, Options options, String option, String word) {
        int named = frame.levels().indexOf(word);
        int count = frame.levels().size();
        int level = named >= 0 ? named : word.matches("-?\\d{1,6}") ? Integer.parseInt(word) : count;
        if (level < -count || level >= count) {
            throw options.wrong(
                    option,
                    "there is no level " + word + "; there are 0 to " + (count - 1) + " with the names "
                            + frame.levels());
        }
        return level < 0 ? level + count : level;
    }

    private static List<String> renamed(List<String> key, List<Integer> levels, Map<String, Object> renamed) {
        List<String> result = new ArrayList<>(key);
        for (int level : levels) {
            String old = key.get(level);
            if (renamed.containsKey(old)) {
                result.set(level, Objects.toString(renamed.get(old), null));
            }
        }
        return result;
    }

    /** @throws dev.karavel.api.error.KaravelException if two columns would have one name that were different before */
    static Frame checked(Frame before, List<Series> columns, Options options) {
        Set<List<String>> old = new HashSet<>();
        boolean unique = before.columns().stream().allMatch(column -> old.add(column.key()));
        Set<List<String>> names = new HashSet<>();
        for (Series column : columns) {
            if (!names.add(column.key()) && unique) {
                throw options.wrong("two columns would be called \"" + column.name() + "\"");
            }
        }
        return before.with(columns);
    }
}
