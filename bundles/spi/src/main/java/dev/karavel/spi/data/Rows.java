package dev.karavel.spi.data;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A result being read, forward only, by one thread; {@link #cancel} alone may come from another one, and may come twice or too
 * late. Close it in every case: it holds a connection.
 */
@ConsumerType
public interface Rows extends AutoCloseable {
    List<Column> columns();

    /**
     * Moves to the next row.
     *
     * @return false after the last one
     * @throws WarehouseException if reading fails, with reason CANCELLED after {@link #cancel}
     */
    boolean next();

    /** Value of the current row in the Java type of its {@link ColumnType}, or null. */
    Object value(int column);

    /** Stops the statement at the warehouse as far as it can; returns at once. */
    void cancel();

    @Override
    void close();
}
