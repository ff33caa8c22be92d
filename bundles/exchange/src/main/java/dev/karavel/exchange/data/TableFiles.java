package dev.karavel.exchange.data;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.exchange.yaml.Fields;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Puts the files that come with datasets into their warehouse: field {@code data} names the file, {@code data_table} the table. */
public final class TableFiles {
    private final Path folder;
    private final Warehouses warehouses;

    public TableFiles(Path folder, Warehouses warehouses) {
        this.folder = folder;
        this.warehouses = warehouses;
    }

    /** Loads the dataset's file unless its table is there. Returns the table if it was loaded. */
    public Optional<String> load(Fields dataset, Database database) {
        Optional<String> name = dataset.optional("data");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Path file = folder.resolve(name.get()).normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            throw dataset.wrong("there is no file data/" + name.get());
        }
        TableName table = new TableName(
                dataset.optional("schema"),
                dataset.optional("data_table").orElseGet(() -> dataset.required("table_name")));
        Warehouse warehouse = warehouses.open(database);
        try {
            boolean present = warehouse.tables(table.schema()).stream()
                    .anyMatch(each -> each.name().equals(table.name()));
            if (present) {
                return Optional.empty();
            }
            warehouse.load(table, file);
            return Optional.of(table.name());
        } catch (WarehouseException | UnsupportedOperationException e) {
            throw new KaravelException(
                    ErrorCode.WAREHOUSE_REFUSED,
                    dataset.file(),
                    dataset.file() + ": data/" + name.get() + " cannot be loaded into database " + database.name(),
                    e);
        }
    }
}
