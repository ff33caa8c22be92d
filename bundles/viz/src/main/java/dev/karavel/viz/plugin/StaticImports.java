package dev.karavel.viz.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which scripts of a plugin come with one of them. Browsers learn of imports file after file; told before, they fetch all of them at
 * once. It is a hint: what is missed here is found later, and what is not there is left out.
 */
final class StaticImports {
    private static final int MOST = 200;
    private static final Pattern IMPORT = Pattern.compile(
            "(?:^|[;}\\s])(?:import|export)\\b\\s*(?:[\\w$*{}\\s,]*?\\bfrom\\s*)?[\"'](\\.{1,2}/[^\"'\\\\]{1,200})[\"']");

    private StaticImports() {}

    /** Paths of what {@code entry} imports, and of what those import, in the order of their distance; without itself. */
    static List<String> of(String entry, Map<String, byte[]> files) {
        Set<String> found = new LinkedHashSet<>(List.of(entry));
        Deque<String> unread = new ArrayDeque<>(found);
        while (!unread.isEmpty() && found.size() <= MOST) {
            String path = unread.pop();
            Matcher matcher = IMPORT.matcher(new String(files.get(path), UTF_8));
            while (matcher.find()) {
                String other = resolve(path, matcher.group(1));
                if (files.containsKey(other) && found.add(other)) {
                    unread.add(other);
                }
            }
        }
        found.remove(entry);
        return new ArrayList<>(found);
    }

    private static String resolve(String path, String reference) {
        try {
            return URI.create("/" + path)
                    .resolve(reference)
                    .normalize()
                    .getPath()
                    .substring(1);
        } catch (IllegalArgumentException e) {
            // No address at all: the browser will say so.
            return "";
        }
    }
}
