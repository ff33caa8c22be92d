package dev.karavel.sql.upload;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.UploadOptions;
import dev.karavel.api.sql.Uploads;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.IfExists;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.SourceColumn;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import dev.karavel.sql.warehouse.Failures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads files twice: once to find the types of their columns, once to write the rows. */
@Component
public final class StoredUploads implements Uploads {
    private static final int AT_ONCE = 4;
    private static final int SHOWN = 20;

    private final Warehouses warehouses;
    private final Semaphore places = new Semaphore(AT_ONCE);

    @Activate
    public StoredUploads(@Reference Warehouses warehouses) {
        this.warehouses = warehouses;
    }

    @Override
    public Preview preview(Kind kind, Path file, UploadOptions options) {
        return inTurn(() -> {
            try (UploadedFile uploaded = UploadedFile.open(kind, file, options, warehouses)) {
                List<Column> columns = uploaded.columns();
                List<List<Object>> shown = new ArrayList<>();
                try (Rows rows = uploaded.rows(columns)) {
                    while (shown.size() < SHOWN && rows.next()) {
                        List<Object> row = new ArrayList<>();
                        for (int i = 0; i < rows.columns().size(); i++) {
                            row.add(rows.value(i));
                        }
                        shown.add(row);
                    }
                    return new Preview(uploaded.sheets(), rows.columns(), shown);
                }
            }
        });
    }

    @Override
    public Loaded load(
            Database database, TableName table, IfExists existing, Kind kind, Path file, UploadOptions options) {
        return inTurn(() -> {
            Warehouse warehouse = warehouses.open(database);
            if (!warehouse.writes()) {
                throw KaravelException.invalid("database", "Database " + database.name() + " takes no rows");
            }
            try (UploadedFile uploaded = UploadedFile.open(kind, file, options, warehouses)) {
                List<Column> columns = existing == IfExists.APPEND
                        ? uploaded.columnsLike(columns(warehouse, table))
                        : uploaded.columns();
                try (Rows rows = uploaded.rows(columns)) {
                    long count = warehouse.write(table, rows, existing);
                    return new Loaded(count, rows.columns());
                }
            } catch (WarehouseException e) {
                throw failure(database, table, e);
            }
        });
    }

    /** Empty where the table is not there yet: then it is made. */
    private static List<SourceColumn> columns(Warehouse warehouse, TableName table) {
        boolean there = warehouse.tables(table.schema()).stream()
                .anyMatch(each -> each.name().equals(table.name()));
        return there ? warehouse.columns(table) : List.of();
    }

    private static KaravelException failure(Database database, TableName table, WarehouseException failure) {
        if (failure.reason() == Reason.TABLE_EXISTS) {
            return new KaravelException(
                    ErrorCode.CONFLICT,
                    "table_name",
                    "Table " + table.name() + " exists already: choose another name, or to replace it or add to it",
                    failure);
        }
        return Failures.running(database, failure);
    }

    private <T> T inTurn(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw new KaravelException(ErrorCode.QUEUE_FULL, "Other files are being read; try again in a moment");
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
