package dev.karavel.web.dataset;

import dev.karavel.spi.data.ColumnType;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What people mean by the type they give a calculated column; the warehouse has none for it. */
final class TypeWords {
    private static final Map<Pattern, ColumnType> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put(Pattern.compile("bool(ean)?|bit"), ColumnType.BOOLEAN);
        WORDS.put(Pattern.compile("date"), ColumnType.DATE);
        WORDS.put(Pattern.compile("(small)?datetime.*|timestamp.*"), ColumnType.TIMESTAMP);
        WORDS.put(Pattern.compile("(tiny|small|medium|big|huge)?int(eger)?\\d*|long"), ColumnType.INTEGER);
        WORDS.put(
                Pattern.compile("(numeric|number|decimal|float|double|real)\\d*( precision)?(\\(.*\\))?"),
                ColumnType.DECIMAL);
    }

    private TypeWords() {}

    /** TEXT for a word nobody knows. */
    static ColumnType of(String word) {
        String plain = word.trim().toLowerCase(Locale.ROOT);
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(plain).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(ColumnType.TEXT);
    }
}
