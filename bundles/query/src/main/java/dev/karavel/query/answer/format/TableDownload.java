package dev.karavel.query.answer.format;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.Download;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.query.TableFormats.RowSource;
import dev.karavel.api.sql.RowReceiver;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** A file of one table whose rows come from wherever. */
public record TableDownload(String name, ResultFormat format, boolean byteOrderMark, RowSource source)
        implements Download {
    public static TableDownload of(String name, ResultFormat format, boolean byteOrderMark, Table table) {
        return new TableDownload(name, format, byteOrderMark, receiver -> {
            receiver.columns(table.columns());
            Object[] values = new Object[table.columns().size()];
            for (int row = 0; row < table.rows(); row++) {
                for (int column = 0; column < values.length; column++) {
                    values[column] = table.value(row, column);
                }
                receiver.row(values);
            }
        });
    }

    @Override
    public String mediaType() {
        return TableFile.mediaType(format, true);
    }

    @Override
    public String fileName() {
        return FileNames.of(name, TableFile.extension(format, true));
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        TableFile file = TableFile.open(format, true, byteOrderMark, out);
        try {
            RowSink sink = file.table("query_1");
            source.read(new Writing(sink));
            sink.end();
            // not after a failure: closing completes the file, and one that was cut short must not look whole
            file.close();
        } catch (KaravelException e) {
            if (e.code() == ErrorCode.CANCELLED && e.getCause() instanceof UncheckedIOException gone) {
                throw gone.getCause();
            }
            throw e;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        out.flush();
    }

    private record Writing(RowSink sink) implements RowReceiver {
        @Override
        public void columns(List<Column> columns) {
            try {
                sink.begin(columns, columns.stream().map(Column::name).toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void row(Object[] values) {
            try {
                sink.row(values);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
