package dev.karavel.web.rison;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.web.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads the query language of Superset's lists: Rison, {@code (filters:!((col:id,opr:eq,value:1)),page:0)}. JSON is taken too.
 * Values are String, Long, Double, Boolean, null, List and Map.
 */
public final class Rison {
    private static final int LONGEST = 100_000;
    private static final int DEEPEST = 32;
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,17})");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,30})(\\.\\d{1,30})?([eE]-?\\d{1,3})?");
    private static final String ENDS_WORD = " '!:(),*@$";

    private final String text;
    private int at;

    private Rison(String text) {
        this.text = text;
    }

    /** @throws KaravelException INVALID_REQUEST that names the place */
    public static Object parse(String text) {
        if (text.length() > LONGEST) {
            throw new KaravelException(
                    ErrorCode.TOO_LARGE, "q", "The query is longer than " + LONGEST + " characters", null);
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            return json(text);
        }
        Rison rison = new Rison(text);
        Object value = rison.value(0);
        if (rison.at != text.length()) {
            throw rison.wrong("the end");
        }
        return value;
    }

    private static Object json(String text) {
        try {
            return Json.mapper().readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw new KaravelException(ErrorCode.INVALID_REQUEST, "q", "The query is no valid JSON" + Json.place(e), e);
        }
    }

    private Object value(int depth) {
        if (depth > DEEPEST) {
            throw KaravelException.invalid("q", "The query is nested deeper than " + DEEPEST + " levels");
        }
        return switch (peek()) {
            case '(' -> object(depth);
            case '\'' -> quoted();
            case '!' -> special(depth);
            default -> word();
        };
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> result = new LinkedHashMap<>();
        at++;
        if (take(')')) {
            return result;
        }
        do {
            String key = peek() == '\'' ? quoted() : String.valueOf(rawWord());
            if (!take(':')) {
                throw wrong("a colon");
            }
            result.put(key, value(depth + 1));
        } while (take(','));
        if (!take(')')) {
            throw wrong("a comma or )");
        }
        return result;
    }

    private Object special(int depth) {
        at++;
        char sign = peek();
        at++;
        return switch (sign) {
            case 't' -> Boolean.TRUE;
            case 'f' -> Boolean.FALSE;
            case 'n' -> null;
            case '(' -> list(depth);
            default -> {
                at--;
                throw wrong("t, f, n or ( after !");
            }
        };
    }

    private List<Object> list(int depth) {
        List<Object> result = new ArrayList<>();
        if (take(')')) {
            return result;
        }
        do {
            result.add(value(depth + 1));
        } while (take(','));
        if (!take(')')) {
            throw wrong("a comma or )");
        }
        return result;
    }

    private String quoted() {
        StringBuilder result = new StringBuilder();
        at++;
        while (!take('\'')) {
            if (take('!')) {
                char escaped = peek();
                if (escaped != '!' && escaped != '\'') {
                    throw wrong("! or ' after ! in a text");
                }
            } else {
                peek();
            }
            result.append(text.charAt(at++));
        }
        return result.toString();
    }

    private Object word() {
        String word = rawWord();
        if (WHOLE.matcher(word).matches()) {
            return Long.valueOf(word);
        }
        return NUMBER.matcher(word).matches() ? (Object) Double.valueOf(word) : word;
    }

    private String rawWord() {
        int start = at;
        while (at < text.length() && ENDS_WORD.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (start == at) {
            throw wrong("a value");
        }
        return text.substring(start, at);
    }

    private boolean take(char wanted) {
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong("more");
        }
        return text.charAt(at);
    }

    private KaravelException wrong(String expected) {
        return KaravelException.invalid(
                "q", "The query is no valid Rison: expected " + expected + " at character " + (at + 1));
    }
}
