package dev.karavel.query.answer.format;

import dev.karavel.api.query.ResultFormat;
import dev.karavel.spi.data.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP with a file for each table. */
final class ZippedTables implements TableFile {
    private final ResultFormat format;
    private final boolean byteOrderMark;
    private final ZipOutputStream zip;

    ZippedTables(ResultFormat format, boolean byteOrderMark, OutputStream out) {
        this.format = format;
        this.byteOrderMark = byteOrderMark;
        zip = new ZipOutputStream(out);
    }

    @Override
    public RowSink table(String name) {
        return new Entry(name);
    }

    @Override
    public void close() throws IOException {
        zip.finish();
        zip.flush();
    }

    private final class Entry implements RowSink {
        private final RowSink sink = SingleTable.sink(format, byteOrderMark, zip);
        private final String name;

        Entry(String name) {
            this.name = name;
        }

        @Override
        public void begin(List<Column> columns, List<String> labels) throws IOException {
            zip.putNextEntry(new ZipEntry(name + "." + format.extension()));
            sink.begin(columns, labels);
        }

        @Override
        public void row(Object[] values) throws IOException {
            sink.row(values);
        }

        @Override
        public void end() throws IOException {
            sink.end();
            zip.closeEntry();
        }
    }
}
