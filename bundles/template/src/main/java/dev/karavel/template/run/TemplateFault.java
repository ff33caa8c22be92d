package dev.karavel.template.run;

/** What is wrong with a template, and where. */
public final class TemplateFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;

    public TemplateFault(int line, String message) {
        super(message, null, false, false);
        this.line = line;
    }

    /** Where nobody knows the line yet. */
    public TemplateFault(String message) {
        this(0, message);
    }

    public int line() {
        return line;
    }
}
