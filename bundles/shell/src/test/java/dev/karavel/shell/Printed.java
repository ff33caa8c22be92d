package dev.karavel.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.karaf.shell.api.action.Action;

/** Runs a command as the shell does: with the standard streams in its hands. */
final class Printed {
    private Printed() {}

    static String by(Action command) throws Exception {
        return by(command, "");
    }

    static String by(Action command, String input) throws Exception {
        PrintStream output = System.out;
        InputStream before = System.in;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            command.execute();
        } finally {
            System.setOut(output);
            System.setIn(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
