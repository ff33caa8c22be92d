package dev.karavel.api.sql;

import dev.karavel.api.catalog.Database;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.data.TableName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Turns questions into SQL and runs it, bounded per database. Safe for several threads. */
@ProviderType
public interface SqlRunner {
    /**
     * The statement for a question. Pure apart from looking up the dialect.
     *
     * @throws dev.karavel.api.error.KaravelException INVALID_REQUEST for a column or metric the dataset does not have;
     *     STATEMENT_REFUSED for typed SQL that is not provably a harmless expression; PLUGIN_MISSING if the datasource plugin is
     *     not there
     */
    SqlText write(SqlQuestion question);

    /**
     * The tables a typed SELECT statement reads, wherever in it they stand, and under the names it gives them in the database.
     *
     * @param field of the request, named when the statement is refused
     * @throws dev.karavel.api.error.KaravelException STATEMENT_REFUSED if it is not proven to only read
     */
    Set<TableName> tables(Database database, String sql, String field);

    /**
     * Runs a statement made by {@link #write} and reads its rows, temporal values as they are named in
     * {@link dev.karavel.spi.data.ColumnType}.
     *
     * @param deadline cancels the statement; also when the calling thread is interrupted
     * @throws dev.karavel.api.error.KaravelException WAREHOUSE_…, QUEUE_FULL when too many wait for this database, PLUGIN_MISSING
     */
    Table run(Database database, String sql, Limits limits, Instant deadline);

    /** Runs a statement made by {@link #write} and what is to be worked out after it; see the other {@code run}. */
    Table run(Database database, SqlText text, Limits limits, Instant deadline);

    /**
     * Runs a statement made by {@link #write}, or a typed one already inspected, and hands its rows over as they come: bound only by
     * the limits given, with at most {@link Limits#fetchSize} rows in memory. A slow receiver keeps the statement, and its place
     * among those running, until the deadline.
     *
     * @return how many rows there were
     * @throws dev.karavel.api.error.KaravelException as {@link #run}
     */
    long stream(Database database, String sql, Limits limits, Instant deadline, RowReceiver receiver);

    /**
     * Runs statements that change something, one after the other, on a connection that may write, and commits after the last. After
     * a failure what the warehouse can undo is undone; some cannot undo that a table was made. Who may do so, and whether the
     * database allows it, is for the caller to know: this looks at neither.
     *
     * @param statements inspected with changes allowed, or made by {@link SqlCreations}
     * @param time most time for each
     * @return how many rows the last one changed; empty where the warehouse does not tell
     * @throws dev.karavel.api.error.KaravelException as {@link #run}; INVALID_REQUEST where this kind of database can only be read
     */
    OptionalLong change(Database database, List<String> statements, Duration time, Instant deadline);

    /** Its connections on this node now. */
    default Pool pool(long databaseId) {
        return new Pool(0, 0, 0, 0);
    }

    /**
     * Connections of a database.
     *
     * @param active used by statements
     * @param idle kept for the next ones
     * @param waiting callers without one
     * @param most that statements may use at a time
     */
    record Pool(int active, int idle, int waiting, int most) {}

    /** Since the start of this node, for one database. */
    Load load(long databaseId);

    /**
     * How busy a database is.
     *
     * @param refused callers told to come later, since too many waited
     * @param waits of statements for their turn
     * @param runs of statements, until their last row was read
     */
    record Load(int running, int waiting, long statements, long failures, long refused, Times waits, Times runs) {
        public static Load none() {
            return new Load(0, 0, 0, 0, 0, Times.none(), Times.none());
        }
    }
}
