package dev.karavel.query.answer.format;

import dev.karavel.api.query.ResultFormat;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** A file of one or more tables, written one after the other. Closing completes the file and leaves the stream open. */
public interface TableFile extends Closeable {
    /**
     * @param name of the table, for a sheet or for a file in a ZIP
     * @return to be ended before the next table begins
     */
    RowSink table(String name) throws IOException;

    /** @param single whether there will be one table only; several ones may need a ZIP around them */
    static TableFile open(ResultFormat format, boolean single, boolean byteOrderMark, OutputStream out) {
        if (format == ResultFormat.XLSX) {
            return new Workbook(out);
        }
        return single ? new SingleTable(format, byteOrderMark, out) : new ZippedTables(format, byteOrderMark, out);
    }

    static String mediaType(ResultFormat format, boolean single) {
        return zipped(format, single) ? "application/zip" : format.mediaType();
    }

    static String extension(ResultFormat format, boolean single) {
        return zipped(format, single) ? "zip" : format.extension();
    }

    private static boolean zipped(ResultFormat format, boolean single) {
        return !single && format != ResultFormat.XLSX;
    }
}
