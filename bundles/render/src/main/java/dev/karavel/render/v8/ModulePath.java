package dev.karavel.render.v8;

import java.util.ArrayDeque;
import java.util.Deque;

/** Where a relative import leads: {@code <plugin>/<version>/<path>}, never out of the plugin's own folder. */
final class ModulePath {
    private static final int OWN_FOLDER = 2;

    private ModulePath() {}

    static String of(String specifier, String from) {
        if (!specifier.startsWith("./") && !specifier.startsWith("../")) {
            throw new IllegalStateException(from + " imports \"" + specifier
                    + "\"; only relative imports of the plugin's own files are served");
        }
        Deque<String> path = new ArrayDeque<>(java.util.List.of(from.split("/")));
        path.removeLast();
        for (String step : specifier.split("/")) {
            if (step.equals("..")) {
                if (path.size() <= OWN_FOLDER) {
                    throw new IllegalStateException(
                            from + " imports \"" + specifier + "\", which leads out of the plugin");
                }
                path.removeLast();
            } else if (!step.equals(".") && !step.isEmpty()) {
                path.addLast(step);
            }
        }
        return String.join("/", path);
    }
}
