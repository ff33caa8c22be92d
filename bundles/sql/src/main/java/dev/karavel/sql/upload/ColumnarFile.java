package dev.karavel.sql.upload;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.UploadOptions;
import dev.karavel.api.sql.Uploads.Sheet;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.SourceColumn;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A Parquet file, read by a scratch warehouse of a plugin that knows them. */
final class ColumnarFile implements UploadedFile {
    private static final TableName LOADED = new TableName(Optional.empty(), "upload");
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Warehouse scratch;
    private final UploadOptions options;
    private final List<SourceColumn> found;

    private ColumnarFile(Warehouse scratch, UploadOptions options) {
        this.scratch = scratch;
        this.options = options;
        found = scratch.columns(LOADED);
    }

    /** @param file its name has to end in .parquet */
    static ColumnarFile open(Path file, UploadOptions options, Warehouses warehouses) {
        Warehouse scratch = warehouses
                .scratch()
                .orElseThrow(() -> new KaravelException(
                        ErrorCode.PLUGIN_MISSING, "Parquet files are read by the DuckDB plugin, which is not there"));
        boolean done = false;
        try {
            scratch.load(LOADED, file);
            ColumnarFile opened = new ColumnarFile(scratch, options);
            done = true;
            return opened;
        } catch (WarehouseException e) {
            throw new KaravelException(
                    ErrorCode.INVALID_REQUEST, "file", "This is no Parquet file, or it is damaged", e);
        } finally {
            if (!done) {
                scratch.close();
            }
        }
    }

    @Override
    public List<Sheet> sheets() {
        return List.of(new Sheet("", found.stream().map(SourceColumn::name).toList()));
    }

    @Override
    public List<Column> columns() {
        return chosen().stream()
                .map(column -> new Column(column.name(), column.type()))
                .toList();
    }

    @Override
    public List<Column> columnsLike(List<SourceColumn> table) {
        return table.isEmpty()
                ? columns()
                : chosen().stream()
                        .map(column -> Likeness.column(column.name(), table))
                        .toList();
    }

    private List<SourceColumn> chosen() {
        if (options.columns().isEmpty()) {
            return found;
        }
        List<SourceColumn> chosen = new ArrayList<>();
        for (String name : options.columns()) {
            chosen.add(found.stream()
                    .filter(column -> column.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> KaravelException.invalid("columns_read", "The file has no column " + name)));
        }
        return chosen;
    }

    @Override
    public Rows rows(List<Column> columns) {
        List<SourceColumn> sources = chosen();
        StringBuilder sql = new StringBuilder("SELECT ");
        options.indexLabel().ifPresent(label -> sql.append("ROW_NUMBER() OVER () - 1 AS ")
                .append(scratch.dialect().quote(label))
                .append(", "));
        List<String> outputs = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            outputs.add(scratch.dialect().quote(sources.get(i).name()) + " AS "
                    + scratch.dialect().quote(columns.get(i).name()));
        }
        sql.append(outputs.stream().collect(Collectors.joining(", ")));
        sql.append(" FROM ").append(LOADED.quoted(scratch.dialect()));
        int rows = options.rowsToRead().orElse(Integer.MAX_VALUE);
        return scratch.run(sql.toString(), new Limits(rows, LONGEST, Math.min(rows, 5_000)));
    }

    @Override
    public void close() {
        scratch.close();
    }
}
