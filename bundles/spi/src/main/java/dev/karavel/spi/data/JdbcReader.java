package dev.karavel.spi.data;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads one result of a driver, forward only, on one thread; the host counts the rows, translates failures, cancels and closes.
 * Most drivers know the types of their columns, see {@link JdbcDataSourceType#reader}; one whose values have types of their own
 * may look ahead before it tells its columns.
 */
@ConsumerType
public interface JdbcReader {
    /** Asked once, before the first row; names are unique, see {@link #unique}. */
    List<Column> columns() throws SQLException;

    /** Moves to the next row; false after the last one. */
    boolean next() throws SQLException;

    /** Value of the current row in the Java type of its {@link ColumnType}, or null. */
    Object value(int column) throws SQLException;

    /** The labels of a result; the second "a" becomes "a__1". */
    static List<String> unique(List<String> labels) {
        Set<String> names = new LinkedHashSet<>();
        for (String label : labels) {
            String name = label;
            for (int n = 1; !names.add(name); n++) {
                name = label + "__" + n;
            }
        }
        return List.copyOf(names);
    }
}
