package dev.karavel.metadata.store;

import dev.karavel.servers.RealMariaDb;
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

    /** The database of that name on the real MariaDB of this JVM; made if it is not there. */
    public static OpenDatabase onMariaDb(String name) {
        SharedMariaDb.execute("create database if not exists " + name);
        return open(new MariaDbDriver(), SharedMariaDb.url(name), RealMariaDb.USER, RealMariaDb.PASSWORD);
    }

    static OpenDatabase open(DataSourceFactory driver, String url, String user) {
        return open(driver, url, user, "");
    }

    private static OpenDatabase open(DataSourceFactory driver, String url, String user, String password) {
        try {
            return OpenDatabase.open(
                    driver, new OpenDatabase.Login(new DatabaseAddress(url), user, password), 5, Clock.systemUTC());
        } catch (SQLException | LiquibaseException e) {
            throw new IllegalStateException(url, e);
        }
    }
}
