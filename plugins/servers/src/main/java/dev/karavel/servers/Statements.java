package dev.karavel.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs the statement that is its input: for measurements and tests that are not written in Java. */
public final class Statements {
    private Statements() {}

    /** @param arguments JDBC address, user, password */
    public static void main(String[] arguments) throws SQLException, IOException {
        String sql = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        try (Connection connection = DriverManager.getConnection(arguments[0], arguments[1], arguments[2]);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
