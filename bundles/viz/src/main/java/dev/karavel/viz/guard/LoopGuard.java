package dev.karavel.viz.guard;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;

/**
 * Puts a look at the clock into each loop of a plugin's script, so that one without an end throws, which its chart's card shows,
 * instead of freezing the page. Lines stay where they are. Changes heads of loops only:
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
    public static final String EDITION = "1";

    private static final int LARGEST = 256 << 10;
    private static final int LONGEST_MILLISECONDS = 3000;
    private static final String GUARD = "__karavel_guard__";

    private LoopGuard() {}

    /** Large files and those that say they are somebody else's are left alone: their loops are many, hot, and tested elsewhere. */
    public static boolean covers(String path, int size) {
        boolean script = path.endsWith(".js") || path.endsWith(".mjs");
        boolean foreign = path.contains("/vendor/") || path.endsWith(".min.js") || path.endsWith(".min.mjs");
        return script && !foreign && size <= LARGEST;
    }

    /** @param plugin how the error is to name it */
    public static byte[] guarded(byte[] script, String plugin) {
        String text = new String(script, StandardCharsets.UTF_8);
        String guarded = withChecks(text);
        return guarded.equals(text) ? script : (prologue(plugin) + guarded).getBytes(StandardCharsets.UTF_8);
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

    /**
     * Time counts from the first look in a turn: the page says by a number where it calls the plugin anew, and what the plugin
     * does by itself is a turn of the event loop.
     */
    private static String prologue(String plugin) {
        return "const " + GUARD + "=(()=>{let n=0,since=0,turn;const guard=()=>{if((++n&511)===0){"
                + "const now=performance.now(),called=globalThis.karavelTurn;"
                + "if(since===0||turn!==called){if(since===0)setTimeout(()=>{since=0},0);since=now;turn=called}"
                + "else if(now-since>" + LONGEST_MILLISECONDS
                + "){since=now;throw new RangeError('A loop of plugin '+" + quoted(plugin) + "+' ran longer than "
                + LONGEST_MILLISECONDS / 1000 + " seconds')}}return true};"
                + "guard.each=function*(all){for(const one of all){guard();yield one}};return guard})();";
    }

    private static String quoted(String text) {
        return "'" + text.replaceAll("[^\\w .-]", "_") + "'";
    }
}
