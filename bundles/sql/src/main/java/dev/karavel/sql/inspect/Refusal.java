package dev.karavel.sql.inspect;

/** Why typed SQL is not accepted, in words for the one who typed it. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }
}
