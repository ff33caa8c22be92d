package dev.karavel.api.sql;

import dev.karavel.api.catalog.Database;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.IfExists;
import dev.karavel.spi.data.TableName;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tables made from files people bring. Files are read as they are written, never as a whole; only a few at once. Who may is the
 * caller's business. Safe for several threads.
 */
@ProviderType
public interface Uploads {
    /** What a file is. */
    enum Kind {
        /** Text with delimiters, in UTF-8, UTF-16 or Latin-1. */
        CSV,
        /** A workbook, .xlsx. */
        EXCEL,
        /** Parquet. */
        COLUMNAR
    }

    /**
     * What lies in a file, as {@link #load} would read it.
     *
     * @throws dev.karavel.api.error.KaravelException INVALID_REQUEST with field {@code file} or the option, and with the line where
     *     there is one; TOO_LARGE for a workbook that unpacks to too much; QUEUE_FULL; PLUGIN_MISSING where a Parquet file is
     *     read by a plugin that is not there
     */
    Preview preview(Kind kind, Path file, UploadOptions options);

    /**
     * Makes a table from a file, or adds to one: all rows, or after a failure none.
     *
     * @throws dev.karavel.api.error.KaravelException as {@link #preview}; CONFLICT if the table exists and is not to be touched;
     *     INVALID_REQUEST if the database takes no rows; WAREHOUSE_…
     */
    Loaded load(Database database, TableName table, IfExists existing, Kind kind, Path file, UploadOptions options);

    /**
     * @param sheets of a workbook with the names of their columns; one without a name for any other file
     * @param columns of the sheet that was asked for, with the types found
     * @param rows the first ones, values in the Java types of their columns
     */
    record Preview(List<Sheet> sheets, List<Column> columns, List<List<Object>> rows) {
        public Preview {
            sheets = List.copyOf(sheets);
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    record Sheet(String name, List<String> columns) {
        public Sheet {
            columns = List.copyOf(columns);
        }
    }

    record Loaded(long rows, List<Column> columns) {
        public Loaded {
            columns = List.copyOf(columns);
        }
    }
}
