package dev.karavel.render.v8;

import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.options.V8RuntimeOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The native V8 of this platform, if there is one. */
final class Engine {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    /** At its own bound V8 ends the process: it is far beyond what a {@link Watch} lets pass. */
    private static final String FLAGS = "--max-old-space-size=1024 --max-semi-space-size=8";

    private Engine() {}

    /**
     * Loads it.
     *
     * @return whether there is one; if not, the log says once what that means
     */
    static boolean start() {
        if (!V8RuntimeOptions.V8_FLAGS.isSealed()) {
            V8RuntimeOptions.V8_FLAGS.setCustomFlags(FLAGS);
        }
        try {
            if (V8Host.getV8Instance().isLibraryLoaded()) {
                return true;
            }
            tell(V8Host.getV8Instance().getLastException());
        } catch (LinkageError e) {
            tell(e);
        }
        return false;
    }

    private static void tell(Throwable why) {
        LOG.warn(
                "No V8 for {} on {}: in pictures and mails charts are tables ({})",
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                why == null ? "unknown reason" : why.getMessage());
    }
}
