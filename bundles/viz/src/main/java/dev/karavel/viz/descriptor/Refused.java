package dev.karavel.viz.descriptor;

/** A plugin, or a part of it, that cannot be used: which file, which field, what is wrong. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    public Refused(String file, String field, String message) {
        super(file + ": " + (field.isEmpty() ? "" : field + ": ") + message);
    }
}
