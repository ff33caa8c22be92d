package dev.karavel.secrets;

/** Why the server must not start: one paragraph for the one who starts it. */
final class StartRefused extends Exception {
    private static final long serialVersionUID = 1L;

    StartRefused(String paragraph) {
        super(paragraph);
    }
}
