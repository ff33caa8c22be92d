package dev.karavel.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.Stored;
import dev.karavel.api.catalog.Tag;
import dev.karavel.api.catalog.Tags;
import dev.karavel.api.catalog.Themes;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.catalog.Trash;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.exchange.AssetExchange;
import dev.karavel.api.exchange.AssetKind;
import dev.karavel.api.exchange.GivenSecrets;
import dev.karavel.api.exchange.ImportOutcome;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.api.security.Secrets;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.exchange.file.ChartFile;
import dev.karavel.exchange.file.DashboardFile;
import dev.karavel.exchange.file.DatabaseFile;
import dev.karavel.exchange.file.DatasetFile;
import dev.karavel.exchange.file.TagFile;
import dev.karavel.exchange.file.ThemeFile;
import dev.karavel.exchange.yaml.AssetFolder;
import dev.karavel.exchange.yaml.Fields;
import dev.karavel.exchange.yaml.YamlText;
import dev.karavel.exchange.zip.Names;
import dev.karavel.exchange.zip.Unpacked;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Superset's ZIP of databases, datasets, charts and dashboards. */
@Component
public final class ZipExchange implements AssetExchange {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    private final FolderImporter importer;
    private final Databases databases;
    private final Datasets datasets;
    private final Charts charts;
    private final Dashboards dashboards;
    private final Themes themes;
    private final Tags tags;
    private final Trash trash;
    private final Warehouses warehouses;
    private final Secrets secrets;
    private final AccessControl access;

    @Activate
    public ZipExchange(
            @Reference FolderImporter importer,
            @Reference Databases databases,
            @Reference Datasets datasets,
            @Reference Charts charts,
            @Reference Dashboards dashboards,
            @Reference Themes themes,
            @Reference Tags tags,
            @Reference Trash trash,
            @Reference Warehouses warehouses,
            @Reference Secrets secrets,
            @Reference AccessControl access) {
        this.importer = importer;
        this.databases = databases;
        this.datasets = datasets;
        this.charts = charts;
        this.dashboards = dashboards;
        this.themes = themes;
        this.tags = tags;
        this.trash = trash;
        this.warehouses = warehouses;
        this.secrets = secrets;
        this.access = access;
    }

    @Override
    public Export export(AssetKind kind, List<Long> ids, Principal principal) {
        Collected all = Collected.of(
                kind, ids, new Collected.Sources(databases, datasets, charts, dashboards, access, principal));
        Instant now = Instant.now();
        String root = kind.word() + "_export_" + STAMP.format(now);
        Map<String, Map<String, Object>> files = files(all, access.may(principal, "can_export", "Database"));
        return new Export() {
            @Override
            public String fileName() {
                return root + ".zip";
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                ZipOutputStream zip = new ZipOutputStream(out, UTF_8);
                Map<String, Object> about = new LinkedHashMap<>();
                about.put("version", "1.0.0");
                about.put("type", kind.type());
                about.put("timestamp", now.toString());
                put(zip, root + "/metadata.yaml", about);
                for (Map.Entry<String, Map<String, Object>> file : files.entrySet()) {
                    put(zip, root + "/" + file.getKey(), file.getValue());
                }
                zip.finish();
            }
        };
    }

    private Map<String, Map<String, Object>> files(Collected all, boolean reached) {
        Map<String, Map<String, Object>> files = new LinkedHashMap<>();
        Map<Long, String> folders = new LinkedHashMap<>();
        DatabaseFile database = new DatabaseFile(warehouses, secrets);
        all.databases.values().forEach(each -> {
            String name = Names.plain(each.name());
            boolean taken = files.containsKey("databases/" + name + ".yaml");
            folders.put(each.id(), taken ? name + "_" + each.id() : name);
            files.put("databases/" + folders.get(each.id()) + ".yaml", database.of(each, reached));
        });
        all.datasets
                .values()
                .forEach(each -> files.put(
                        "datasets/" + folders.get(each.databaseId()) + "/" + named(each.tableName(), each),
                        DatasetFile.of(each, all.databases.get(each.databaseId()))));
        Map<Long, List<Tag>> onCharts = tags.on(ThingKind.CHART, all.charts.keySet());
        all.charts
                .values()
                .forEach(each -> files.put(
                        "charts/" + named(each.name(), each),
                        ChartFile.of(each, all.datasets.get(each.datasetId()), names(onCharts.get(each.id())))));
        Map<Long, List<Tag>> onDashboards = tags.on(ThingKind.DASHBOARD, all.dashboards.keySet());
        DashboardFile dashboard = new DashboardFile(
                id -> Optional.ofNullable(all.charts.get(id)),
                id -> Optional.ofNullable(all.datasets.get(id)),
                themes::find);
        all.dashboards
                .values()
                .forEach(each -> files.put(
                        "dashboards/" + named(each.title(), each),
                        dashboard.of(each, names(onDashboards.get(each.id())))));
        all.dashboards.values().stream()
                .flatMap(each -> each.theme().flatMap(themes::find).stream())
                .forEach(each -> files.put("themes/" + named(each.name(), each), ThemeFile.of(each)));
        Map<String, Tag> used = new TreeMap<>();
        Stream.of(onCharts, onDashboards)
                .flatMap(on -> on.values().stream())
                .forEach(on -> on.forEach(tag -> used.put(tag.name(), tag)));
        if (!used.isEmpty()) {
            files.put(AssetFolder.TAGS, TagFile.of(used.values()));
        }
        return files;
    }

    private static String named(String name, Stored thing) {
        return Names.plain(name) + "_" + thing.id() + ".yaml";
    }

    private static List<String> names(List<Tag> on) {
        return on == null ? List.of() : on.stream().map(Tag::name).toList();
    }

    private static void put(ZipOutputStream zip, String name, Map<String, Object> fields) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(YamlText.of(fields).getBytes(UTF_8));
        zip.closeEntry();
    }

    @Override
    public ImportOutcome read(Path zip, AssetKind kind, GivenSecrets given, boolean overwrite, Principal principal) {
        try (Unpacked unpacked = Unpacked.of(zip)) {
            AssetFolder sent = AssetFolder.read(unpacked.folder());
            if (!sent.type().isEmpty() && !sent.type().equals(kind.type())) {
                throw KaravelException.invalid(
                        "metadata.yaml", "This is an export of type " + sent.type() + ", not " + kind.type());
            }
            SecretsAsked asked = new SecretsAsked(databases, importer.databaseImport, given);
            AssetFolder assets = sent.withDatabases(
                    sent.databases().stream().map(asked::filled).toList());
            Predicate<String> changed = word ->
                    overwrite && (kind == AssetKind.ASSETS || kind.word().equals(word));
            new ImportRights(databases, datasets, charts, dashboards, trash, access)
                    .require(assets, changed, principal);
            ImportOutcome.Asks asks =
                    new ImportOutcome.Asks(missing(assets, asked, changed), present(assets, kind, changed));
            if (!asks.secrets().isEmpty() || !asks.present().isEmpty()) {
                return asks;
            }
            Journal journal = new Journal(changed, principal.userId(), trash);
            List<String> lines =
                    importer.importAssets(assets, journal, () -> access.may(principal, "can_write", "Theme"));
            new TagImport(tags, principal.userId()).run(assets, charts, dashboards, changed);
            return new ImportOutcome.Done(lines);
        }
    }

    private Map<String, List<String>> missing(AssetFolder assets, SecretsAsked secrets, Predicate<String> changed) {
        Map<String, List<String>> missing = new LinkedHashMap<>();
        for (Fields file : assets.databases()) {
            boolean known = databases.find(file.uuid("uuid")).isPresent();
            if (known && !changed.test("database")) {
                continue;
            }
            if (file.required("sqlalchemy_uri").endsWith("://")) {
                throw file.wrong("how this database is reached is not in the export, and it is not known here");
            }
            List<String> words = secrets.missing(file);
            if (!words.isEmpty()) {
                missing.put(file.file(), words);
            }
        }
        return missing;
    }

    private Map<String, String> present(AssetFolder assets, AssetKind kind, Predicate<String> changed) {
        if (changed.test(kind.word())) {
            return Map.of();
        }
        return switch (kind) {
            case DATABASE -> present("Database", assets.databases(), databases::find);
            case DATASET -> present("Dataset", assets.datasets(), datasets::find);
            case CHART -> present("Chart", assets.charts(), charts::find);
            case DASHBOARD -> present("Dashboard", assets.dashboards(), dashboards::find);
            case ASSETS -> {
                Map<String, String> all = new LinkedHashMap<>();
                for (AssetKind each : AssetKind.values()) {
                    all.putAll(each == kind ? Map.of() : present(assets, each, changed));
                }
                yield all;
            }
        };
    }

    private static Map<String, String> present(
            String noun, List<Fields> files, Function<java.util.UUID, Optional<? extends Stored>> find) {
        Map<String, String> present = new LinkedHashMap<>();
        for (Fields file : files) {
            if (find.apply(file.uuid("uuid")).isPresent()) {
                present.put(file.file(), noun + " already exists and `overwrite=true` was not passed");
            }
        }
        return present;
    }
}
