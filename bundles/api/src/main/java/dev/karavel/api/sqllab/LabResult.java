package dev.karavel.api.sqllab;

import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** A result that is kept. Reading it may fail if it is swept away meanwhile. */
@ProviderType
public interface LabResult {
    List<Column> columns();

    int rows();

    /** The columns as {@link dev.karavel.api.query.TableFormats#writeColumns} writes them. */
    void copyColumns(OutputStream out) throws IOException;

    Table table() throws IOException;
}
