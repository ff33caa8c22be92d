package dev.karavel.api.query;

import dev.karavel.api.sql.RowReceiver;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/** Tables as bytes, in the formats charts have. Safe for several threads. */
@ProviderType
public interface TableFormats {
    /** The columns as a JSON array: {@code [{"values": [3]}, {"dictionary": ["a"], "indices": [0]}]}. The stream stays open. */
    void writeColumns(Table table, OutputStream json) throws IOException;

    /** Reads back what {@link #writeColumns} wrote. */
    Table readColumns(List<Column> columns, int rows, InputStream json) throws IOException;

    /** The first rows as a JSON array of objects. The stream stays open. */
    void writeRows(Table table, int most, OutputStream json) throws IOException;

    /** @param format one that is not {@linkplain ResultFormat#kept kept}, or {@link ResultFormat#ARROW} */
    Download file(String name, ResultFormat format, Table table);

    /** A file whose rows are read while it is written. */
    Download file(String name, ResultFormat format, RowSource source);

    /** Rows that come one by one. */
    @ConsumerType
    interface RowSource {
        /** Hands all rows over before it returns. */
        void read(RowReceiver receiver);
    }
}
