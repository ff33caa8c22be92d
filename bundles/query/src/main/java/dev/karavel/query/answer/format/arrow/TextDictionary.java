package dev.karavel.query.answer.format.arrow;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The different texts of a column; grows from batch to batch. */
final class TextDictionary {
    /** Rows after which a column of ever other texts is known. */
    private static final int TRIED = 2_000;

    private final int id;
    private final Map<Object, Integer> places = new HashMap<>();
    private final List<Object> added = new ArrayList<>();
    private boolean begun;

    TextDictionary(int id) {
        this.id = id;
    }

    /** Whether indices and each text once are less than half of all texts. */
    static boolean pays(Object[] values, int count) {
        Set<Object> different = new HashSet<>();
        long all = 0;
        long once = 0;
        for (int i = 0; i < count; i++) {
            if (values[i] != null) {
                int length = values[i].toString().length();
                all += length;
                once += different.add(values[i]) ? length + Integer.BYTES : 0;
                if (i == TRIED && different.size() * 10 > TRIED * 9) {
                    return false;
                }
            }
        }
        return once * 2 <= all;
    }

    int id() {
        return id;
    }

    int[] indices(Object[] values, int count) {
        int[] indices = new int[count];
        for (int i = 0; i < count; i++) {
            Object value = values[i];
            if (value != null) {
                Integer place = places.get(value);
                if (place == null) {
                    place = places.size();
                    places.put(value, place);
                    added.add(value);
                }
                indices[i] = place;
            }
        }
        return indices;
    }

    /** Writes what came since the last time; at first even nothing, as readers wait for it. */
    void write(OutputStream out) throws IOException {
        if (begun && added.isEmpty()) {
            return;
        }
        Body body = new Body(added.size());
        Buffers.add(body, Kind.UTF8, added.toArray(), added.size());
        Messages.dictionary(out, id, body, begun);
        begun = true;
        added.clear();
    }
}
