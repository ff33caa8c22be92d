package dev.karavel.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.apache.karaf.shell.api.console.Session;

/** Where a new password comes from: an option, the input, or whoever sits at the terminal. */
final class Passwords {
    private Passwords() {}

    static String of(String option, boolean fromInput, Session session) throws IOException {
        if (option != null) {
            return option;
        }
        if (fromInput) {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            if (line == null || line.isEmpty()) {
                throw new IllegalArgumentException("The input holds no password: write it into its first line");
            }
            return line;
        }
        if (session.getTerminal() == null) {
            throw new IllegalArgumentException(
                    "There is no terminal to ask for the password: give --password-stdin and write it to the input");
        }
        String first = session.readLine("Password: ", '*');
        if (!first.equals(session.readLine("Again: ", '*'))) {
            throw new IllegalArgumentException("The two passwords differ: nothing was changed, try again");
        }
        return first;
    }
}
