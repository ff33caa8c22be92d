package dev.karavel.web.dataset;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.DatasetColumn;
import dev.karavel.api.sql.SqlQuestion;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.api.sql.TimeBounds;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.spi.data.Metric;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.SourceColumn;
import dev.karavel.spi.data.SqlSyntax.Folding;
import dev.karavel.spi.data.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
    private final SqlRunner runner;

    @Activate
    public SourceColumns(@Reference Warehouses warehouses, @Reference SqlRunner runner) {
        this.warehouses = warehouses;
        this.runner = runner;
    }

    /** What people set on a column stays, calculated columns stay, columns that are gone go. */
    List<DatasetColumn> refresh(Database database, Dataset dataset) {
        Map<String, DatasetColumn> known = new HashMap<>();
        dataset.columns().forEach(column -> known.put(column.name(), column));
        boolean lower = dataset.settings().normalizeColumns()
                && warehouses.open(database).dialect().syntax().folding() == Folding.UPPER;
        List<DatasetColumn> result = new ArrayList<>();
        for (SourceColumn source : read(database, dataset)) {
            DatasetColumn old = known.get(source.name());
            result.add(merge(source, old == null ? fresh(source, lower) : old));
        }
        dataset.columns().stream()
                .filter(column -> column.expression().isPresent())
                .forEach(result::add);
        return result;
    }

    /** As if nobody had set anything; calculated columns stay. */
    List<DatasetColumn> fresh(Database database, Dataset dataset) {
        List<DatasetColumn> calculated = dataset.columns().stream()
                .filter(column -> column.expression().isPresent())
                .toList();
        return refresh(database, dataset.withParts(calculated, dataset.metrics()));
    }

    /** What a refresh would bring, take and change; nothing is stored. */
    SourceChanges changes(Database database, Dataset dataset) {
        return SourceChanges.between(dataset.columns(), read(database, dataset));
    }

    /** @throws dev.karavel.api.error.KaravelException STATEMENT_REFUSED for a typed statement that is not provably harmless */
    void prove(Database database, Dataset dataset) {
        QuerySpec anything = QuerySpec.builder()
                .metric(new Metric.Expression("COUNT(*)", "rows"))
                .build();
        runner.write(new SqlQuestion(database, dataset, anything, TimeBounds.none(), Map.of(), List.of(), 1));
    }

    List<SourceColumn> read(Database database, Dataset dataset) {
        if (dataset.sql().isPresent()) {
            prove(database, dataset);
            return warehouses.open(database).describe(dataset.sql().get());
        }
        return warehouses.open(database).columns(new TableName(dataset.schema(), dataset.tableName()));
    }

    /** @param lower whether people read it in lower case where it is as the warehouse writes what nobody quoted */
    private static DatasetColumn fresh(SourceColumn source, boolean lower) {
        String name = source.name();
        return new DatasetColumn(
                0,
                UUID.randomUUID(),
                name,
                lower && name.equals(name.toUpperCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : "",
                source.sourceType(),
                source.type(),
                false,
                true,
                true,
                Optional.empty(),
                "");
    }

    private static DatasetColumn merge(SourceColumn source, DatasetColumn old) {
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
                old.description(),
                old.dateFormat(),
                old.extra());
    }
}
