package dev.karavel.metadata.store;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.core.DerbyDatabase;
import liquibase.database.core.MySQLDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the tables to what this version's entities expect. */
final class Schema {
    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);
    private static final String CHANGES = "db/changelog.xml";
    private static final String RECORD = "databasechangelog";
    private static final String RECORD_LOCK = "databasechangeloglock";

    private Schema() {}

    static void update(DataSource source) throws SQLException, LiquibaseException {
        List<String> wanted = changeSets();
        try (Connection connection = source.getConnection()) {
            Set<String> missing = missing(connection, wanted);
            if (missing.isEmpty()) {
                return;
            }
            try (SchemaLock lock = SchemaLock.on(connection)) {
                // While we waited for the lock another node may have done it.
                missing = missing(connection, wanted);
                if (!missing.isEmpty()) {
                    long start = System.nanoTime();
                    if (lock.exclusive()) {
                        forgetLock(connection);
                    }
                    run(connection);
                    LOG.info(
                            "{} change sets applied in {} ms", missing.size(), (System.nanoTime() - start) / 1_000_000);
                }
            }
        }
    }

    /** Ids of all change sets, those of included files too. */
    static List<String> changeSets() {
        List<String> ids = new ArrayList<>(Resources.attributes(CHANGES, "changeSet", "id"));
        Resources.attributes(CHANGES, "include", "file")
                .forEach(file -> ids.addAll(Resources.attributes(file, "changeSet", "id")));
        return ids;
    }

    /** A glance at the record, since Liquibase itself needs a second to find out that there is nothing to do. */
    private static Set<String> missing(Connection connection, List<String> wanted) throws SQLException {
        Set<String> missing = new HashSet<>(wanted);
        if (!exists(connection, RECORD)) {
            return missing;
        }
        Set<String> unknown = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id from " + RECORD)) {
            while (rows.next()) {
                String id = rows.getString(1);
                if (!missing.remove(id) && !wanted.contains(id)) {
                    unknown.add(id);
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("The metadata database was brought further by a newer Karavel (" + unknown
                    + "): start that version, or restore a backup made before the upgrade");
        }
        return missing;
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        String name = about.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
        try (ResultSet tables =
                about.getTables(connection.getCatalog(), connection.getSchema(), name, new String[] {"TABLE"})) {
            return tables.next();
        }
    }

    /** Frees a lock whose owner was killed; only for who knows that nobody is at work. */
    private static void forgetLock(Connection connection) throws SQLException {
        if (exists(connection, RECORD_LOCK)) {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(
                        "update " + RECORD_LOCK + " set locked = false, lockgranted = null, lockedby = null");
            }
        }
    }

    private static void run(Connection connection) throws LiquibaseException {
        ClassLoader library = Liquibase.class.getClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(library);
        try {
            Scope.child(surroundings(library), () -> {
                Database database =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                if (database instanceof DerbyDatabase derby) {
                    derby.setShutdownEmbeddedDerby(false);
                }
                if (database instanceof MySQLDatabase) {
                    // names of tables are files there
                    database.setDatabaseChangeLogTableName(RECORD);
                    database.setDatabaseChangeLogLockTableName(RECORD_LOCK);
                }
                ClassLoader ours = Schema.class.getClassLoader();
                Liquibase liquibase = new Liquibase(CHANGES, new ClassLoaderResourceAccessor(ours), database);
                liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
                if (database instanceof MySQLDatabase) {
                    liquibase
                            .getDatabaseChangeLog()
                            .getChangeSets()
                            .forEach(set -> set.addSqlVisitor(new MysqlTables()));
                }
                liquibase.update(new Contexts(), new LabelExpression());
            });
        } catch (LiquibaseException e) {
            throw e;
        } catch (Exception e) {
            throw new LiquibaseException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Map<String, Object> surroundings(ClassLoader library) {
        Map<String, Object> scope = new HashMap<>();
        scope.put(Scope.Attr.classLoader.name(), library);
        scope.put(Scope.Attr.ui.name(), new LoggerUIService());
        // it would tell its makers that it ran
        scope.put("liquibase.analytics.enabled", false);
        return scope;
    }
}
