package dev.karavel.datasource.sqlite;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.sqlite.ProgressHandler;

/** Ends a statement at its time; the driver's own time-out only waits for locks. */
final class SqliteDeadline extends ProgressHandler {
    /** Steps of SQLite's machine between two looks at the clock: some milliseconds. */
    private static final int STEPS = 100_000;

    private final Statement statement;
    private final long end;

    private SqliteDeadline(Statement statement, long end) {
        this.statement = statement;
        this.end = end;
    }

    static void set(Statement statement, Duration time) throws SQLException {
        SqliteDeadline deadline = new SqliteDeadline(statement, System.nanoTime() + time.toNanos());
        setHandler(statement.getConnection(), STEPS, deadline);
    }

    /** It stays on the connection, and must not end what is asked there later. */
    @Override
    protected int progress() throws SQLException {
        return System.nanoTime() - end > 0 && !statement.isClosed() ? 1 : 0;
    }
}
