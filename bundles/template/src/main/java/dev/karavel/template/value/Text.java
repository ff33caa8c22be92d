package dev.karavel.template.value;

import dev.karavel.api.template.Outside;
import java.util.ArrayList;
import java.util.List;

/**
 * The three kinds of text: String, which the template's author wrote, {@link Outside}, and {@link Mixed}. What is made of a text
 * from outside is from outside; where the parts cannot be told apart any more, all of it is.
 */
public final class Text {
    private Text() {}

    public static boolean is(Object value) {
        return value instanceof String || value instanceof Outside || value instanceof Mixed;
    }

    public static boolean isSafe(Object value) {
        return value instanceof String;
    }

    /** The characters, whoever wrote them. */
    public static String raw(Object text) {
        if (text instanceof Mixed mixed) {
            StringBuilder all = new StringBuilder();
            mixed.pieces().forEach(piece -> all.append(raw(piece)));
            return all.toString();
        }
        return text instanceof Outside outside ? outside.text() : (String) text;
    }

    public static long length(Object text) {
        if (text instanceof Mixed mixed) {
            return mixed.pieces().stream().mapToLong(Text::length).sum();
        }
        return raw(text).length();
    }

    /** The result of something done to texts: safe only if all of them are. */
    public static Object like(String result, Object... sources) {
        for (Object source : sources) {
            if (source instanceof Outside || source instanceof Mixed) {
                return new Outside(result);
            }
        }
        return result;
    }

    /** One text of any kind to hand out of the engine. */
    public static Object flat(Object text) {
        return text instanceof Mixed ? new Outside(raw(text)) : text;
    }

    public static void append(List<Object> pieces, Object text) {
        if (text instanceof Mixed mixed) {
            mixed.pieces().forEach(piece -> append(pieces, piece));
        } else if (!raw(text).isEmpty()) {
            pieces.add(text);
        }
    }

    public static Object of(List<Object> pieces) {
        List<Object> all = new ArrayList<>();
        pieces.forEach(piece -> append(all, piece));
        if (all.stream().allMatch(String.class::isInstance)) {
            StringBuilder text = new StringBuilder();
            all.forEach(piece -> text.append((String) piece));
            return text.toString();
        }
        return all.size() == 1 ? all.get(0) : new Mixed(all);
    }
}
