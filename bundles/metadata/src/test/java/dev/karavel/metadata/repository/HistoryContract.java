package dev.karavel.metadata.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.CssTemplate;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.ListQuery.Condition;
import dev.karavel.api.catalog.SavedVersion;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.Theme;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What things looked like, and what people marked. */
abstract class HistoryContract extends DatabaseTest {
    @Test
    void everySaveKeepsWhatWasThereBefore() {
        Dashboard changed = all.dashboards.save(titled(overview, "Overview 2", "{\"a\":1,\"b\":{\"c\":2}}"));
        Dashboard again = all.dashboards.save(titled(changed, "Overview 2", "{\"a\":1,\"b\":{\"c\":3},\"d\":4}"));

        List<SavedVersion> versions = all.versions.of(ThingKind.DASHBOARD, overview.id());
        assertThat(versions)
                .extracting(SavedVersion::number)
                .containsExactly(again.version(), changed.version(), overview.version());
        assertThat(versions.get(0).changes()).containsOnlyKeys("position").containsEntry("position", 2);
        assertThat(versions.get(1).changes()).containsEntry("title", 1).containsEntry("position", 3);
        assertThat(versions.get(2).changes()).isEmpty();
        assertThat(versions.get(1).savedBy()).contains(bob.id());
        assertThat(versions.get(1).savedOn()).isEqualTo(changed.stamp().changedOn());
        assertThat(all.versions.find(ThingKind.DASHBOARD, Dashboard.class, overview.id(), overview.version()))
                .contains(overview);
        assertThat(all.versions.find(ThingKind.DASHBOARD, Dashboard.class, overview.id(), changed.version()))
                .contains(changed);
        assertThat(all.versions.find(ThingKind.DASHBOARD, Dashboard.class, overview.id(), 4711))
                .isEmpty();
    }

    @Test
    void chartsAndDatasetsAreRememberedWhole() {
        assertThat(all.versions.find(ThingKind.CHART, Chart.class, delays.id(), delays.version()))
                .contains(delays);
        assertThat(all.versions.find(ThingKind.DATASET, Dataset.class, flights.id(), flights.version()))
                .contains(flights);
        Dataset fewer = all.datasets.save(flights.withParts(flights.columns().subList(0, 1), List.of()));
        assertThat(all.versions.of(ThingKind.DATASET, flights.id()).get(0).changes())
                .containsEntry("columns", flights.columns().size() - 1)
                .containsEntry("metrics", flights.metrics().size());
        assertThat(fewer.columns()).hasSize(1);
    }

    @Test
    void aSaveThatChangesNothingIsNoVersion() {
        all.dashboards.save(titled(overview, overview.title(), overview.position()));
        assertThat(all.versions.of(ThingKind.DASHBOARD, overview.id())).hasSize(1);
    }

    @Test
    void onlyTheLatestVersionsAreKept() {
        Dashboard last = overview;
        for (int i = 0; i < Repositories.VERSIONS_KEPT + 3; i++) {
            last = all.dashboards.save(titled(last, "Title " + i, last.position()));
        }
        assertThat(all.versions.of(ThingKind.DASHBOARD, overview.id()))
                .hasSize(Repositories.VERSIONS_KEPT)
                .first()
                .extracting(SavedVersion::number)
                .isEqualTo(last.version());
    }

    @Test
    void whatWasSavedBeforeThereWasAHistoryIsKeptWithTheNextSave() {
        database.transactions().write(entities -> entities.createNativeQuery("delete from object_versions")
                .executeUpdate());
        all.dashboards.save(titled(overview, "Other", overview.position()));
        assertThat(all.versions.of(ThingKind.DASHBOARD, overview.id())).hasSize(2);
        assertThat(all.versions.find(ThingKind.DASHBOARD, Dashboard.class, overview.id(), overview.version()))
                .contains(overview);
    }

    @Test
    void favouritesBelongToWhoMarkedThem() {
        Dashboard other = all.dashboard("Other", List.of(), ann);
        all.favorites.mark(ann.id(), ThingKind.DASHBOARD, overview.id());
        all.favorites.mark(ann.id(), ThingKind.DASHBOARD, overview.id());
        all.favorites.mark(ann.id(), ThingKind.CHART, delays.id());
        all.favorites.mark(bob.id(), ThingKind.DASHBOARD, other.id());

        assertThat(all.favorites.of(ann.id(), ThingKind.DASHBOARD)).containsExactly(overview.id());
        assertThat(listed("eq", ann.id())).containsExactly(overview);
        assertThat(listed("neq", ann.id())).containsExactly(other);

        all.favorites.unmark(ann.id(), ThingKind.DASHBOARD, overview.id());
        all.favorites.unmark(ann.id(), ThingKind.DASHBOARD, overview.id());
        assertThat(all.favorites.of(ann.id(), ThingKind.DASHBOARD)).isEmpty();
        assertThat(all.favorites.of(ann.id(), ThingKind.CHART)).containsExactly(delays.id());
    }

    @Test
    void themesComeBackAsTheyWereSavedAndStayOnDashboards() {
        Theme saved = all.themes.save(new Theme(0, null, 0, "Sea", "{\"light\":{}}", false, Stamp.none()));
        assertThat(all.themes.find(saved.uuid())).contains(saved);
        Dashboard drawn = all.dashboards.save(withTheme(overview, Optional.of(saved.id())));
        assertThat(drawn.theme()).contains(saved.id());
        assertThat(all.dashboards.save(withTheme(drawn, Optional.empty())).theme())
                .isEmpty();
    }

    private static Dashboard withTheme(Dashboard old, Optional<Long> theme) {
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
                theme,
                old.stamp());
    }

    @Test
    void templatesOfCssComeBackAsTheyWereSavedUnderOneNameEach() {
        CssTemplate saved = all.cssTemplates.save(new CssTemplate(0, null, 0, "Calm", ".a{}", Stamp.none()));
        assertThat(all.cssTemplates.find(saved.id())).contains(saved);
        assertThatThrownBy(() -> all.cssTemplates.save(new CssTemplate(0, null, 0, "Calm", "", Stamp.none())))
                .isInstanceOfSatisfying(KaravelException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT);
                    assertThat(e.field()).isEqualTo("template_name");
                });
    }

    private List<Dashboard> listed(String operator, long userId) {
        return all.dashboards
                .list(new ListQuery(
                        List.of(new Condition("favorite_of", operator, userId)),
                        "",
                        false,
                        0,
                        10,
                        new Visibility.All()))
                .items();
    }

    private Dashboard titled(Dashboard from, String title, String position) {
        return new Dashboard(
                from.id(),
                from.uuid(),
                from.version(),
                title,
                from.slug(),
                from.description(),
                position,
                from.metadata(),
                from.css(),
                from.published(),
                from.certifiedBy(),
                from.certificationDetails(),
                from.charts(),
                from.owners(),
                from.roles(),
                from.theme(),
                from.stamp().by(bob.id()));
    }
}
