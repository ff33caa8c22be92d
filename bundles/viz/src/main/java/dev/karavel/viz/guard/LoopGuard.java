package dev.karavel.viz.guard;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;

/**
 * Puts a look at the clock into each loop of a plugin's script, so that one without an end throws, which its chart's card shows,
 * instead of freezing the page; leaves out comments. Lines stay where they are. Of code it changes heads of loops only:
 *
 * <pre>
 * while (a)            → while (guard() &amp;&amp; (a))
 * for (…; a; …)        → for (…; guard() &amp;&amp; (a); …)
 * for (x of y) { … }   → for (x of y) { guard(); … }
 * for (x of y) …       → for (x of guard.each(y)) …
 * </pre>
 */
public final class LoopGuard {
    /** Part of the address of guarded files: another guard, another address. */
    public static final String EDITION = "3";

    private static final int LARGEST = 256 << 10;
    private static final String GUARD = "__karavel_guard__";

    private LoopGuard() {}

    /** Large files and those that say they are somebody else's are left alone: their loops are many, hot, and tested elsewhere. */
    public static boolean covers(String path, int size) {
        boolean script = path.endsWith(".js") || path.endsWith(".mjs");
        boolean foreign = ("/" + path).contains("/vendor/") || path.endsWith(".min.js") || path.endsWith(".min.mjs");
        return script && !foreign && size <= LARGEST;
    }

    /** @param plugin how the error is to name it */
    public static byte[] guarded(byte[] script, String plugin) {
        String bare = Tokens.withoutComments(new String(script, StandardCharsets.UTF_8));
        String guarded = withChecks(bare);
        return (guarded.equals(bare) ? bare : prologue(plugin) + guarded).getBytes(StandardCharsets.UTF_8);
    }

    static String withChecks(String script) {
        List<Token> tokens = Tokens.of(script);
        TreeMap<Integer, String> inserted = new TreeMap<>();
        for (int at = 0; at < tokens.size(); at++) {
            if (!loops(tokens, at)) {
                continue;
            }
            int first = tokens.get(at + 1).is("await") ? at + 2 : at + 1;
            if (first < tokens.size() && tokens.get(first).is("(")) {
                Head head = Head.of(tokens, first);
                if (head != null) {
                    head.insert(GUARD, tokens.get(at).is("while"), inserted);
                }
            }
        }
        StringBuilder result = new StringBuilder(script);
        inserted.descendingMap().forEach(result::insert);
        return result.toString();
    }

    private static boolean loops(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        boolean word = token.kind() == Token.Kind.WORD && (token.is("for") || token.is("while"));
        return word && at + 1 < tokens.size() && (at == 0 || !tokens.get(at - 1).is("."));
    }

    /** The page holds the clock (`loopGuard.ts` of the ui); where there is no page, as in a worker, loops are as they were. */
    private static String prologue(String plugin) {
        return "const " + GUARD + "=globalThis.karavelGuard?.(" + quoted(plugin)
                + ")??Object.assign(()=>true,{each:all=>all});";
    }

    private static String quoted(String text) {
        return "'" + text.replaceAll("[^\\w .-]", "_") + "'";
    }
}
