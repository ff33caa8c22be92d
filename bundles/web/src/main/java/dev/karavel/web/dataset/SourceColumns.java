package dev.karavel.web.dataset;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.DatasetColumn;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.spi.data.SourceColumn;
import dev.karavel.spi.data.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The columns a table or statement has in its warehouse now. */
@Component(service = SourceColumns.class)
public final class SourceColumns {
    private final Warehouses warehouses;

    @Activate
    public SourceColumns(@Reference Warehouses warehouses) {
        this.warehouses = warehouses;
    }

    /** What people set on a column stays, calculated columns stay, columns that are gone go. */
    List<DatasetColumn> refresh(Database database, Dataset dataset) {
        Map<String, DatasetColumn> known = new HashMap<>();
        dataset.columns().forEach(column -> known.put(column.name(), column));
        List<DatasetColumn> result = new ArrayList<>();
        for (SourceColumn source : read(database, dataset)) {
            result.add(merge(source, known.get(source.name())));
        }
        dataset.columns().stream()
                .filter(column -> column.expression().isPresent())
                .forEach(result::add);
        return result;
    }

    private List<SourceColumn> read(Database database, Dataset dataset) {
        return dataset.sql().map(sql -> warehouses.open(database).describe(sql)).orElseGet(() -> warehouses
                .open(database)
                .columns(new TableName(dataset.schema(), dataset.tableName())));
    }

    private static DatasetColumn merge(SourceColumn source, DatasetColumn old) {
        if (old == null) {
            return new DatasetColumn(
                    0,
                    UUID.randomUUID(),
                    source.name(),
                    "",
                    source.sourceType(),
                    source.type(),
                    false,
                    true,
                    true,
                    Optional.empty(),
                    "");
        }
        return new DatasetColumn(
                old.id(),
                old.uuid(),
                old.name(),
                old.verboseName(),
                source.sourceType(),
                source.type(),
                old.temporal(),
                old.groupable(),
                old.filterable(),
                Optional.empty(),
                old.description());
    }
}
