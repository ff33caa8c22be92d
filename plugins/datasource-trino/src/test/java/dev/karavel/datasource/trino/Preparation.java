package dev.karavel.datasource.trino;

import dev.karavel.servers.trino.RealTrino;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** What is in the server before the plugin comes. */
final class Preparation {
    /** Minutes of counting. */
    static final String SLOW = "SELECT COUNT(*) FROM UNNEST(sequence(1, 10000)) a(x), UNNEST(sequence(1, 10000)) b(y),"
            + " UNNEST(sequence(1, 10000)) c(z) WHERE x * y + z < 0";

    private Preparation() {}

    static void run(RealTrino server, List<String> statements) throws IOException, SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", RealTrino.USER);
        try (UnlistedDriver driver = new UnlistedDriver();
                Connection connection =
                        driver.connect("jdbc:trino://127.0.0.1:" + server.port() + "/memory/default", properties);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
