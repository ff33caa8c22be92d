package dev.karavel.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.Tag;
import dev.karavel.api.catalog.Theme;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.exchange.AssetKind;
import dev.karavel.api.exchange.GivenSecrets;
import dev.karavel.api.exchange.ImportOutcome;
import dev.karavel.api.security.Principal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipExchangeTest {
    private static final Principal ADMIN = new Principal(5, "admin", "Ada", Set.of("Admin"), false);
    private static final Principal MARY = new Principal(7, "mary", "Mary", Set.of("Gamma"), false);

    @TempDir
    private Path folder;

    private DuckDbWarehouses warehouses;
    private Installation here;
    private Installation there;

    /** A server's catalog and its exchange. */
    private final class Installation {
        final Catalog catalog = new Catalog();
        final KeptTags tags = new KeptTags();
        final KeptTrash trash = new KeptTrash();
        final NamedRights rights = new NamedRights();
        final FolderImporter importer = new FolderImporter(
                catalog.databases,
                catalog.datasets,
                catalog.charts,
                catalog.dashboards,
                catalog.themes,
                warehouses,
                warehouses,
                trash);
        final ZipExchange exchange = new ZipExchange(
                importer,
                catalog.databases,
                catalog.datasets,
                catalog.charts,
                catalog.dashboards,
                catalog.themes,
                tags,
                trash,
                warehouses,
                warehouses,
                rights);

        Path export(AssetKind kind, long id, Principal principal) throws IOException {
            Path zip = Files.createTempFile(folder, "export", ".zip");
            try (OutputStream out = Files.newOutputStream(zip)) {
                exchange.export(kind, List.of(id), principal).writeTo(out);
            }
            return zip;
        }

        ImportOutcome read(Path zip, AssetKind kind, boolean overwrite, Principal principal) {
            return exchange.read(zip, kind, GivenSecrets.none(), overwrite, principal);
        }

        Dashboard dashboard() {
            return catalog.dashboards.things.values().iterator().next();
        }
    }

    @BeforeEach
    void importAShop() throws IOException {
        warehouses = new DuckDbWarehouses(folder.resolve("server"));
        here = new Installation();
        there = new Installation();
        Path source = Files.createDirectory(folder.resolve("source"));
        for (String name : List.of("metadata.yaml", "database.yaml", "dataset.yaml", "chart.yaml", "dashboard.yaml")) {
            try (InputStream in = getClass().getResourceAsStream("/shop/" + name)) {
                String kind = name.replace(".yaml", "s/shop.yaml");
                Path target = source.resolve(name.startsWith("metadata") ? name : kind);
                Files.createDirectories(target.getParent());
                Files.copy(in, target);
            }
        }
        here.importer.importFolder(source, false, ADMIN.userId());
        // Ids differ from one installation to the next.
        there.catalog.charts.save(new Chart(
                0,
                UUID.randomUUID(),
                0,
                "Other",
                "pie",
                1,
                "{}",
                java.util.Optional.empty(),
                "",
                java.util.Optional.empty(),
                "",
                "",
                Set.of(),
                Stamp.none()));
        Tag tag = here.tags.save(new Tag(0, UUID.randomUUID(), 0, "shopping", "", Stamp.none()));
        here.tags.put(tag.id(), ThingKind.DASHBOARD, here.dashboard().id());
    }

    @AfterEach
    void close() {
        warehouses.close();
    }

    @Test
    void aDashboardComesBackAsItWentWithAllItStandsOn() throws IOException {
        Path zip = here.export(AssetKind.DASHBOARD, here.dashboard().id(), ADMIN);

        ImportOutcome outcome = there.read(zip, AssetKind.DASHBOARD, false, ADMIN);

        assertThat(outcome).isInstanceOfSatisfying(ImportOutcome.Done.class, done -> assertThat(done.lines())
                .containsExactly(
                        "Made database Shop", "Made dataset sales", "Made chart Sales", "Made dashboard Shop"));
        Path again = there.export(AssetKind.DASHBOARD, there.dashboard().id(), ADMIN);
        Map<String, String> before = texts(zip);
        Map<String, String> after = texts(again);
        assertThat(before.keySet()).anyMatch(name -> name.matches("dashboard_export_\\d{8}T\\d{6}/metadata.yaml"));
        long chartHere = here.dashboard().charts().get(0);
        long chartThere = there.dashboard().charts().get(0);
        assertThat(chartThere).isNotEqualTo(chartHere);
        assertThat(file(after, "dashboards/"))
                .isEqualTo(
                        file(before, "dashboards/").replaceAll("\\b" + chartHere + "\\b", String.valueOf(chartThere)));
        assertThat(file(after, "dashboards/")).contains("shopping").contains("datasetUuid");
        assertThat(file(after, "databases/")).isEqualTo(file(before, "databases/"));
        assertThat(file(after, "datasets/")).isEqualTo(file(before, "datasets/"));
        assertThat(there.tags.on(ThingKind.DASHBOARD, List.of(there.dashboard().id())))
                .hasSize(1);
    }

    @Test
    void aThemeGoesWithItsDashboardWhereOneMayMakeThemes() throws IOException {
        Theme sea = here.catalog.themes.save(
                new Theme(0, UUID.randomUUID(), 0, "Sea", "{\"light\":{\"accent\":\"#003344\"}}", false, Stamp.none()));
        here.catalog.dashboards.save(withTheme(here.dashboard(), sea.id()));
        Path zip = here.export(AssetKind.DASHBOARD, here.dashboard().id(), ADMIN);
        assertThat(file(texts(zip), "themes/")).contains("#003344");
        there.rights.granted.addAll(
                List.of("can_write Dashboard", "can_write Chart", "can_write Dataset", "can_write Database"));

        assertThat(there.read(zip, AssetKind.DASHBOARD, false, MARY))
                .isInstanceOfSatisfying(ImportOutcome.Done.class, done -> assertThat(done.lines())
                        .anyMatch(line -> line.contains("you may not make themes")));
        assertThat(there.dashboard().theme()).isEmpty();

        there.read(zip, AssetKind.DASHBOARD, true, ADMIN);
        assertThat(there.dashboard().theme().flatMap(there.catalog.themes::find))
                .hasValueSatisfying(theme -> assertThat(theme.json()).contains("#003344"));
    }

    @Test
    void aThemeWhoseNameIsTakenIsLeftOutAndItsDashboardComes() throws IOException {
        Theme sea = here.catalog.themes.save(
                new Theme(0, UUID.randomUUID(), 0, "Sea", "{\"light\":{}}", false, Stamp.none()));
        here.catalog.dashboards.save(withTheme(here.dashboard(), sea.id()));
        Path zip = here.export(AssetKind.DASHBOARD, here.dashboard().id(), ADMIN);
        there.catalog.themes.save(new Theme(0, UUID.randomUUID(), 0, "Sea", "{}", false, Stamp.none()));

        assertThat(there.read(zip, AssetKind.DASHBOARD, false, ADMIN))
                .isInstanceOfSatisfying(ImportOutcome.Done.class, done -> assertThat(done.lines())
                        .anyMatch(line -> line.startsWith("Left out themes/Sea")));
        assertThat(there.dashboard().theme()).isEmpty();
    }

    private static Dashboard withTheme(Dashboard old, long theme) {
        return new Dashboard(
                old.id(),
                old.uuid(),
                old.version(),
                old.title(),
                old.slug(),
                old.description(),
                old.position(),
                old.metadata(),
                old.css(),
                old.published(),
                old.certifiedBy(),
                old.certificationDetails(),
                old.charts(),
                old.owners(),
                old.roles(),
                Optional.of(theme),
                old.stamp());
    }

    @Test
    void whatExistsIsToldOfAndChangedOnlyIfThatIsSaid() throws IOException {
        Dashboard board = here.dashboard();
        Path zip = here.export(AssetKind.DASHBOARD, board.id(), ADMIN);

        assertThat(here.read(zip, AssetKind.DASHBOARD, false, ADMIN))
                .isInstanceOfSatisfying(ImportOutcome.Asks.class, asks -> assertThat(asks.present())
                        .containsExactly(Map.entry(
                                "dashboards/Shop_" + board.id() + ".yaml",
                                "Dashboard already exists and `overwrite=true` was not passed")));
        assertThat(here.read(zip, AssetKind.DASHBOARD, true, ADMIN))
                .isEqualTo(new ImportOutcome.Done(List.of("Changed dashboard Shop")));
    }

    @Test
    void aHiddenPasswordIsAskedForAndFilledIn() throws IOException {
        Database walled = here.catalog.databases.save(new Database(
                0,
                UUID.randomUUID(),
                0,
                "Walled",
                "walled",
                Map.of("user", "u", "password", "{enc}x"),
                java.util.Optional.empty(),
                true,
                false,
                false,
                "{}",
                Stamp.none()));
        Path zip = here.export(AssetKind.DATABASE, walled.id(), ADMIN);
        assertThat(file(texts(zip), "databases/")).contains("XXXXXXXXXX").doesNotContain("{enc}");

        assertThat(there.read(zip, AssetKind.DATABASE, false, ADMIN))
                .isInstanceOfSatisfying(ImportOutcome.Asks.class, asks -> assertThat(asks.secrets())
                        .containsExactly(Map.entry(
                                "databases/Walled.yaml", List.of("Must provide a password for the database"))));
        assertThat(there.catalog.databases.things).isEmpty();
        GivenSecrets given =
                new GivenSecrets(Map.of("databases/Walled.yaml", "drowssap"), Map.of(), Map.of(), Map.of(), Map.of());
        assertThat(there.exchange.read(zip, AssetKind.DATABASE, given, false, ADMIN))
                .isInstanceOf(ImportOutcome.Done.class);
        assertThat(there.catalog.databases.findByName("Walled").orElseThrow().settings())
                .containsEntry("password", "{enc}password");
    }

    @Test
    void anOptionThatTheExportHidesIsAskedForByItsPathAndFilledIn() throws IOException {
        Database walled = here.catalog.databases.save(new Database(
                0,
                UUID.randomUUID(),
                0,
                "Walled",
                "walled",
                Map.of("user", "u"),
                java.util.Optional.empty(),
                true,
                false,
                false,
                "{\"karavel\":{\"driver\":\"own\",\"encrypted_extra\":\"{\\\"oauth\\\":{\\\"keys\\\":[\\\"k\\\"]}}\"}}",
                Stamp.none()));
        Path zip = here.export(AssetKind.DATABASE, walled.id(), ADMIN);
        assertThat(file(texts(zip), "databases/"))
                .contains("masked_encrypted_extra: '{\"oauth\":{\"keys\":[\"XXXXXXXXXX\"]}}'");

        assertThat(there.read(zip, AssetKind.DATABASE, false, ADMIN))
                .isInstanceOfSatisfying(ImportOutcome.Asks.class, asks -> assertThat(asks.secrets())
                        .containsEntry(
                                "databases/Walled.yaml",
                                List.of("Must provide value for masked_encrypted_extra field: $.oauth.keys[0]")));
        GivenSecrets given = new GivenSecrets(
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of("databases/Walled.yaml", Map.of("$.oauth.keys[0]", "mine")));
        assertThat(there.exchange.read(zip, AssetKind.DATABASE, given, false, ADMIN))
                .isInstanceOf(ImportOutcome.Done.class);
        // The fake turns round what it encrypts.
        assertThat(there.catalog.databases.findByName("Walled").orElseThrow().extra())
                .contains("enim");
        assertThat(here.read(zip, AssetKind.DATABASE, true, ADMIN))
                .as("what is hidden stays as it is, where it is known")
                .isInstanceOf(ImportOutcome.Done.class);
        assertThat(here.catalog.databases.find(walled.id()).orElseThrow().extra())
                .contains("\"driver\":\"own\"");
    }

    @Test
    void whatLiesInTheTrashComesBackAndIsNotMadeASecondTime() throws IOException {
        Dashboard board = here.dashboard();
        Path zip = here.export(AssetKind.DASHBOARD, board.id(), ADMIN);
        here.trash.put(ThingKind.DASHBOARD, here.catalog.dashboards, board, Set.of(MARY.userId()));

        here.rights.granted.addAll(List.of("can_write Dashboard", "query sales"));
        Principal other = new Principal(8, "other", "Other", Set.of("Gamma"), false);
        assertThatThrownBy(() -> here.read(zip, AssetKind.DASHBOARD, false, other))
                .hasMessageContaining("lies in the trash");
        assertThat(here.read(zip, AssetKind.DASHBOARD, false, MARY))
                .isEqualTo(new ImportOutcome.Done(List.of("Restored dashboard Shop")));

        assertThat(here.catalog.dashboards.things).containsOnlyKeys(board.id());
        assertThat(here.dashboard().owners()).isEqualTo(board.owners());
        assertThat(here.trash.all()).isEmpty();
    }

    @Test
    void everythingAtOnceCountsUnlessItIsSaidNotTo() throws IOException {
        here.tags.save(new Tag(0, UUID.randomUUID(), 0, "unused", "", Stamp.none()));
        Path zip = here.export(AssetKind.ASSETS, 0, ADMIN);
        assertThat(file(texts(zip), "tags.yaml")).contains("tag_name: shopping").doesNotContain("unused");
        assertThat(here.read(zip, AssetKind.ASSETS, false, ADMIN))
                .isInstanceOfSatisfying(ImportOutcome.Asks.class, asks -> assertThat(asks.present())
                        .hasSize(4));
        assertThat(here.read(zip, AssetKind.ASSETS, true, ADMIN)).isInstanceOf(ImportOutcome.Done.class);
    }

    @Test
    void anImportIsNoWayAroundRights() throws IOException {
        Path zip = here.export(AssetKind.DASHBOARD, here.dashboard().id(), ADMIN);
        there.rights.granted.addAll(List.of("can_write Dashboard", "can_write Chart", "can_write Dataset"));
        assertThatThrownBy(() -> there.read(zip, AssetKind.DASHBOARD, false, MARY))
                .as("a database of one's own")
                .isInstanceOfSatisfying(KaravelException.class, refused -> assertThat(refused.code())
                        .isEqualTo(ErrorCode.FORBIDDEN));
        assertThat(there.catalog.databases.things).isEmpty();

        here.rights.granted.addAll(there.rights.granted);
        assertThatThrownBy(() -> here.read(zip, AssetKind.DASHBOARD, true, MARY))
                .as("somebody else's dashboard")
                .hasMessageContaining("only its owners");
        here.catalog.dashboards.things.clear();
        here.catalog.charts.things.clear();
        assertThatThrownBy(() -> here.read(zip, AssetKind.DASHBOARD, false, MARY))
                .as("a chart of data one may not read")
                .hasMessageContaining("no access to its dataset");
    }

    @Test
    void anExportHoldsNoDataOneMayNotReadAndTellsHowDatabasesAreReachedToFew() throws IOException {
        long board = here.dashboard().id();
        assertThatThrownBy(() -> here.export(AssetKind.DASHBOARD, board, MARY))
                .isInstanceOfSatisfying(KaravelException.class, refused -> assertThat(refused.code())
                        .isEqualTo(ErrorCode.FORBIDDEN));
        here.rights.granted.add("query sales");
        Path zip = here.export(AssetKind.DASHBOARD, board, MARY);
        assertThat(file(texts(zip), "databases/")).contains("sqlalchemy_uri: duckdb://\n");
        assertThatThrownBy(() -> there.read(zip, AssetKind.DASHBOARD, false, ADMIN))
                .hasMessageContaining("how this database is reached is not in the export");
    }

    @Test
    void aZipThatLeavesItsFolderOrIsOfAnotherKindIsRefused() throws IOException {
        Path evil = folder.resolve("evil.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(evil))) {
            zip.putNextEntry(new ZipEntry("root/../../../evil.yaml"));
            zip.write("a: 1".getBytes(UTF_8));
        }
        assertThatThrownBy(() -> there.read(evil, AssetKind.DASHBOARD, false, ADMIN))
                .hasMessageContaining("outside of it");
        assertThatThrownBy(() -> there.read(Files.writeString(evil, "no zip"), AssetKind.CHART, false, ADMIN))
                .hasMessageContaining("This is no ZIP");
        Path zip = here.export(AssetKind.DASHBOARD, here.dashboard().id(), ADMIN);
        assertThatThrownBy(() -> there.read(zip, AssetKind.CHART, false, ADMIN))
                .hasMessageContaining("an export of type Dashboard");
    }

    private static Map<String, String> texts(Path zip) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                texts.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
            }
        }
        return texts;
    }

    private static String file(Map<String, String> texts, String folder) {
        return texts.entrySet().stream()
                .filter(text -> text.getKey().contains("/" + folder))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
