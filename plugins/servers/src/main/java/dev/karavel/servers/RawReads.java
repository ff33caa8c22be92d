package dev.karavel.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What reading a result costs by itself: for measurements that are not written in Java. Each line of input is a statement; it is
 * run, every value of every row is fetched, and a line of JSON with the milliseconds and the rows is printed.
 */
public final class RawReads {
    private static final int ROWS_AT_A_TIME = 5_000;
    private static final double NANOS = 1e6;

    private RawReads() {}

    /** @param arguments JDBC address, user, password */
    public static void main(String[] arguments) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(arguments[0], arguments[1], arguments[2]);
                BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            connection.setAutoCommit(false);
            for (String sql = lines.readLine(); sql != null; sql = lines.readLine()) {
                long begin = System.nanoTime();
                long rows = read(connection, sql);
                double milliseconds = (System.nanoTime() - begin) / NANOS;
                connection.rollback();
                System.out.println("{\"ms\":" + milliseconds + ",\"rows\":" + rows + "}");
            }
        }
    }

    private static long read(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet result = statement.executeQuery(sql)) {
                int columns = result.getMetaData().getColumnCount();
                long rows = 0;
                while (result.next()) {
                    for (int i = 1; i <= columns; i++) {
                        result.getObject(i);
                    }
                    rows++;
                }
                return rows;
            }
        }
    }
}
