package dev.karavel.sql.upload;

import dev.karavel.api.sql.UploadOptions;
import dev.karavel.api.sql.Uploads.Sheet;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.SourceColumn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A file of rows and cells: text or workbook. */
final class CellFile implements UploadedFile {
    private final UploadOptions options;
    private final FileTable table;
    private final Cells cells;
    private final List<Sheet> sheets;

    CellFile(RawFile file, UploadOptions options, List<Sheet> sheets) {
        this.options = options;
        table = new FileTable(file, options);
        cells = new Cells(options.nullValues(), options.decimalSign(), options.dayFirst());
        this.sheets = sheets;
    }

    static CellFile workbook(Path file, UploadOptions options) {
        ExcelFile workbook = new ExcelFile(file, options);
        List<Sheet> sheets = new ArrayList<>();
        for (String name : ExcelFile.sheets(file)) {
            sheets.add(new Sheet(name, names(file, options, name)));
        }
        return new CellFile(workbook, options, sheets);
    }

    private static List<String> names(Path file, UploadOptions options, String sheet) {
        UploadOptions its = new UploadOptions(
                options.delimiter(),
                options.skipRows(),
                options.headerRow(),
                options.rowsToRead(),
                options.nullValues(),
                options.dateColumns(),
                options.dayFirst(),
                options.decimalSign(),
                options.types(),
                Optional.of(sheet),
                options.columns(),
                options.indexLabel());
        try {
            return new FileTable(new ExcelFile(file, its), its).names();
        } catch (dev.karavel.api.error.KaravelException e) {
            // an empty sheet is nothing to load, but no reason to refuse the others
            return List.of();
        }
    }

    @Override
    public List<Sheet> sheets() {
        return sheets.isEmpty() ? List.of(new Sheet("", table.names())) : sheets;
    }

    @Override
    public List<Column> columns() {
        return new Inference(cells).columns(table, options.types(), Set.copyOf(options.dateColumns()));
    }

    @Override
    public List<Column> columnsLike(List<SourceColumn> target) {
        return target.isEmpty()
                ? columns()
                : Arrays.stream(table.chosen())
                        .mapToObj(position -> Likeness.column(table.names().get(position), target))
                        .toList();
    }

    @Override
    public Rows rows(List<Column> columns) {
        return new TypedRows(table.body(), cells, columns, table.chosen(), options.indexLabel());
    }

    @Override
    public void close() {
        // each reading closes what it opened
    }
}
