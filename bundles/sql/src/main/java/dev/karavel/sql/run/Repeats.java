package dev.karavel.sql.run;

import java.util.HashMap;
import java.util.Map;

/** Keeps one object of texts that come again and again, so that a column of few texts takes little memory. For one column. */
final class Repeats {
    private static final int TRIED = 1_000;
    private static final int MOST = 4_000;

    private final Map<String, String> known = new HashMap<>();
    private int seen;
    private boolean off;

    Object once(Object value) {
        if (off || !(value instanceof String text)) {
            return value;
        }
        String first = known.putIfAbsent(text, text);
        seen++;
        // a column of ever other texts is not worth the look
        off = known.size() >= MOST || seen == TRIED && known.size() > TRIED / 2;
        return first == null ? text : first;
    }
}
