package dev.karavel.query.post;

/** A step whose options were read and found right. Pure, safe for several threads. */
@FunctionalInterface
public interface Step {
    Frame apply(Frame frame);

    /** Reads the options of a step and refuses those that can be known to be wrong before there are rows. */
    @FunctionalInterface
    interface Reader {
        Step read(Options options);
    }
}
