package dev.karavel.exchange;

import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.Themes;
import dev.karavel.api.catalog.Trash;
import dev.karavel.api.exchange.Importer;
import dev.karavel.api.security.Secrets;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.exchange.data.TableFiles;
import dev.karavel.exchange.yaml.AssetFolder;
import dev.karavel.exchange.yaml.Fields;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Databases first, then what stands on them. A file that is wrong ends the import; what came before it stays. */
@Component(service = {Importer.class, FolderImporter.class})
public final class FolderImporter implements Importer {
    private final Databases databases;
    private final Datasets datasets;
    private final Warehouses warehouses;
    private final Trash trash;
    final DatabaseImport databaseImport;
    private final DatasetImport datasetImport;
    private final ChartImport chartImport;
    private final DashboardImport dashboardImport;
    private final ThemeImport themeImport;

    @Activate
    public FolderImporter(
            @Reference Databases databases,
            @Reference Datasets datasets,
            @Reference Charts charts,
            @Reference Dashboards dashboards,
            @Reference Themes themes,
            @Reference Warehouses warehouses,
            @Reference Secrets secrets,
            @Reference Trash trash) {
        this.trash = trash;
        this.databases = databases;
        this.datasets = datasets;
        this.warehouses = warehouses;
        databaseImport = new DatabaseImport(databases, warehouses, secrets);
        datasetImport = new DatasetImport(datasets, warehouses);
        chartImport = new ChartImport(charts);
        dashboardImport = new DashboardImport(dashboards, charts, datasets, themes);
        themeImport = new ThemeImport(themes);
    }

    @Override
    public List<String> importFolder(Path folder, boolean overwrite, long userId) {
        return importAssets(AssetFolder.read(folder), new Journal(overwrite, userId, trash), () -> true);
    }

    /** @param mayWriteThemes whether who imports may make and change themes */
    List<String> importAssets(AssetFolder assets, Journal journal, BooleanSupplier mayWriteThemes) {
        themeImport.run(assets.themes(), mayWriteThemes, journal);
        assets.databases().forEach(file -> databaseImport.run(file, journal));
        assets.datasets().forEach(file -> datasetImport.run(file, database(file), journal));
        build(assets, journal);
        return journal.lines();
    }

    /** The same for assets that came with the server: also loads their files of data, and overwrites nothing. */
    List<String> importShipped(Path folder, long userId) {
        Journal journal = Journal.shipped(userId, trash);
        AssetFolder assets = AssetFolder.read(folder);
        assets.databases().forEach(file -> databaseImport.run(file, journal));
        loadTables(assets, journal);
        assets.datasets().forEach(file -> datasetImport.run(file, database(file), journal));
        build(assets, journal);
        return journal.lines();
    }

    /** Only the tables that are missing, for assets that were imported before. */
    List<String> loadTables(Path folder) {
        Journal journal = new Journal(false, 0, trash);
        loadTables(AssetFolder.read(folder), journal);
        return journal.lines();
    }

    /** The kinds of warehouse the folder's databases need. */
    Set<String> backends(Path folder) {
        return AssetFolder.read(folder).databases().stream()
                .map(file -> file.required("sqlalchemy_uri").split("[+:]", 2)[0])
                .collect(Collectors.toSet());
    }

    /** Whether its databases are all stored: then the rest was imported with them, and what is missing was deleted. */
    boolean hasDatabases(Path folder) {
        return AssetFolder.read(folder).databases().stream()
                .allMatch(file -> databases.find(file.uuid("uuid")).isPresent());
    }

    private void loadTables(AssetFolder assets, Journal journal) {
        TableFiles files = new TableFiles(assets.data(), warehouses);
        for (Fields file : assets.datasets()) {
            files.load(file, database(file)).ifPresent(table -> journal.note("Loaded table " + table));
        }
    }

    private void build(AssetFolder assets, Journal journal) {
        assets.charts().forEach(file -> chartImport.run(file, dataset(file), journal));
        assets.dashboards().forEach(file -> dashboardImport.run(file, journal));
    }

    private Database database(Fields file) {
        return databases
                .find(file.uuid("database_uuid"))
                .orElseThrow(() -> file.wrong(
                        "its database " + file.text("database_uuid") + " is neither in the import nor stored"));
    }

    private Dataset dataset(Fields file) {
        return datasets.find(file.uuid("dataset_uuid"))
                .orElseThrow(() -> file.wrong(
                        "its dataset " + file.text("dataset_uuid") + " is neither in the import nor stored"));
    }
}
