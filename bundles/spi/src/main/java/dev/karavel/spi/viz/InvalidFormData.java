package dev.karavel.spi.viz;

/** The settings of a chart cannot be made into a question: which control, what is wrong, what would be right. */
public class InvalidFormData extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String control;

    public InvalidFormData(String control, String message) {
        super(message);
        this.control = control;
    }

    public String control() {
        return control;
    }
}
