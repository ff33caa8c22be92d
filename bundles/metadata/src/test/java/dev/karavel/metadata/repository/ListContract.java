package dev.karavel.metadata.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.ListQuery.Condition;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.Repository;
import dev.karavel.api.catalog.Stored;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lists: filters, orders, pages, and who sees what. */
abstract class ListContract extends DatabaseTest {
    private static final Visibility ALL = new Visibility.All();

    @Test
    void everyOfferedColumnCanBeFilteredAndOrderedBy() {
        for (StoredRepository<?, ?> repository : all.each()) {
            repository
                    .columns()
                    .filters()
                    .forEach((column, operators) -> operators.forEach(operator -> {
                        for (Object value : List.of("1", "2026-01-31T12:00:00Z", "true", List.of("1", "2"))) {
                            try {
                                list(repository, new Condition(column, operator, value));
                            } catch (KaravelException e) {
                                assertThat(e).hasMessageContaining("takes");
                            }
                        }
                    }));
            for (String column : repository.columns().orders()) {
                for (boolean descending : List.of(true, false)) {
                    Page<?> page = repository.list(new ListQuery(List.of(), column, descending, 0, 10, ALL));
                    assertThat(page.items()).as(column).isNotEmpty();
                }
            }
        }
    }

    @Test
    void whatIsNotOfferedIsRefusedWithTheListOfWhatIs() {
        assertThatThrownBy(() -> list(all.dashboards, new Condition("secret", "eq", 1)))
                .hasMessageContaining("secret")
                .hasMessageContaining("dashboard_title")
                .satisfies(ListContract::isInvalid);
        assertThatThrownBy(() -> list(all.dashboards, new Condition("published", "ct", true)))
                .hasMessageContaining("ct")
                .hasMessageContaining("eq")
                .satisfies(ListContract::isInvalid);
        assertThatThrownBy(() -> list(all.dashboards, new Condition("published", "eq", "perhaps")))
                .hasMessageContaining("true or false")
                .satisfies(ListContract::isInvalid);
        assertThatThrownBy(() -> all.charts.list(new ListQuery(List.of(), "e.id; drop", false, 0, 10, ALL)))
                .hasMessageContaining("slice_name")
                .satisfies(ListContract::isInvalid);
        assertThatThrownBy(() -> all.charts.list(new ListQuery(List.of(), "", false, -1, 10, ALL)))
                .satisfies(ListContract::isInvalid);
    }

    @Test
    void textIsSearchedForWhateverItsCaseAndSigns() {
        Chart odd = all.chart(flights, "100%_of 'Zürich' [a]!");
        for (String part : List.of("100%", "%_OF", "'zü", "[A]", "!", "100%_of 'Zürich' [a]!")) {
            assertThat(list(all.charts, new Condition("slice_name", "ct", part)))
                    .as(part)
                    .containsExactly(odd);
        }
        assertThat(list(all.charts, new Condition("slice_name", "sw", "100"))).containsExactly(odd);
        assertThat(list(all.charts, new Condition("slice_name", "sw", "of"))).isEmpty();
        assertThat(list(all.charts, new Condition("slice_name", "ct", "100_"))).isEmpty();
        assertThat(list(all.charts, new Condition("slice_name", "ct", ""))).hasSize(2);
    }

    @Test
    void chartsAreFoundByAllTheirTexts() {
        assertThat(list(all.charts, new Condition("slice_name", "chart_all_text", "DELAY")))
                .containsExactly(delays);
        assertThat(list(all.charts, new Condition("slice_name", "chart_all_text", "flights")))
                .containsExactly(delays);
        assertThat(list(all.charts, new Condition("slice_name", "chart_all_text", "series_LINE")))
                .containsExactly(delays);
        assertThat(list(all.charts, new Condition("viz_type", "eq", "table"))).isEmpty();
        assertThat(list(all.charts, new Condition("datasource_id", "eq", flights.id())))
                .containsExactly(delays);
        assertThat(list(all.charts, new Condition("id", "in", List.of(delays.id(), "99"))))
                .containsExactly(delays);
        assertThat(list(all.charts, new Condition("id", "in", List.of()))).isEmpty();
        assertThat(list(all.charts, new Condition("dashboards", "rel_m_m", overview.id())))
                .containsExactly(delays);
        assertThat(list(all.charts, new Condition("dashboards", "rel_m_m", 4711)))
                .isEmpty();
    }

    @Test
    void dashboardsAreFoundByTitleOrSlugOwnerAndState() {
        Dashboard draft = all.dashboards.save(
                Repositories.dashboard("Draft", Optional.of("sluggish"), false, List.of(), Set.of(), bob));
        assertThat(list(all.dashboards, new Condition("dashboard_title", "title_or_slug", "LUGG")))
                .containsExactly(draft);
        assertThat(list(all.dashboards, new Condition("published", "eq", false)))
                .containsExactly(draft);
        assertThat(list(all.dashboards, new Condition("owners", "rel_m_m", List.of(bob.id()))))
                .containsExactly(draft);
        assertThat(list(
                        all.dashboards,
                        new Condition("owners", "rel_m_m", List.of(bob.id(), ann.id())),
                        new Condition("published", "eq", true)))
                .containsExactly(overview);
    }

    @Test
    void whatNobodyMadeIsFoundByNobody() {
        assertThat(list(all.dashboards, new Condition("created_by", "rel_o_m", 0)))
                .containsExactly(overview);
        assertThat(list(all.dashboards, new Condition("created_by", "rel_o_m", bob.id())))
                .isEmpty();
    }

    @Test
    void datasetsAreFoundByKind() {
        Dataset virtual = all.datasets.save(all.virtual(warehouse, "v", "select 1"));
        assertThat(list(all.datasets, new Condition("sql", "dataset_is_null_or_empty", true)))
                .containsExactly(flights);
        assertThat(list(all.datasets, new Condition("sql", "dataset_is_null_or_empty", false)))
                .containsExactly(virtual);
        assertThat(list(all.datasets, new Condition("database", "rel_o_m", warehouse.id())))
                .containsExactly(flights, virtual);
    }

    @Test
    void pagesShareOneOrderAndKnowTheWhole() {
        for (int i = 0; i < 7; i++) {
            all.chart(flights, i % 2 == 0 ? "same" : "Same");
        }
        List<Chart> whole = all.charts
                .list(new ListQuery(List.of(), "slice_name", true, 0, 100, ALL))
                .items();
        assertThat(whole).hasSize(8);
        List<Chart> pages = IntStream.range(0, 4)
                .mapToObj(page -> all.charts.list(new ListQuery(List.of(), "slice_name", true, page, 3, ALL)))
                .peek(page -> assertThat(page.count()).isEqualTo(8))
                .flatMap(page -> page.items().stream())
                .toList();
        assertThat(pages).isEqualTo(whole);
        assertThat(all.charts.list(ListQuery.everything()).count()).isEqualTo(8);
        assertThat(all.charts
                        .list(new ListQuery(List.of(), "", false, Integer.MAX_VALUE, 1000, ALL))
                        .items())
                .isEmpty();
    }

    @Test
    void textsAreOrderedWhateverTheirCase() {
        all.user("charlie");
        all.user("Bea");
        assertThat(all.users
                        .list(new ListQuery(List.of(), "username", false, 0, 9, ALL))
                        .items())
                .extracting(user -> user.username())
                .containsExactly("Ann", "Bea", "bob", "charlie");
    }

    @Test
    void thingsAreOrderedByThePersonWhoChangedThem() {
        Dashboard byBob = all.dashboards.save(Repositories.with(
                Repositories.dashboard("By bob", Optional.empty(), true, List.of(), Set.of()),
                overview.stamp().by(bob.id())));
        Dashboard byAnn =
                all.dashboards.save(Repositories.with(overview, overview.stamp().by(ann.id())));
        assertThat(all.dashboards
                        .list(new ListQuery(List.of(), "changed_by.first_name", false, 0, 9, ALL))
                        .items())
                .containsExactly(byAnn, byBob);
        all.users.delete(bob.id());
        assertThat(all.dashboards
                        .list(new ListQuery(List.of(), "changed_by.first_name", false, 0, 9, ALL))
                        .count())
                .isEqualTo(2);
    }

    @Test
    void newestFirstUnlessAskedOtherwise() {
        Dashboard newer = all.dashboard("Newer", List.of());
        assertThat(list(all.dashboards)).containsExactly(newer, overview);
        Dashboard touched = all.dashboards.save(Repositories.withTitle(overview, "Touched"));
        assertThat(list(all.dashboards)).containsExactly(touched, newer);
    }

    @Test
    void somebodyLimitedSeesOwnGivenAndPublishedThingsOnOpenDatasets() {
        Dataset closed = all.dataset(warehouse, "closed");
        Chart hidden = all.chart(closed, "Hidden");
        Chart own = all.chart(closed, "Own", bob);
        Dashboard ofHidden = all.dashboard("Hidden", List.of(hidden));
        Dashboard ownDraft = all.dashboards.save(
                Repositories.dashboard("Own", Optional.empty(), false, List.of(hidden), Set.of(), bob));
        Dashboard given = all.dashboards.save(
                Repositories.dashboard("Given", Optional.empty(), true, List.of(hidden), Set.of("Gamma")));
        Dashboard draft = all.dashboards.save(
                Repositories.dashboard("Draft", Optional.empty(), false, List.of(delays), Set.of()));
        Dashboard givenDraft = all.dashboards.save(
                Repositories.dashboard("Given draft", Optional.empty(), false, List.of(hidden), Set.of("Gamma")));

        Visibility bobs = new Visibility.Limited(bob.id(), Set.of(flights.id()), Set.of("Gamma"));
        assertThat(all.dashboards.list(seenBy(bobs)).items())
                .containsExactlyInAnyOrder(overview, ownDraft, given)
                .doesNotContain(draft, ofHidden, givenDraft);
        assertThat(all.dashboards.list(seenBy(bobs)).count()).isEqualTo(3);
        assertThat(all.charts.list(seenBy(bobs)).items()).containsExactlyInAnyOrder(delays, own);
        assertThat(all.datasets.list(seenBy(bobs)).items()).containsExactly(flights);
        assertThat(all.databases.list(seenBy(bobs)).items()).containsExactly(warehouse);
        assertThat(all.users.list(seenBy(bobs)).items()).containsExactly(bob);
        assertThat(all.roles.list(seenBy(bobs)).items())
                .extracting(role -> role.name())
                .containsExactly("Gamma");

        Visibility nothing = new Visibility.Limited(0, Set.of(), Set.of());
        for (StoredRepository<?, ?> repository : all.each()) {
            assertThat(repository.list(seenBy(nothing)).items()).isEmpty();
        }
    }

    @Test
    void filtersNarrowWhatIsVisibleAndNeverWidenIt() {
        Visibility nothing = new Visibility.Limited(0, Set.of(), Set.of());
        assertThat(all.dashboards
                        .list(new ListQuery(
                                List.of(new Condition("dashboard_title", "title_or_slug", "over")),
                                "",
                                false,
                                0,
                                9,
                                nothing))
                        .items())
                .isEmpty();
    }

    private static ListQuery seenBy(Visibility visibility) {
        return new ListQuery(List.of(), "", false, 0, 100, visibility);
    }

    private static <T extends Stored> List<T> list(Repository<T> repository, Condition... conditions) {
        Page<T> page = repository.list(new ListQuery(List.of(conditions), "", false, 0, 100, ALL));
        assertThat(page.count()).isEqualTo(page.items().size());
        return page.items();
    }

    private static void isInvalid(Throwable refusal) {
        assertThat(((KaravelException) refusal).code()).isEqualTo(ErrorCode.INVALID_REQUEST);
    }
}
