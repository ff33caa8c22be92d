package dev.karavel.sql.inspect;

import java.util.Comparator;
import java.util.List;

/** Other words for a part of a statement. */
record Edit(int start, int end, String words) {
    /** @param edits of parts that do not touch each other */
    static String applied(String sql, List<Edit> edits) {
        StringBuilder edited = new StringBuilder(sql);
        edits.stream()
                .sorted(Comparator.comparingInt(Edit::start).reversed())
                .forEach(edit -> edited.replace(edit.start(), edit.end(), edit.words()));
        return edited.toString();
    }
}
