package dev.karavel.exchange;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.DatasetColumn;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.exchange.yaml.Fields;
import dev.karavel.exchange.yaml.JsonText;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.SourceColumn;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns of a dataset: as the file lists them, their types from the warehouse where the file is silent. */
final class ColumnImport {
    private final Fields file;
    private final Database database;
    private final Warehouses warehouses;
    private final Journal journal;

    ColumnImport(Fields file, Database database, Warehouses warehouses, Journal journal) {
        this.file = file;
        this.database = database;
        this.warehouses = warehouses;
        this.journal = journal;
    }

    List<DatasetColumn> read(List<DatasetColumn> present) {
        List<Fields> listed = file.objects("columns");
        boolean silent = listed.isEmpty()
                || listed.stream().anyMatch(column -> !column.has("type") && !column.has("expression"));
        Map<String, SourceColumn> source = silent ? fromWarehouse() : Map.of();
        if (listed.isEmpty()) {
            return source.values().stream()
                    .map(column ->
                            column(new Fields(file.file(), Map.of("column_name", column.name())), source, present))
                    .toList();
        }
        return listed.stream().map(column -> column(column, source, present)).toList();
    }

    private DatasetColumn column(Fields column, Map<String, SourceColumn> source, List<DatasetColumn> present) {
        String name = column.required("column_name");
        Optional<DatasetColumn> stored =
                present.stream().filter(each -> each.name().equals(name)).findFirst();
        Optional<SourceColumn> inSource = Optional.ofNullable(source.get(name));
        String sourceType = column.optional("type")
                .or(() -> inSource.map(SourceColumn::sourceType))
                .orElse("");
        ColumnType type =
                inSource.map(SourceColumn::type).orElseGet(() -> type(sourceType, column.flag("is_dttm", false)));
        return new DatasetColumn(
                stored.map(DatasetColumn::id).orElse(0L),
                stored.map(DatasetColumn::uuid).orElse(DatasetImport.partUuid(file, "column", name)),
                name,
                column.text("verbose_name"),
                sourceType,
                type,
                column.flag("is_dttm", type.isTemporal()),
                column.flag("groupby", true),
                column.flag("filterable", true),
                column.optional("expression"),
                column.text("description"),
                column.text("python_date_format"),
                column.has("extra") ? JsonText.of(column.map("extra")) : "");
    }

    private ColumnType type(String sourceType, boolean temporal) {
        ColumnType type = sourceType.isEmpty() ? ColumnType.TEXT : dialectType(sourceType);
        return temporal && type == ColumnType.TEXT ? ColumnType.TIMESTAMP : type;
    }

    private ColumnType dialectType(String sourceType) {
        try {
            return warehouses.open(database).dialect().columnType(sourceType);
        } catch (KaravelException e) {
            if (e.code() == ErrorCode.PLUGIN_MISSING || e.code() == ErrorCode.WAREHOUSE_UNREACHABLE) {
                return ColumnType.TEXT;
            }
            throw e;
        }
    }

    /** A template is no SQL yet: what it reads depends on who asks, and with which filters. */
    private boolean isTemplate() {
        return file.optional("sql")
                .filter(sql -> sql.contains("{{") || sql.contains("{%") || sql.contains("{#"))
                .isPresent();
    }

    private Map<String, SourceColumn> fromWarehouse() {
        if (isTemplate()) {
            journal.note("The types of the columns of dataset " + file.required("table_name")
                    + " are not known: its SQL is a template. Synchronize its columns from the source");
            return Map.of();
        }
        Warehouse warehouse = warehouses.open(database);
        Map<String, SourceColumn> columns = new LinkedHashMap<>();
        try {
            List<SourceColumn> found = file.optional("sql").isPresent()
                    ? warehouse.describe(file.required("sql"))
                    : warehouse.columns(new TableName(file.optional("schema"), file.required("table_name")));
            found.forEach(column -> columns.put(column.name(), column));
            return columns;
        } catch (WarehouseException e) {
            throw new KaravelException(
                    ErrorCode.WAREHOUSE_REFUSED,
                    file.file(),
                    file.file() + ": its columns cannot be read from the warehouse",
                    e);
        }
    }
}
