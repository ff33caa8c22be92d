package dev.karavel.sqllab;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lays statements out for reading: a line per clause and per item of a list, words of SQL in capitals. Nothing but white space and the
 * case of those words changes; texts, names in quotes, comments and templates stay letter by letter.
 */
final class Layout {
    private static final String INDENT = "  ";
    private static final Pattern TOKEN = Pattern.compile(
            "(?<comment>--[^\n]*|/\\*.*?\\*/)"
                    + "|(?<kept>\\{\\{.*?}}|\\{%.*?%}|\\{#.*?#}|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`[^`]*`"
                    + "|\\$(?<tag>[A-Za-z_]*)\\$.*?\\$\\k<tag>\\$)"
                    + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*)"
                    + "|(?<sign><=>|->>|#>>|<=|>=|<>|!=|\\|\\||::|:=|->|#>|@>|<@|&&|[^\\s\\p{L}\\p{N}_'\"`])"
                    + "|(?<number>\\d[\\w.]*)"
                    + "|(?<other>['\"`$].*)",
            Pattern.DOTALL);
    private static final Set<String> CLAUSES =
            words("select from where having limit offset union intersect except values set with insert update delete"
                    + " returning window qualify fetch create drop alter truncate merge");
    private static final Set<String> JOINS = words("join left right full inner cross outer natural");
    private static final Set<String> LISTS = words("select group order set returning");
    private static final Set<String> OTHERS = words(
            "as on and or not in is null like ilike between exists case when then else end distinct all asc desc by using over"
                    + " partition rows range unbounded preceding following current row interval cast true false any some lateral"
                    + " recursive into table view nulls first last group order filter within escape similar to if");

    private final StringBuilder out = new StringBuilder();
    private final Deque<Boolean> brackets = new ArrayDeque<>();
    private final Deque<Boolean> lists = new ArrayDeque<>();
    private int depth;
    private String before = "";
    private boolean list;
    private boolean fresh = true;
    private boolean between;

    private Layout() {}

    static String of(String sql) {
        Layout layout = new Layout();
        Matcher tokens = TOKEN.matcher(sql);
        while (tokens.find()) {
            layout.token(tokens);
        }
        return layout.out.toString().strip();
    }

    private void token(Matcher token) {
        String text = token.group();
        if (token.group("comment") != null) {
            put(text);
            line();
        } else if (token.group("word") != null) {
            word(text);
        } else if (token.group("sign") != null) {
            sign(text);
        } else {
            put(text);
        }
        before = token.group("word") == null ? text : text.toLowerCase(Locale.ROOT);
    }

    private void word(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        boolean name = before.equals(".");
        if (before.equals("(") && (word.equals("select") || word.equals("with") || word.equals("values"))) {
            brackets.pop();
            brackets.push(false);
        }
        boolean clause = CLAUSES.contains(word) && !(word.equals("from") && (inCall() || before.equals("delete")));
        boolean by = (word.equals("group") || word.equals("order")) && !inCall();
        boolean join = JOINS.contains(word) && !JOINS.contains(before) && !inCall();
        boolean and = (word.equals("and") || word.equals("or")) && !inCall();
        if (name) {
            put(text);
        } else if (clause && !inCall() || by) {
            line();
            put(text.toUpperCase(Locale.ROOT));
            list = LISTS.contains(word);
            if (word.equals("select") || word.equals("set")) {
                item();
            }
        } else if (join) {
            line();
            put(text.toUpperCase(Locale.ROOT));
        } else if (and && !(word.equals("and") && between)) {
            line();
            out.append(INDENT);
            put(text.toUpperCase(Locale.ROOT));
        } else {
            boolean known = OTHERS.contains(word) || CLAUSES.contains(word) || JOINS.contains(word);
            put(known ? text.toUpperCase(Locale.ROOT) : text);
            if (word.equals("by") && list && !inCall()) {
                item();
            }
        }
        between = word.equals("between") || between && !word.equals("and");
    }

    private void sign(String text) {
        switch (text) {
            case ";" -> {
                tight(text);
                depth = 0;
                brackets.clear();
                lists.clear();
                out.append("\n\n");
                fresh = true;
            }
            case "(" -> open();
            case ")" -> close();
            case "," -> {
                tight(text);
                if (list && !inCall()) {
                    item();
                }
            }
            case ".", "::" -> tight(text);
            default -> put(text);
        }
    }

    private void open() {
        boolean call =
                before.matches("[\\p{L}_][\\p{L}\\p{N}_$]*") && !OTHERS.contains(before) && !CLAUSES.contains(before);
        if (call || before.equals("}}")) {
            tight("(");
        } else {
            put("(");
        }
        brackets.push(true);
        lists.push(list);
        depth++;
    }

    private void close() {
        boolean statement = !brackets.isEmpty() && !brackets.pop();
        depth = Math.max(0, depth - 1);
        if (statement) {
            line();
            put(")");
        } else {
            tight(")");
        }
        list = !lists.isEmpty() && lists.pop();
    }

    /** Within brackets that hold no statement. */
    private boolean inCall() {
        return !brackets.isEmpty() && brackets.peek();
    }

    private void item() {
        line();
        out.append(INDENT);
    }

    private void line() {
        while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
        if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
        out.append(INDENT.repeat(depth));
        fresh = true;
    }

    private void put(String text) {
        boolean tight = fresh || before.equals("(") || before.equals(".") || before.equals("::") || before.isEmpty();
        if (!tight) {
            out.append(' ');
        }
        out.append(text);
        fresh = false;
    }

    private void tight(String text) {
        out.append(text);
        fresh = false;
    }

    private static Set<String> words(String text) {
        return List.of(text.split(" ")).stream().collect(Collectors.toUnmodifiableSet());
    }
}
