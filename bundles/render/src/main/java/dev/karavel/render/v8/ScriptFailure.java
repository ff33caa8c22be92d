package dev.karavel.render.v8;

/** A script that could not be loaded, threw, or was stopped. The message may be shown. */
public final class ScriptFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean fatal;

    ScriptFailure(String message, boolean fatal, Throwable cause) {
        super(message, cause);
        this.fatal = fatal;
    }

    /** Whether the isolate it ran in is of no more use. */
    public boolean fatal() {
        return fatal;
    }
}
