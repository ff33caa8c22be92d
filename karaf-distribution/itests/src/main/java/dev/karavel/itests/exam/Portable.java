package dev.karavel.itests.exam;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;

/** Failures travel to the host serialised, where only the types of Java and JUnit are known. */
final class Portable {
    private Portable() {}

    static Throwable of(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            String type = each.getClass().getName();
            if (!type.startsWith("java.") && !type.startsWith("org.opentest4j.") && !type.startsWith("org.junit.")) {
                return flat(failure);
            }
        }
        try (ObjectOutputStream out = new ObjectOutputStream(OutputStream.nullOutputStream())) {
            out.writeObject(failure);
            return failure;
        } catch (IOException e) {
            return flat(failure);
        }
    }

    private static Throwable flat(Throwable failure) {
        AssertionError same = new AssertionError(failure.toString());
        same.setStackTrace(failure.getStackTrace());
        if (failure.getCause() != null && failure.getCause() != failure) {
            same.initCause(flat(failure.getCause()));
        }
        return same;
    }
}
