package dev.karavel.render.v8;

import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.options.V8RuntimeOptions;
import java.util.Optional;

/** The native V8 of this platform, if there is one. */
final class Engine {
    /** At its own bound V8 ends the process: it is far beyond what a {@link Watch} lets pass. */
    private static final String FLAGS = "--max-old-space-size=1024 --max-semi-space-size=8";

    private Engine() {}

    /**
     * Loads it.
     *
     * @return why there is none; empty where there is
     */
    static Optional<String> start() {
        if (!V8RuntimeOptions.V8_FLAGS.isSealed()) {
            V8RuntimeOptions.V8_FLAGS.setCustomFlags(FLAGS);
        }
        try {
            return V8Host.getV8Instance().isLibraryLoaded()
                    ? Optional.empty()
                    : problem(V8Host.getV8Instance().getLastException());
        } catch (LinkageError e) {
            return problem(e);
        }
    }

    private static Optional<String> problem(Throwable why) {
        return Optional.of(String.format(
                "No V8 for %s on %s (%s)",
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                why == null ? "unknown reason" : why.getMessage()));
    }
}
