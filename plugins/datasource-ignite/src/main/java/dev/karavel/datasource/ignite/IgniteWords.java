package dev.karavel.datasource.ignite;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says the same in words that Ignite's engine gets right, up to 2.17 at least. */
final class IgniteWords {
    /**
     * COUNT(*) beside COUNT(DISTINCT …) is an error there; NOT LIKE '%' holds for what is empty, because it is taken for IS NULL.
     */
    private static final Pattern PART = Pattern.compile(
            "(?<unlike>NOT\\s+LIKE\\s+(?:LOWER\\()?'%)'(?!')|(?<count>\\bCOUNT\\s*\\(\\s*\\*\\s*\\))"
                    + "|'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\"",
            Pattern.CASE_INSENSITIVE);

    private IgniteWords() {}

    static String of(String sql) {
        Matcher part = PART.matcher(sql);
        StringBuilder said = new StringBuilder();
        while (part.find()) {
            String words = part.group("count") != null
                    ? "COUNT(1)"
                    : part.group("unlike") != null ? part.group("unlike") + "%'" : part.group();
            part.appendReplacement(said, Matcher.quoteReplacement(words));
        }
        return part.appendTail(said).toString();
    }
}
