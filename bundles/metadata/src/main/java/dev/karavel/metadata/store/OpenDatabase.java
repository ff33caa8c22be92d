package dev.karavel.metadata.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import org.apache.openjpa.persistence.PersistenceProviderImpl;
import org.osgi.service.jdbc.DataSourceFactory;

/** The metadata database with its schema up to date, ready for work. */
public final class OpenDatabase implements AutoCloseable {
    private static final Map<String, Object> SETTINGS = Map.of(
            "openjpa.Log", "slf4j",
            "openjpa.RuntimeUnenhancedClasses", "unsupported",
            "openjpa.DynamicEnhancementAgent", "false",
            // one statement per collection for all rows of an answer, however many they are
            "openjpa.jdbc.EagerFetchMode", "parallel",
            // its texts are not made anew when a list parameter has another length
            "openjpa.jdbc.QuerySQLCache", "false");

    private static final String DICTIONARY = "batchLimit=100,useGetStringForClobs=true,useSetStringForClobs=true";
    private static final String MYSQL_DICTIONARY =
            "mariadb(" + DICTIONARY + ",currentTimestampFunction=CURRENT_TIMESTAMP(6))";
    /** Whatever the server's own settings are. */
    private static final String MYSQL_SESSION =
            "set session time_zone = '+00:00', sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION'";

    private final HikariDataSource pool;
    private final EntityManagerFactory entities;
    private final Transactions transactions;

    private OpenDatabase(HikariDataSource pool, EntityManagerFactory entities, Turns turns, Clock clock) {
        this.pool = pool;
        this.entities = entities;
        transactions = new Transactions(entities, pool, turns, clock);
    }

    /** @throws SQLException if the database cannot be reached or does not let us in */
    static OpenDatabase open(DataSourceFactory driver, Login login, int poolSize, Clock clock)
            throws SQLException, LiquibaseException {
        DataSource source = driver.createDataSource(login.properties());
        try (Connection connection = source.getConnection()) {
            // Asked before there is a pool, since a pool would hide the reason behind its time-out.
            connection.isValid(5);
        }
        HikariDataSource pool =
                new HikariDataSource(pool(source, login.address().kind(), poolSize));
        try {
            Schema.update(pool);
            EntityManagerFactory entities = new PersistenceProviderImpl()
                    .createContainerEntityManagerFactory(
                            new PersistenceUnit(pool), settings(login.address().kind()));
            entities.createEntityManager().close();
            return new OpenDatabase(pool, entities, Turns.of(login.address()), clock);
        } catch (SQLException | LiquibaseException | RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    public Transactions transactions() {
        return transactions;
    }

    @Override
    public void close() {
        entities.close();
        pool.close();
    }

    private static Map<String, Object> settings(DatabaseAddress.Kind kind) {
        Map<String, Object> settings = new HashMap<>(SETTINGS);
        settings.put("openjpa.jdbc.DBDictionary", kind == DatabaseAddress.Kind.MYSQL ? MYSQL_DICTIONARY : DICTIONARY);
        return settings;
    }

    private static HikariConfig pool(DataSource source, DatabaseAddress.Kind kind, int size) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName("karavel-metadata");
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        if (kind == DatabaseAddress.Kind.MYSQL) {
            config.setConnectionInitSql(MYSQL_SESSION);
            // as with the others; InnoDB by itself would show a unit of work what was there when it began
            config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        }
        return config;
    }

    /** How to reach the database and as whom. */
    record Login(DatabaseAddress address, String user, String password) {
        Properties properties() {
            Properties properties = new Properties();
            properties.setProperty(DataSourceFactory.JDBC_URL, address.driverUrl());
            if (!user.isBlank()) {
                properties.setProperty(DataSourceFactory.JDBC_USER, user);
                properties.setProperty(DataSourceFactory.JDBC_PASSWORD, password);
            }
            return properties;
        }

        @Override
        public String toString() {
            return user + "@" + address;
        }
    }
}
