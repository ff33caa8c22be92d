package dev.karavel.api.sql;

import dev.karavel.spi.data.Column;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Takes the rows of a result one by one, so that nobody has to hold them all. Called by one thread at a time. */
@ConsumerType
public interface RowReceiver {
    /** Once, before the first row; also when there is none. */
    void columns(List<Column> columns);

    /**
     * A row; whatever is thrown here ends the statement and reaches whoever asked.
     *
     * @param values one per column, in the Java types that {@link dev.karavel.spi.data.ColumnType} names; the array is used again
     *     for the next row
     */
    void row(Object[] values);
}
