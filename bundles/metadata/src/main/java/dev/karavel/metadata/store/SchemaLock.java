package dev.karavel.metadata.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;

/**
 * One node at a time changes the schema. Liquibase's own lock is a row that stays when its process is killed; this one ends
 * with its connection, so who holds it knows that a row it finds is a leftover.
 */
final class SchemaLock implements AutoCloseable {
    private static final long KEY = 5_272_746_851L;

    private final Connection connection;
    private final String release;
    private final boolean exclusive;

    private SchemaLock(Connection connection, String release, boolean exclusive) {
        this.connection = connection;
        this.release = release;
        this.exclusive = exclusive;
    }

    static SchemaLock on(Connection connection) throws SQLException {
        return switch (connection.getMetaData().getDatabaseProductName()) {
            case "PostgreSQL" -> {
                execute(connection, "select pg_advisory_lock(" + KEY + ")");
                yield new SchemaLock(connection, "select pg_advisory_unlock(" + KEY + ")", true);
            }
            case "MySQL", "MariaDB" -> {
                // a lock's name holds for the whole server; 60 s, then the next try
                String name = "concat('karavel-', sha1(database()))";
                if (!granted(connection, "select get_lock(" + name + ", 60)")) {
                    throw new SQLTransientException("Another node has been changing the tables for a minute");
                }
                yield new SchemaLock(connection, "select release_lock(" + name + ")", true);
            }
            // one process at a time opens an embedded database
            case "Apache Derby" -> new SchemaLock(connection, "", true);
            default -> new SchemaLock(connection, "", false);
        };
    }

    /** Whether nobody else can be changing the schema now. */
    boolean exclusive() {
        return exclusive;
    }

    @Override
    public void close() throws SQLException {
        if (!release.isEmpty()) {
            execute(connection, release);
        }
    }

    private static boolean granted(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getInt(1) == 1;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
