package dev.karavel.query.post;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Names of one level out of several, and the commas within them. */
final class Flattening {
    private static final String OPTION = "drop_levels";

    private Flattening() {}

    /**
     * {@code reset_index}, {@code drop_levels}: joins the parts of a name that are left with a comma and a blank. Superset
     * escapes commas within the parts and unescapes them in the answer; here they are left alone from the start.
     */
    static Step read(Options options) {
        options.known("reset_index", OPTION);
        boolean reset = options.flag("reset_index", true);
        List<String> dropped =
                options.values(OPTION).stream().map(String::valueOf).toList();
        return frame -> {
            Set<Integer> gone = new HashSet<>();
            if (frame.levels().size() > 1) {
                dropped.forEach(word -> gone.add(Renaming.level(frame, options, OPTION, word)));
            }
            if (!gone.isEmpty() && gone.size() == frame.levels().size()) {
                throw options.wrong(OPTION, "at least one level has to stay");
            }
            List<Series> columns = frame.columns().stream()
                    .map(column -> column.named(List.of(name(column.key(), gone))))
                    .toList();
            Frame flat = new Frame(frame.index(), columns, List.of(""), frame.rows());
            return reset ? flat.flat() : flat;
        };
    }

    private static String name(List<String> key, Set<Integer> gone) {
        List<String> parts = new ArrayList<>();
        for (int level = 0; level < key.size(); level++) {
            if (!gone.contains(level)) {
                parts.add(key.get(level));
            }
        }
        return parts.stream().filter(Objects::nonNull).collect(Collectors.joining(Series.SEPARATOR));
    }

    /** {@code sep}: a backslash before each separator in the columns' names. */
    static Step escape(Options options) {
        String mark = mark(options);
        return frame -> replaced(frame, mark, "\\" + mark);
    }

    /** {@code sep}: takes the backslashes away again. */
    static Step unescape(Options options) {
        String mark = mark(options);
        return frame -> replaced(frame, "\\" + mark, mark);
    }

    private static String mark(Options options) {
        String mark = options.known("sep").text("sep").orElse(Series.SEPARATOR).strip();
        if (mark.isEmpty()) {
            throw options.wrong("sep", "has to have something other than blanks");
        }
        return mark;
    }

    private static Frame replaced(Frame frame, String from, String to) {
        return frame.with(frame.columns().stream()
                .map(column -> column.named(column.key().stream()
                        .map(part -> part == null ? null : part.replace(from, to))
                        .collect(Collectors.toCollection(ArrayList::new))))
                .toList());
    }
}
