package dev.karavel.metadata.store;

import dev.karavel.vendor.derby.EmbeddedDerby;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import liquibase.exception.LiquibaseException;
import org.osgi.service.jdbc.DataSourceFactory;
import org.postgresql.osgi.PGDataSourceFactory;

/** Opens metadata databases for tests. */
public final class TestDatabase {
    private static final DataSourceFactory DERBY = new EmbeddedDerby();

    private TestDatabase() {}

    public static OpenDatabase inMemory() {
        return open(DERBY, "jdbc:derby:memory:" + UUID.randomUUID() + ";create=true", "");
    }

    public static OpenDatabase in(Path folder) {
        return open(DERBY, "jdbc:derby:" + folder + ";create=true", "");
    }

    /** A new, empty database on a real server. */
    public static OpenDatabase on(RealPostgres server) {
        return open(new PGDataSourceFactory(), server.newDatabase(), "postgres");
    }

    static OpenDatabase open(DataSourceFactory driver, String url, String user) {
        try {
            return OpenDatabase.open(
                    driver, new OpenDatabase.Login(new DatabaseAddress(url), user, ""), 5, Clock.systemUTC());
        } catch (SQLException | LiquibaseException e) {
            throw new IllegalStateException(url, e);
        }
    }
}
