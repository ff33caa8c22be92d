package dev.karavel.spi.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An open database. Safe for several threads; the host bounds how many statements run at once. Names are in the warehouse's
 * own spelling and order. Nothing here is cached: callers cache. Every method throws {@link WarehouseException}.
 */
@ConsumerType
public interface Warehouse extends AutoCloseable {
    Dialect dialect();

    /** Connects and asks something trivial; returns quietly or throws with a precise reason. */
    void test();

    /** Empty where the warehouse has no schemas. */
    List<String> schemas();

    List<TableName> tables(Optional<String> schema);

    List<TableName> views(Optional<String> schema);

    /** @throws WarehouseException if the table is unknown */
    List<SourceColumn> columns(TableName table);

    /**
     * Runs one statement on a connection that can only read. Returns without waiting for the warehouse, which is asked when the
     * first column or row is: so {@link Rows#cancel} reaches the statement from its first moment on.
     *
     * @param sql already inspected and limited by the host
     */
    Rows run(String sql, Limits limits);

    /** Columns the statement would give, without reading its rows. */
    List<SourceColumn> describe(String sql);

    /** Keys, indexes and comments of a table; nothing where the warehouse does not tell. */
    default TableFacts facts(TableName table) {
        return TableFacts.none();
    }

    /** Functions people can call, besides those that every SQL has; none where the warehouse does not tell. */
    default List<String> functions() {
        return List.of();
    }

    /** Whether {@link #load} works here. */
    default boolean loadsFiles() {
        return false;
    }

    /**
     * Makes a table from a file, replacing a table of that name.
     *
     * @param file CSV, JSON (an array of objects) or Parquet, told by its ending
     * @throws UnsupportedOperationException where {@link #loadsFiles} is false
     */
    default void load(TableName table, Path file) {
        throw new UnsupportedOperationException("This warehouse loads no files");
    }

    /** Whether {@link #write} works here. */
    default boolean writes() {
        return false;
    }

    /**
     * Writes rows into a table: all of them, or after a failure none. Uses a connection of its own, never one that reads, and
     * takes as long as the rows take.
     *
     * @param table made where it is missing, whatever {@code existing} says
     * @param rows read to their end by this thread, not closed; what they throw is thrown on
     * @return how many rows were written
     * @throws WarehouseException TABLE_EXISTS; STATEMENT if the warehouse refused the table or a value
     * @throws UnsupportedOperationException where {@link #writes} is false
     */
    default long write(TableName table, Rows rows, IfExists existing) {
        throw new UnsupportedOperationException("This warehouse can only be read");
    }

    /**
     * Connections to it now.
     *
     * @param active of statements under way
     * @param idle kept for the next ones
     */
    record Connections(int active, int idle) {}

    /** Counted without asking the warehouse; none where it has no connections to count. */
    default Connections connections() {
        return new Connections(0, 0);
    }

    /** Whether {@link #change} works here. */
    default boolean changes() {
        return false;
    }

    /**
     * Runs statements that change something, one after the other, on a connection of its own that may write, and commits after the
     * last; after a failure what can be undone is undone. Returns without waiting, as {@link #run} does: the statements run when the
     * first column or row is asked for. The result is one row with one whole number: how many rows the last statement changed, or
     * null where that is not known.
     *
     * @param statements already inspected by the host
     * @param limits only their time counts, for each statement
     * @throws UnsupportedOperationException where {@link #changes} is false
     */
    default Rows change(List<String> statements, Limits limits) {
        throw new UnsupportedOperationException("This warehouse can only be read");
    }

    /** Statements under way end with reason CLOSED. Closing twice is harmless. */
    @Override
    void close();
}
