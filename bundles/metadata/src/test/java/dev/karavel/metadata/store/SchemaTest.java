package dev.karavel.metadata.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.karavel.servers.RealMariaDb;
import dev.karavel.vendor.derby.EmbeddedDerby;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;
import org.osgi.service.jdbc.DataSourceFactory;
import org.postgresql.ds.PGSimpleDataSource;

class SchemaTest {
    private static final int CHANGE_SETS = Schema.changeSets().size();

    private static RealPostgres server;

    @BeforeAll
    static void startServer() {
        server = RealPostgres.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void aLockLeftByAKilledProcessHoldsNobodyUp() throws Exception {
        for (DataSource database : new DataSource[] {derby(), postgres(), mariaDb()}) {
            Schema.update(database);
            execute(database, "update databasechangeloglock set locked = true, lockedby = 'somebody dead'");
            execute(database, "delete from databasechangelog where id = '0004-action-log'");
            execute(database, "drop table logs");
            Schema.update(database);
            assertThat(count(database, "logs")).isZero();
            assertThat(count(database, "databasechangelog")).isEqualTo(CHANGE_SETS);
        }
    }

    @Test
    void nodesThatStartTogetherMakeTheTablesOnce() throws Exception {
        for (DataSource database : new DataSource[] {postgres(), mariaDb()}) {
            twice(database);
        }
    }

    private static void twice(DataSource database) throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Future<Void> one = nodes.submit(() -> update(database));
            Future<Void> two = nodes.submit(() -> update(database));
            one.get();
            two.get();
        } finally {
            nodes.shutdown();
        }
        assertThat(count(database, "databasechangelog")).isEqualTo(CHANGE_SETS);
    }

    /** MySQL ends a transaction by itself when a table is made. */
    @Test
    void tablesLeftHalfMadeAreToldToTheOperator() throws Exception {
        DataSource database = mariaDb();
        Schema.update(database);
        execute(database, "delete from databasechangelog where id = '0004-action-log'");
        OpenDatabase.Login login =
                new OpenDatabase.Login(new DatabaseAddress(SharedMariaDb.url("x")), RealMariaDb.USER, "");
        assertThat(Refusal.explained(catchThrowable(() -> Schema.update(database)), login))
                .contains("half made", "logs");
    }

    @Test
    void aDatabaseOfANewerServerIsRefused() throws Exception {
        DataSource database = derby();
        Schema.update(database);
        execute(database, "update databasechangelog set id = '9999-of-tomorrow' where id = '0004-action-log'");
        assertThatThrownBy(() -> Schema.update(database))
                .hasMessageContaining("newer")
                .hasMessageContaining("9999");
    }

    private static Void update(DataSource database) throws Exception {
        Schema.update(database);
        return null;
    }

    private static DataSource derby() {
        Properties settings = new Properties();
        settings.setProperty(DataSourceFactory.JDBC_URL, "jdbc:derby:memory:" + UUID.randomUUID() + ";create=true");
        return new EmbeddedDerby().createDataSource(settings);
    }

    private static DataSource postgres() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(server.newDatabase());
        database.setUser("postgres");
        return database;
    }

    private static DataSource mariaDb() throws SQLException {
        MariaDbDataSource database =
                new MariaDbDataSource(SharedMariaDb.newDatabase().replace("jdbc:mysql:", "jdbc:mariadb:"));
        database.setUser(RealMariaDb.USER);
        database.setPassword(RealMariaDb.PASSWORD);
        return database;
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().executeUpdate(sql);
        }
    }

    private static int count(DataSource database, String table) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet rows = connection.createStatement().executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
