package dev.karavel.datasource.sqlite;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in double quotes as names in backticks: SQLite takes an unknown name in double quotes for a text, without a word. */
final class SqliteNames {
    private static final Pattern PART = Pattern.compile("(?<name>\"(?:[^\"]|\"\")*+\")"
            + "|'(?:[^']|'')*+'|`(?:[^`]|``)*+`|\\[[^]]*+]|--[^\\n]*+|/\\*(?s:.)*?\\*/");

    private SqliteNames() {}

    static String of(String sql) {
        Matcher part = PART.matcher(sql);
        StringBuilder said = new StringBuilder();
        while (part.find()) {
            String name = part.group("name");
            String words = name == null
                    ? part.group()
                    : '`'
                            + name.substring(1, name.length() - 1)
                                    .replace("\"\"", "\"")
                                    .replace("`", "``")
                            + '`';
            part.appendReplacement(said, Matcher.quoteReplacement(words));
        }
        return part.appendTail(said).toString();
    }
}
