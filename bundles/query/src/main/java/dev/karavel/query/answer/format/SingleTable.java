package dev.karavel.query.answer.format;

import dev.karavel.api.query.ResultFormat;
import dev.karavel.query.answer.format.arrow.ArrowSink;
import java.io.IOException;
import java.io.OutputStream;

/** A file that is the table itself. */
final class SingleTable implements TableFile {
    private final RowSink sink;

    SingleTable(ResultFormat format, boolean byteOrderMark, OutputStream out) {
        sink = sink(format, byteOrderMark, out);
    }

    static RowSink sink(ResultFormat format, boolean byteOrderMark, OutputStream out) {
        return switch (format) {
            case CSV -> new CsvSink(out, byteOrderMark);
            case RECORDS -> new RecordsSink(out);
            case ARROW -> new ArrowSink(out);
            default -> throw new IllegalArgumentException(format + " is no file of rows");
        };
    }

    @Override
    public RowSink table(String name) {
        return sink;
    }

    @Override
    public void close() throws IOException {}
}
