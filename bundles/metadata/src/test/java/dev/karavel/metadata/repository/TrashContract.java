package dev.karavel.metadata.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.ListQuery.Condition;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.Tag;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.catalog.Trashed;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is deleted is out of sight and comes back with all that belongs to it. Tags and preferences. */
abstract class TrashContract extends DatabaseTest {
    @Test
    void whatIsDeletedIsNowhereButInTheTrash() {
        assertThat(all.dashboards.delete(overview.id())).isTrue();
        assertThat(all.dashboards.delete(overview.id())).isFalse();

        assertThat(all.dashboards.find(overview.id())).isEmpty();
        assertThat(all.dashboards.find(overview.uuid())).isEmpty();
        assertThat(all.dashboards.find(List.of(overview.id()))).isEmpty();
        assertThat(all.dashboards.list(ListQuery.everything()).count()).isZero();
        assertThat(all.dashboards.withChart(delays.id())).isEmpty();
        assertThatThrownBy(() -> all.dashboards.save(overview)).hasMessageContaining("Dashboard");
        assertThat(all.trash.all()).extracting(Trashed::name).containsExactly("Overview");
        assertThat(all.trash.find(ThingKind.DASHBOARD, overview.id()))
                .hasValueSatisfying(one -> assertThat(one.owners()).containsExactly(ann.id()));
    }

    @Test
    void itComesBackWithItsRelationsAndUnderItsIdentity() {
        Tag tag = all.tags.save(new Tag(0, null, 0, "Sales", "", Stamp.none()));
        all.tags.put(tag.id(), ThingKind.CHART, delays.id());
        all.favorites.mark(ann.id(), ThingKind.CHART, delays.id());
        all.charts.delete(delays.id());
        assertThat(all.charts.find(delays.id())).isEmpty();

        assertThat(all.trash.find(ThingKind.CHART, delays.uuid()))
                .hasValueSatisfying(lying -> assertThat(lying.id()).isEqualTo(delays.id()));
        assertThat(all.trash.find(ThingKind.DASHBOARD, delays.uuid())).isEmpty();

        all.trash.restore(ThingKind.CHART, delays.id());

        assertThat(all.trash.find(ThingKind.CHART, delays.uuid())).isEmpty();
        assertThat(all.charts.find(delays.uuid())).hasValueSatisfying(chart -> {
            assertThat(chart.id()).isEqualTo(delays.id());
            assertThat(chart.owners()).containsExactly(ann.id());
        });
        assertThat(all.dashboards.withChart(delays.id())).hasSize(1);
        assertThat(all.tags.on(ThingKind.CHART, List.of(delays.id()))).containsKey(delays.id());
        assertThat(all.favorites.of(ann.id(), ThingKind.CHART)).containsExactly(delays.id());
        assertThat(all.trash.all()).isEmpty();
        refused(ErrorCode.NOT_FOUND, "", () -> all.trash.restore(ThingKind.CHART, delays.id()));
    }

    @Test
    void anAddressThatWasTakenMeanwhileIsSaid() {
        Dashboard first = slugged("First");
        all.dashboards.delete(first.id());
        Dashboard second = slugged("Second");

        refused(ErrorCode.CONFLICT, "slug", () -> all.trash.restore(ThingKind.DASHBOARD, first.id()));
        all.dashboards.delete(second.id());
        all.trash.restore(ThingKind.DASHBOARD, first.id());
        assertThat(all.dashboards.findBySlug("world")).map(Dashboard::title).contains("First");
    }

    @Test
    void aDatasetGoesAfterItsChartsAndComesBackBeforeThem() {
        assertThatThrownBy(() -> all.datasets.delete(flights.id())).hasMessageContaining("used by charts");
        all.charts.delete(delays.id());
        all.datasets.delete(flights.id());
        Dataset again = all.dataset(warehouse, "flights", ann);

        assertThatThrownBy(() -> all.trash.restore(ThingKind.CHART, delays.id()))
                .hasMessageContaining("flights is in the trash too");
        refused(ErrorCode.CONFLICT, "table_name", () -> all.trash.restore(ThingKind.DATASET, flights.id()));
        all.datasets.delete(again.id());
        all.trash.restore(ThingKind.DATASET, flights.id());
        all.trash.restore(ThingKind.CHART, delays.id());
        assertThat(all.datasets.find(flights.id())).map(Dataset::tableName).contains("flights");
        assertThat(all.charts.find(delays.id())).isPresent();
    }

    @Test
    void aDatabaseTakesWhatLiesInTheTrashWithIt() {
        all.charts.delete(delays.id());
        all.datasets.delete(flights.id());
        assertThat(all.databases.delete(warehouse.id())).isTrue();
        assertThat(all.trash.find(ThingKind.DATASET, flights.id())).isEmpty();
    }

    @Test
    void whatIsErasedIsGoneWithAllThatWasKeptOfIt() {
        all.charts.delete(delays.id());
        assertThat(all.trash.erase(ThingKind.CHART, delays.id())).isTrue();
        assertThat(all.trash.erase(ThingKind.CHART, delays.id())).isFalse();
        assertThat(all.versions.of(ThingKind.CHART, delays.id())).isEmpty();
        assertThat(all.dashboards.find(overview.id()))
                .hasValueSatisfying(dashboard -> assertThat(dashboard.charts()).isEmpty());
    }

    @Test
    void onlyWhatLayThereLongEnoughIsPurged() {
        all.charts.delete(delays.id());
        all.datasets.delete(flights.id());
        assertThat(all.trash.purge()).isZero();
        for (String table : List.of("slices", "tables")) {
            database.transactions().write(entities -> entities.createNativeQuery(
                            "update " + table + " set deleted_on = ?1 where deleted_on is not null")
                    .setParameter(1, Timestamp.valueOf("2020-01-01 00:00:00"))
                    .executeUpdate());
        }
        assertThat(all.trash.purge()).isEqualTo(2);
        assertThat(all.trash.all()).isEmpty();
    }

    @Test
    void tagsAreFoundByNameAndFilterLists() {
        Tag tag = all.tags.save(new Tag(0, null, 0, "Sales", "", Stamp.none()));
        all.tags.put(tag.id(), ThingKind.DASHBOARD, overview.id());
        all.tags.put(tag.id(), ThingKind.DASHBOARD, overview.id());

        assertThat(all.tags.findByName("sales")).contains(tag);
        assertThat(all.tags.on(ThingKind.DASHBOARD, List.of(overview.id(), 99L)))
                .isEqualTo(Map.of(overview.id(), List.of(tag)));
        assertThat(all.tags.under(tag.id())).isEqualTo(Map.of(ThingKind.DASHBOARD, List.of(overview.id())));
        assertThat(listed("dashboard_tags", "SAL")).hasSize(1);
        assertThat(listed("dashboard_tag_id", List.of(tag.id()))).hasSize(1);
        assertThat(listed("dashboard_tags", "other")).isEmpty();
        assertThat(all.tags.take(tag.id(), ThingKind.DASHBOARD, overview.id())).isTrue();
        assertThat(all.tags.take(tag.id(), ThingKind.DASHBOARD, overview.id())).isFalse();
        refused(ErrorCode.CONFLICT, "name", () -> all.tags.save(new Tag(0, null, 0, "SALES", "", Stamp.none())));
    }

    @Test
    void preferencesAreEachPersonsOwn() {
        all.preferences.store(ann.id(), Map.of("language", "fr", "theme", "dark"));
        all.preferences.store(ann.id(), Map.of("language", "de"));
        assertThat(all.preferences.of(ann.id())).isEqualTo(Map.of("language", "de"));
        assertThat(all.preferences.of(bob.id())).isEmpty();
    }

    private static void refused(ErrorCode code, String field, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(KaravelException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.field()).isEqualTo(field);
        });
    }

    private List<Dashboard> listed(String operator, Object value) {
        return all.dashboards
                .list(new ListQuery(
                        List.of(new Condition("tags", operator, value)), "", false, 0, 10, new Visibility.All()))
                .items();
    }

    private Dashboard slugged(String title) {
        return all.dashboards.save(Repositories.dashboard(title, Optional.of("world"), true, List.of(), Set.of(), ann));
    }
}
