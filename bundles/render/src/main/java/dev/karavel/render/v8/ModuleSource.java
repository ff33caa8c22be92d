package dev.karavel.render.v8;

import java.util.Optional;

/** Files of plugins by their address below {@code /plugins/}. Answers from memory. */
@FunctionalInterface
public interface ModuleSource {
    Optional<String> text(String path);
}
