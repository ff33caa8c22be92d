package dev.karavel.render.browser;

/** A browser that did not give a picture; the message says why, in words an operator understands. */
public final class BrowserFailure extends Exception {
    private static final long serialVersionUID = 1L;

    public BrowserFailure(String message) {
        super(message);
    }

    BrowserFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
