package dev.karavel.web.dataset;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.DatasetColumn;
import dev.karavel.api.catalog.DatasetMetric;
import dev.karavel.api.catalog.DatasetSettings;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.VirtualDatasets;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.spi.data.SourceColumn;
import dev.karavel.web.database.DatabaseAccess;
import dev.karavel.web.json.Fields;
import dev.karavel.web.list.Owners;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Writes datasets. A dataset gives its owner the right to query it, so making one or changing what it reads needs access to its
 * database.
 */
@Component(service = DatasetDraft.class)
public final class DatasetDraft {
    private final Datasets datasets;
    private final Databases databases;
    private final Users users;
    private final SourceColumns source;
    private final DatabaseAccess access;
    private final AccessControl rights;
    private final VirtualDatasets virtual;

    @Activate
    public DatasetDraft(
            @Reference Datasets datasets,
            @Reference Databases databases,
            @Reference Users users,
            @Reference SourceColumns source,
            @Reference DatabaseAccess access,
            @Reference AccessControl rights,
            @Reference VirtualDatasets virtual) {
        this.datasets = datasets;
        this.databases = databases;
        this.users = users;
        this.source = source;
        this.access = access;
        this.rights = rights;
        this.virtual = virtual;
    }

    Dataset create(Fields fields, Principal principal) {
        Optional<String> schema = fields.filledText("schema", Optional.empty());
        Optional<String> sql = fields.filledText("sql", Optional.empty());
        Database database = database(fields.requiredWhole("database"), sql, principal);
        String name = fields.requiredText("table_name");
        if (datasets.findTable(database.id(), schema, name).isPresent()) {
            throw new KaravelException(ErrorCode.CONFLICT, "table_name", "Dataset " + name + " already exists", null);
        }
        Dataset empty = empty(database.id(), name, fields, Owners.after(fields, Set.of(), principal, users));
        return datasets.save(withColumns(empty, columns(database, empty, principal), principal));
    }

    private static Dataset empty(long databaseId, String name, Fields fields, Set<Long> owners) {
        List<DatasetMetric> metrics =
                List.of(new DatasetMetric(0, UUID.randomUUID(), "count", "COUNT(*)", "COUNT(*)", "", "", ""));
        return new Dataset(
                0,
                UUID.randomUUID(),
                0,
                databaseId,
                fields.filledText("schema", Optional.empty()),
                name,
                fields.filledText("sql", Optional.empty()),
                Optional.empty(),
                fields.text("description", ""),
                Optional.empty(),
                List.of(),
                metrics,
                owners,
                "{}",
                DatasetOptions.read(fields, DatasetSettings.none()),
                Stamp.none());
    }

    /** The columns that a statement gives, as somebody may ask it. */
    List<SourceColumn> columnsOf(long databaseId, Fields fields, Principal principal) {
        Optional<String> sql = fields.filledText("sql", Optional.empty());
        Database database = database(databaseId, sql, principal);
        Dataset typed = empty(databaseId, "statement", fields, Set.of());
        return source.read(database, virtual.readable(database, typed, principal));
    }

    /** The dataset of a table that was just made or filled: with its columns as they are now. */
    public Dataset ofTable(Database database, Optional<String> schema, String table, Principal principal) {
        return datasets.findTable(database.id(), schema, table)
                .map(old -> refresh(old, principal))
                .orElseGet(() -> {
                    ObjectNode fields = JsonNodeFactory.instance.objectNode();
                    fields.put("database", database.id()).put("table_name", table);
                    schema.ifPresent(name -> fields.put("schema", name));
                    return create(new Fields(fields), principal);
                });
    }

    Dataset refresh(Dataset old, Principal principal) {
        Database database = database(old.databaseId(), old.sql(), principal);
        return datasets.save(withColumns(old, columns(database, old, principal), principal));
    }

    SourceChanges changes(Dataset dataset, Principal principal) {
        Database database = database(dataset.databaseId(), dataset.sql(), principal);
        return source.changes(database, virtual.readable(database, dataset, principal));
    }

    private List<DatasetColumn> columns(Database database, Dataset dataset, Principal principal) {
        return source.refresh(database, virtual.readable(database, dataset, principal));
    }

    /** @param override whether the columns are read from the source again, and what people set on the old ones is forgotten */
    Dataset change(Dataset old, Fields fields, boolean override, Principal principal) {
        fields.requireVersion(old.version());
        long databaseId =
                fields.whole("database_id", Optional.of(old.databaseId())).orElse(old.databaseId());
        Optional<String> schema = fields.filledText("schema", old.schema());
        Optional<String> sql = fields.filledText("sql", old.sql());
        DatasetSettings settings = DatasetOptions.read(fields, old.settings());
        String name = fields.has("table_name") ? fields.requiredText("table_name") : old.tableName();
        boolean moved = databaseId != old.databaseId()
                || !schema.equals(old.schema())
                || !sql.equals(old.sql())
                || sql.isPresent()
                        && !settings.templateParams().equals(old.settings().templateParams())
                || !name.equals(old.tableName()) && sql.isEmpty();
        Dataset changed = new Dataset(
                old.id(),
                old.uuid(),
                old.version(),
                databaseId,
                schema,
                name,
                sql,
                fields.filledText("main_dttm_col", old.mainTimeColumn()),
                fields.text("description", old.description()),
                fields.seconds("cache_timeout", old.cacheTimeout()),
                DatasetParts.columns(fields, old.columns()),
                DatasetParts.metrics(fields, old.metrics()),
                Owners.after(fields, old.owners(), principal, users),
                fields.jsonText("extra", old.extra()),
                settings,
                old.stamp().by(principal.userId()));
        return datasets.save(moved || override ? proven(changed, override, principal) : changed);
    }

    private Dataset proven(Dataset changed, boolean override, Principal principal) {
        Database database = database(changed.databaseId(), changed.sql(), principal);
        Dataset readable = virtual.readable(database, changed, principal);
        if (override) {
            return changed.withParts(source.fresh(database, readable), changed.metrics());
        }
        if (changed.virtual()) {
            source.prove(database, readable);
        }
        return changed;
    }

    /** A statement may be written by whoever knows the database by one of its datasets; its tables are their rights. */
    private Database database(long id, Optional<String> sql, Principal principal) {
        return databases
                .find(id)
                .filter(database -> access.mayUse(principal, database)
                        || sql.isPresent()
                                && datasets.ofDatabase(id).stream()
                                        .anyMatch(dataset -> rights.mayQuery(principal, dataset)))
                .orElseThrow(() -> KaravelException.invalid(
                        "database", "Database " + id + " does not exist, or you may not use it"));
    }

    private static Dataset withColumns(Dataset old, List<DatasetColumn> columns, Principal principal) {
        return new Dataset(
                old.id(),
                old.uuid(),
                old.version(),
                old.databaseId(),
                old.schema(),
                old.tableName(),
                old.sql(),
                old.mainTimeColumn().or(() -> firstTime(columns)),
                old.description(),
                old.cacheTimeout(),
                columns,
                old.metrics(),
                old.owners(),
                old.extra(),
                old.settings(),
                old.stamp().by(principal.userId()));
    }

    private static Optional<String> firstTime(List<DatasetColumn> columns) {
        return columns.stream()
                .filter(column -> column.type().isTemporal())
                .map(DatasetColumn::name)
                .findFirst();
    }
}
