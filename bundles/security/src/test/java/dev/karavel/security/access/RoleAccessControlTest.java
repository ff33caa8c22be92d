package dev.karavel.security.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.RowRule;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.event.Topics;
import dev.karavel.api.security.Principal;
import dev.karavel.security.role.RoleBook;
import dev.karavel.security.role.RoleSeed;
import dev.karavel.security.shelf.Catalog;
import dev.karavel.security.shelf.RoleShelf;
import dev.karavel.security.shelf.TurnedClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.event.Event;

class RoleAccessControlTest {
    private static final Principal ADMIN = somebody(1, "Admin");
    private static final Principal ALPHA = somebody(2, "Alpha");
    private static final Principal GAMMA = somebody(3, "Gamma");
    private static final Principal ANYONE = new Principal(0, "", "", Set.of("Public"), true);

    private final TurnedClock clock = new TurnedClock();
    private final RoleShelf roles = new RoleShelf();
    private final Catalog catalog = new Catalog();
    private final RoleBook book = RoleBook.at(clock, roles);
    private final DatasetMap map = new DatasetMap(catalog.datasets, catalog.databases, clock);
    private final RuleBook rules = new RuleBook(catalog.rules, clock);
    private final RoleAccessControl access = new RoleAccessControl(book, map, catalog.charts, rules);
    private Dataset flights;
    private Dataset salaries;

    @BeforeEach
    void fillTheCatalog() {
        new RoleSeed(roles);
        catalog.database(7, "Warehouse");
        flights = catalog.dataset(10, 7, "traffic");
        salaries = catalog.dataset(11, 7, "staff");
    }

    @Test
    void rolesDecideWhatSomebodyMayDo() {
        assertThat(access.may(ADMIN, "can_write", "Database")).isTrue();
        assertThat(access.may(ALPHA, "can_write", "Database")).isFalse();
        assertThat(access.may(ALPHA, "can_write", "Dataset")).isTrue();
        assertThat(access.may(GAMMA, "can_write", "Dataset")).isFalse();
        assertThat(access.may(GAMMA, "can_write", "Chart")).isTrue();
        assertThat(access.may(ANYONE, "can_read", "Dashboard")).isFalse();
        assertThat(access.may(somebody(9, "Nothing"), "can_read", "Dashboard")).isFalse();
    }

    @Test
    void aMissingRightIsForbiddenToTheSignedInAndAnInvitationToTheOthers() {
        assertThatThrownBy(() -> access.require(GAMMA, "can_write", "Database"))
                .isInstanceOfSatisfying(
                        KaravelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN));
        assertThatThrownBy(() -> access.require(ANYONE, "can_read", "Dashboard"))
                .isInstanceOfSatisfying(
                        KaravelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAUTHENTICATED));
    }

    @Test
    void alphaQueriesEverythingAndGammaNothingUntilGranted() {
        assertThat(access.mayQuery(ALPHA, flights)).isTrue();
        assertThat(access.mayQuery(GAMMA, flights)).isFalse();
        grant("datasource_access", "[Warehouse].[renamed since](id:10)");
        assertThat(access.mayQuery(GAMMA, flights)).isTrue();
        assertThat(access.mayQuery(GAMMA, salaries)).isFalse();
    }

    @Test
    void aGrantOnASchemaOrDatabaseCoversItsDatasets() {
        grant("schema_access", "[Warehouse].[traffic]");
        assertThat(access.mayQuery(GAMMA, flights)).isTrue();
        assertThat(access.mayQuery(GAMMA, salaries)).isFalse();
        grant("database_access", "[Warehouse].(id:7)");
        assertThat(access.mayQuery(GAMMA, salaries)).isTrue();
    }

    @Test
    void ownersQueryTheirDatasetsAndSeeTheirCharts() {
        Dataset own = catalog.dataset(12, 7, "staff", GAMMA.userId());
        news();
        assertThat(access.mayQuery(GAMMA, own)).isTrue();
        Chart chart = catalog.chart(20, salaries.id(), GAMMA.userId());
        assertThat(access.maySee(GAMMA, chart)).isTrue();
        assertThat(access.maySee(GAMMA, catalog.chart(21, salaries.id()))).isFalse();
    }

    @Test
    void nobodyOwnsAnythingAnonymously() {
        assertThat(access.mayEdit(ANYONE, Set.of(0L))).isFalse();
    }

    @Test
    void dashboardsAreSeenByOwnersByRolesOrThroughTheirData() {
        catalog.chart(20, flights.id());
        assertThat(access.maySee(GAMMA, Catalog.dashboard(true, List.of(20L), Set.of(), Set.of())))
                .isFalse();
        assertThat(access.maySee(GAMMA, Catalog.dashboard(true, List.of(20L), Set.of(), Set.of("Gamma"))))
                .isTrue();
        assertThat(access.maySee(GAMMA, Catalog.dashboard(false, List.of(20L), Set.of(), Set.of("Gamma"))))
                .isFalse();
        assertThat(access.maySee(GAMMA, Catalog.dashboard(false, List.of(20L), Set.of(3L), Set.of())))
                .isTrue();
        assertThat(access.maySee(ALPHA, Catalog.dashboard(false, List.of(20L), Set.of(), Set.of())))
                .isFalse();
        assertThat(access.maySee(ALPHA, Catalog.dashboard(true, List.of(20L), Set.of(), Set.of())))
                .isTrue();
        assertThat(access.maySee(ADMIN, Catalog.dashboard(false, List.of(), Set.of(), Set.of())))
                .isTrue();
        grant("datasource_access", "[Warehouse].[flights](id:10)");
        assertThat(access.maySee(GAMMA, Catalog.dashboard(true, List.of(20L), Set.of(), Set.of())))
                .isTrue();
    }

    @Test
    void listsShowWhatMayBeSeen() {
        grant("datasource_access", "[Warehouse].[flights](id:10)");
        assertThat(access.visibility(ADMIN)).isEqualTo(new Visibility.All());
        assertThat(access.visibility(GAMMA)).isEqualTo(new Visibility.Limited(3, Set.of(10L), Set.of("Gamma")));
        assertThat(access.visibility(ALPHA)).isEqualTo(new Visibility.Limited(2, Set.of(10L, 11L), Set.of("Alpha")));
        assertThat(access.visibility(ANYONE)).isEqualTo(new Visibility.Limited(0, Set.of(), Set.of("Public")));
    }

    @Test
    void editingIsForOwnersAndAdministrators() {
        assertThat(access.mayEdit(ADMIN, Set.of())).isTrue();
        assertThat(access.mayEdit(ALPHA, Set.of(3L))).isFalse();
        assertThat(access.mayEdit(GAMMA, Set.of(3L))).isTrue();
    }

    @Test
    void rowRulesBindAdministratorsToo() {
        catalog.rules.save(new RowRule(
                1, UUID.randomUUID(), 1, "r", RowRule.Kind.BASE, Set.of(10L), Set.of("Gamma"), "1 = 0", "", ""));
        assertThat(access.rowRules(ADMIN, flights)).containsExactly("1 = 0");
        assertThat(access.rowRules(GAMMA, flights)).isEmpty();
        assertThat(access.rowRules(ADMIN, salaries)).isEmpty();
    }

    @Test
    void changesMadeByOtherNodesAreSeenWithTime() {
        assertThat(access.mayQuery(GAMMA, flights)).isFalse();
        roles.grant("Gamma", "datasource_access", "[Warehouse].[flights](id:10)");
        assertThat(access.mayQuery(GAMMA, flights)).isFalse();
        clock.advance(Duration.ofSeconds(6));
        assertThat(access.mayQuery(GAMMA, flights)).isTrue();
    }

    private void grant(String action, String view) {
        roles.grant("Gamma", action, view);
        news();
    }

    private void news() {
        book.handleEvent(new Event(Topics.ROLE_CHANGED, Map.of()));
        map.handleEvent(new Event(Topics.DATASET_CHANGED, Map.of()));
    }

    private static Principal somebody(long id, String role) {
        return new Principal(id, "user" + id, "User " + id, Set.of(role), false);
    }
}
