package dev.karavel.metadata.repository;

import static dev.karavel.metadata.repository.Repositories.column;
import static dev.karavel.metadata.repository.Repositories.metric;
import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.DatasetColumn;
import dev.karavel.api.catalog.DatasetMetric;
import dev.karavel.api.catalog.DatasetSettings;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Permission;
import dev.karavel.api.catalog.RowRule;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.catalog.User;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.event.Topics;
import dev.karavel.spi.data.ColumnType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is stored comes back; what changes is counted and announced. */
abstract class RepositoryContract extends DatabaseTest {

    @Test
    void whatAnotherNodeChangedOrDeletedIsSeenAtOnce() {
        Repositories here = new Repositories(database.transactions());
        Repositories there = new Repositories(database.transactions());
        assertThat(here.datasets.find(flights.id())).contains(flights);
        assertThat(here.datasets.find(flights.id())).contains(flights);

        Dataset changed = there.datasets.save(flights.withSql("SELECT 1 AS n"));
        assertThat(here.datasets.find(flights.id())).contains(changed);

        all.charts.ofDataset(flights.id()).forEach(chart -> there.charts.delete(chart.id()));
        there.datasets.delete(flights.id());
        assertThat(here.datasets.find(flights.id())).isEmpty();
    }

    @Test
    void aChartThatAnotherNodeChangedIsSeenAtOnce() {
        Repositories here = new Repositories(database.transactions());
        Repositories there = new Repositories(database.transactions());
        assertThat(here.charts.find(delays.id())).contains(delays);
        assertThat(here.charts.find(delays.id())).contains(delays);

        Chart changed = there.charts.save(Repositories.withParams(delays, "{}"));

        assertThat(here.charts.find(delays.id())).contains(changed);
    }

    @Test
    void aChartWhoseOwnerLeftHasOneOwnerLessAndCanBeSaved() {
        assertThat(all.charts.find(delays.id()).orElseThrow().owners()).contains(ann.id());

        assertThat(all.users.delete(ann.id())).isTrue();

        Chart orphan = all.charts.find(delays.id()).orElseThrow();
        assertThat(orphan.owners()).isEmpty();
        assertThat(all.charts.save(Repositories.withParams(orphan, "{}")).params())
                .isEqualTo("{}");
    }

    @Test
    void aDatasetWhoseOwnerLeftHasOneOwnerLessAndCanBeSaved() {
        assertThat(all.datasets.find(flights.id()).orElseThrow().owners()).contains(ann.id());

        assertThat(all.users.delete(ann.id())).isTrue();

        Dataset orphan = all.datasets.find(flights.id()).orElseThrow();
        assertThat(orphan.owners()).isEmpty();
        assertThat(all.datasets.save(orphan.withSql("SELECT 1 AS n")).sql()).contains("SELECT 1 AS n");
    }

    @Test
    void everyThingComesBackAsItWasSaved() {
        assertThat(all.roles.find(admin.id())).contains(admin);
        assertThat(all.roles.findByName("Admin")).contains(admin);
        assertThat(all.users.find(ann.uuid())).contains(ann);
        assertThat(all.databases.find(warehouse.id())).contains(warehouse);
        assertThat(all.databases.findByName("warehouse")).contains(warehouse);
        assertThat(all.datasets.find(flights.id())).contains(flights);
        assertThat(all.datasets.findTable(warehouse.id(), Optional.of("main"), "flights"))
                .contains(flights);
        assertThat(all.datasets.ofDatabase(warehouse.id())).containsExactly(flights);
        assertThat(all.charts.find(delays.id())).contains(delays);
        assertThat(all.charts.ofDataset(flights.id())).containsExactly(delays);
        assertThat(all.dashboards.find(overview.id())).contains(overview);
        assertThat(all.dashboards.withChart(delays.id())).containsExactly(overview);

        RowRule rule = all.rowRules.save(new RowRule(
                0,
                UUID.randomUUID(),
                0,
                "own region",
                RowRule.Kind.REGULAR,
                Set.of(flights.id()),
                Set.of("Admin"),
                "region = 'north'",
                "region",
                "why"));
        assertThat(all.rowRules.find(rule.id())).contains(rule);
        assertThat(all.rowRules.ofDataset(flights.id())).contains(rule).hasSize(2);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThat(all.charts.find(4711)).isEmpty();
        assertThat(all.charts.find(UUID.randomUUID())).isEmpty();
        assertThat(all.charts.find(List.of(4711L, delays.id()))).containsExactly(delays);
        assertThat(all.charts.find(List.of())).isEmpty();
        assertThat(all.charts.delete(4711)).isFalse();
        assertThat(all.users.findByName("nobody")).isEmpty();
        assertThat(all.users.passwordHash(4711)).isEmpty();
    }

    @Test
    void saveCountsVersionsAndKeepsWhoAndWhenItWasMade() {
        Dashboard made =
                all.dashboards.save(Repositories.with(overview, overview.stamp().by(ann.id())));
        Dashboard changed =
                all.dashboards.save(Repositories.with(made, made.stamp().by(bob.id())));

        assertThat(changed.version()).isEqualTo(made.version() + 1);
        assertThat(changed.uuid()).isEqualTo(overview.uuid());
        assertThat(changed.stamp().createdBy()).contains(ann.id());
        assertThat(changed.stamp().changedBy()).contains(bob.id());
        assertThat(changed.stamp().createdOn()).isEqualTo(overview.stamp().createdOn());
        assertThat(changed.stamp().changedOn()).isAfter(made.stamp().changedOn());
    }

    @Test
    void aChangeOfColumnsAloneIsANewVersionOfTheDataset() {
        Dataset changed = all.datasets.save(Repositories.with(flights, List.of(), flights.metrics()));
        assertThat(changed.version()).isGreaterThan(flights.version());
        assertThat(all.datasets.find(flights.id())).contains(changed);
    }

    @Test
    void theSettingsOfADatasetComeBack() {
        DatasetSettings settings = new DatasetSettings(
                -2,
                "{\"region\":\"north\"}",
                Optional.of("origin is not null"),
                true,
                true,
                Optional.of("lake"),
                false,
                Optional.of("Europe/Berlin"));
        Dataset changed = all.datasets.save(flights.withSettings(settings));
        assertThat(changed.settings()).isEqualTo(settings);
        assertThat(changed.version()).isGreaterThan(flights.version());
        assertThat(all.datasets.find(flights.id())).contains(changed);
    }

    @Test
    void columnsKeepTheirIdentityWhenTheyMoveOrGetOtherNames() {
        DatasetColumn at = flights.columns().get(0);
        DatasetColumn origin = flights.columns().get(1);
        DatasetColumn renamed = new DatasetColumn(
                at.id(),
                at.uuid(),
                "origin",
                "Origin",
                "VARCHAR",
                ColumnType.TEXT,
                false,
                true,
                true,
                Optional.empty(),
                "");
        DatasetColumn swapped = new DatasetColumn(
                origin.id(),
                origin.uuid(),
                "at",
                "",
                "TIMESTAMP",
                ColumnType.DATE,
                true,
                false,
                true,
                Optional.of("a+b"),
                "x");
        DatasetColumn added = column("delay", ColumnType.DECIMAL);

        Dataset saved =
                all.datasets.save(Repositories.with(flights, List.of(added, swapped, renamed), flights.metrics()));

        assertThat(saved.columns().subList(1, 3)).containsExactly(swapped, renamed);
        assertThat(saved.columns().get(0).uuid()).isEqualTo(added.uuid());
        assertThat(all.datasets.find(saved.id())).contains(saved);
    }

    @Test
    void columnsWithoutIdAreKnownByTheirName() {
        DatasetMetric again = metric("count", "SUM(1)");
        Dataset saved = all.datasets.save(Repositories.with(flights, flights.columns(), List.of(again)));
        assertThat(saved.metrics()).singleElement().satisfies(metric -> {
            assertThat(metric.id()).isEqualTo(flights.metrics().get(0).id());
            assertThat(metric.expression()).isEqualTo("SUM(1)");
        });
        assertThat(all.datasets.find(saved.id())).contains(saved);
    }

    @Test
    void dashboardsThatAreWarmedUpAreFoundAmongAll() {
        assertThat(all.dashboards.withWarmUp()).isEmpty();
        Dashboard warmed =
                all.dashboards.save(Repositories.withMetadata(overview, "{\"warm_up\":{\"crontab\":\"0 7 * * *\"}}"));
        assertThat(all.dashboards.withWarmUp()).containsExactly(warmed);
    }

    @Test
    void chartsOfADashboardKeepTheirOrderAndCloseGaps() {
        Chart second = all.chart(flights, "Second");
        Chart third = all.chart(flights, "Third");
        Dashboard saved = all.dashboards.save(
                Repositories.withCharts(overview, List.of(third.id(), delays.id(), second.id(), third.id())));
        assertThat(saved.charts()).containsExactly(third.id(), delays.id(), second.id());

        all.charts.delete(delays.id());
        assertThat(all.dashboards.find(overview.id()).orElseThrow().charts()).hasSize(3);
        all.trash.erase(ThingKind.CHART, delays.id());
        Dashboard later = all.dashboards.find(overview.id()).orElseThrow();
        assertThat(later.charts()).containsExactly(third.id(), second.id());

        Dashboard turned = all.dashboards.save(Repositories.withCharts(later, List.of(second.id(), third.id())));
        assertThat(turned.charts()).containsExactly(second.id(), third.id());
        assertThat(all.dashboards.find(overview.id())).contains(turned);
    }

    @Test
    void ownersRolesSettingsAndPermissionsCanBeAddedAndTakenAway() {
        User plain = all.users.save(Repositories.with(ann, Set.of()));
        assertThat(all.users.find(ann.id()).orElseThrow().roles()).isEmpty();
        assertThat(all.users
                        .save(Repositories.with(plain, Set.of("Gamma", "Admin")))
                        .roles())
                .containsExactlyInAnyOrder("Gamma", "Admin");

        Database moved = all.databases.save(Repositories.with(warehouse, Map.of("path", "/else", "new", "")));
        assertThat(all.databases.find(warehouse.id()).orElseThrow().settings())
                .isEqualTo(moved.settings())
                .containsExactlyInAnyOrderEntriesOf(Map.of("path", "/else", "new", ""));

        Permission read = new Permission("can_read", "Dashboard");
        all.roles.save(Repositories.with(admin, read, new Permission("can_write", "Dashboard")));
        assertThat(all.roles.find(admin.id()).orElseThrow().permissions())
                .containsExactlyInAnyOrder(read, new Permission("can_write", "Dashboard"));
    }

    @Test
    void textsOfAnyLengthAndScriptAreKept() {
        String text = "{\"a\":\"é€𝄞 'x' \\\\ \n" + "𝄞é".repeat(100_000) + "\"}";
        Dashboard saved = all.dashboards.save(Repositories.withPosition(overview, text));
        assertThat(all.dashboards.find(saved.id()).orElseThrow().position()).isEqualTo(text);
    }

    @Test
    void aPasswordIsNoPartOfTheUserAndLeavesItsVersionAlone() {
        assertThat(all.users.passwordHash(ann.id())).isEmpty();
        all.users.setPasswordHash(ann.id(), "$argon2id$v=19$…");
        assertThat(all.users.passwordHash(ann.id())).contains("$argon2id$v=19$…");

        User saved = all.users.save(Repositories.with(ann, Set.of("Gamma")));
        assertThat(all.users.passwordHash(saved.id())).contains("$argon2id$v=19$…");
        assertThat(saved.toString()).doesNotContain("argon2id");
    }

    @Test
    void changesAreAnnouncedWithTheirIds() {
        all.events.clear();
        all.charts.save(Repositories.withParams(delays, "{}"));
        all.charts.delete(delays.id());
        all.users.setPasswordHash(ann.id(), "x");

        assertThat(all.events)
                .extracting(event ->
                        List.of(event.getTopic(), event.getProperty(Topics.ID), event.getProperty(Topics.DELETED)))
                .containsExactly(
                        List.of(Topics.CHART_CHANGED, delays.id(), false),
                        List.of(Topics.CHART_CHANGED, delays.id(), true),
                        List.of(Topics.USER_CHANGED, ann.id(), false));
    }

    @Test
    void whatBelongsToAThingGoesWithIt() {
        all.dashboards.delete(overview.id());
        all.charts.delete(delays.id());
        all.datasets.delete(flights.id());
        all.databases.delete(warehouse.id());
        all.users.delete(ann.id());
        all.roles.delete(admin.id());
        assertThat(all.dashboards.find(overview.id())).isEmpty();
        assertThat(all.charts.find(delays.id())).isEmpty();
        assertThat(all.datasets.find(flights.id())).isEmpty();
        assertThat(all.databases.find(warehouse.id())).isEmpty();
        assertThat(all.users.find(ann.id())).isEmpty();
        assertThat(all.roles.find(admin.id())).isEmpty();
    }

    @Test
    void aPersonWhoLeavesIsNoLongerAnOwner() {
        all.users.delete(ann.id());
        assertThat(all.charts.find(delays.id()).orElseThrow().owners()).isEmpty();
        assertThat(all.dashboards.find(overview.id()).orElseThrow().owners()).isEmpty();
    }

    /** Derby alone would find itself in a deadlock and notice after 20 s. */
    @Test
    @Timeout(18)
    void readersAndWritersAtOnceDoNotStandInEachOthersWay() throws Exception {
        Visibility limited = new Visibility.Limited(bob.id(), Set.of(flights.id()), Set.of("Gamma"));
        ListQuery page = new ListQuery(List.of(), "", false, 0, 25, limited);
        Callable<Void> reader = () -> {
            for (int i = 0; i < 15; i++) {
                assertThat(all.dashboards.list(page).items()).isNotEmpty();
                assertThat(all.charts.list(page).items()).isNotEmpty();
            }
            return null;
        };
        Callable<Void> writer = () -> {
            for (int i = 0; i < 5; i++) {
                Chart chart = all.chart(flights, "New", ann);
                Dashboard shown = all.dashboard("New", List.of(delays, chart), ann);
                all.dashboards.save(Repositories.withCharts(shown, List.of(delays.id())));
                all.charts.delete(chart.id());
                all.dashboards.delete(shown.id());
            }
            return null;
        };
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            for (Future<Void> done : threads.invokeAll(List.of(reader, writer, reader, writer, reader, writer))) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(all.dashboards.list(page).items()).containsExactly(overview);
    }
}
