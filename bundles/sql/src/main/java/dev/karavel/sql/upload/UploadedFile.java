package dev.karavel.sql.upload;

import dev.karavel.api.sql.UploadOptions;
import dev.karavel.api.sql.Uploads;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.SourceColumn;
import java.nio.file.Path;
import java.util.List;

/** A file of any kind while it is read. */
interface UploadedFile extends AutoCloseable {
    static UploadedFile open(Uploads.Kind kind, Path file, UploadOptions options, Warehouses warehouses) {
        return switch (kind) {
            case CSV -> new CellFile(new CsvFile(file, options), options, List.of());
            case EXCEL -> CellFile.workbook(file, options);
            case COLUMNAR -> ColumnarFile.open(file, options, warehouses);
        };
    }

    List<Uploads.Sheet> sheets();

    /** Those to be read, with the types that were found. */
    List<Column> columns();

    /**
     * Those to be read, under the names and with the types of a table that they are added to.
     *
     * @param table its columns; none if there is no table yet
     * @throws dev.karavel.api.error.KaravelException INVALID_REQUEST for a column the table does not have
     */
    List<Column> columnsLike(List<SourceColumn> table);

    /** @param columns one of the lists above */
    Rows rows(List<Column> columns);

    @Override
    void close();
}
