package dev.karavel.metadata.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Role;
import dev.karavel.api.catalog.RowRule;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.User;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is not stored, and what is said about it. */
abstract class RefusalContract extends DatabaseTest {

    @Test
    void aSaveWithAnOldVersionIsAConflictAndChangesNothing() {
        Dashboard newer = all.dashboards.save(Repositories.withTitle(overview, "Newer"));
        all.events.clear();
        assertRefused(ErrorCode.CONFLICT, "", () -> all.dashboards.save(Repositories.withTitle(overview, "Older")));
        assertThat(all.dashboards.find(overview.id())).contains(newer);
        assertThat(all.events).isEmpty();
    }

    @Test
    void ofTwoSavesAtOnceOneIsAConflict() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 20; round++) {
                Dashboard now = all.dashboards.find(overview.id()).orElseThrow();
                CyclicBarrier start = new CyclicBarrier(2);
                Callable<Boolean> save = () -> {
                    start.await();
                    try {
                        all.dashboards.save(Repositories.withTitle(now, "By " + Thread.currentThread()));
                        return true;
                    } catch (KaravelException e) {
                        assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT);
                        return false;
                    }
                };
                List<Boolean> saved = new ArrayList<>();
                for (Future<Boolean> one : threads.invokeAll(List.of(save, save))) {
                    saved.add(one.get());
                }
                assertThat(saved).containsExactlyInAnyOrder(true, false);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void namesAreTakenOnce() {
        assertRefused(ErrorCode.CONFLICT, "name", () -> all.role("Admin"));
        assertRefused(ErrorCode.CONFLICT, "username", () -> all.user("ANN"));
        assertRefused(ErrorCode.CONFLICT, "database_name", () -> all.database("warehouse"));
        assertRefused(ErrorCode.CONFLICT, "table_name", () -> all.dataset(warehouse, "flights"));

        Dashboard first = Repositories.dashboard("A", Optional.of("slug"), true, List.of(), Set.of());
        all.dashboards.save(first);
        assertRefused(
                ErrorCode.CONFLICT,
                "slug",
                () -> all.dashboards.save(Repositories.dashboard("B", Optional.of("slug"), true, List.of(), Set.of())));
        all.dashboards.save(Repositories.dashboard("C", Optional.empty(), true, List.of(), Set.of()));
        all.dashboards.save(Repositories.dashboard("D", Optional.of(" "), true, List.of(), Set.of()));
    }

    @Test
    void anUuidIsTakenOnce() {
        assertRefused(
                ErrorCode.CONFLICT, "uuid", () -> all.roles.save(new Role(0, admin.uuid(), 0, "Other", Set.of())));
    }

    @Test
    void emailsAreTakenOnceUnlessThereIsNone() {
        assertRefused(ErrorCode.CONFLICT, "email", () -> all.users.save(user("eve", "Ann@example.org", Set.of())));
        all.users.save(user("one", "", Set.of()));
        all.users.save(user("two", "", Set.of()));
    }

    @Test
    void tablesWithoutASchemaAreTakenOnceToo() {
        Dataset free = withoutSchema(flights);
        all.datasets.save(free);
        assertRefused(ErrorCode.CONFLICT, "table_name", () -> all.datasets.save(withoutSchema(flights)));
    }

    @Test
    void whatPointsAtNothingIsRefused() {
        assertRefused(ErrorCode.INVALID_REQUEST, "datasource_id", () -> all.charts.save(chart(4711, Set.of())));
        assertRefused(ErrorCode.INVALID_REQUEST, "owners", () -> all.charts.save(chart(flights.id(), Set.of(4711L))));
        assertRefused(
                ErrorCode.INVALID_REQUEST,
                "charts",
                () -> all.dashboards.save(Repositories.withCharts(overview, List.of(delays.id(), 4711L))));
        assertThat(assertRefused(
                        ErrorCode.INVALID_REQUEST,
                        "roles",
                        () -> all.users.save(user("eve", "", Set.of("Gamma", "Nobody")))))
                .hasMessageContaining("Nobody");
        assertThat(all.users.findByName("eve")).isEmpty();
    }

    @Test
    void whatIsGoneCannotBeChanged() {
        all.charts.delete(delays.id());
        assertRefused(ErrorCode.NOT_FOUND, "", () -> all.charts.save(delays));
        assertRefused(ErrorCode.NOT_FOUND, "", () -> all.users.setPasswordHash(4711, "x"));
    }

    @Test
    void whatIsUsedIsNotDeleted() {
        assertThat(assertRefused(ErrorCode.CONFLICT, "", () -> all.databases.delete(warehouse.id())))
                .hasMessageContaining("datasets");
        assertThat(assertRefused(ErrorCode.CONFLICT, "", () -> all.datasets.delete(flights.id())))
                .hasMessageContaining("charts");
        all.rowRules.save(new RowRule(
                0, null, 0, "s", RowRule.Kind.BASE, Set.of(flights.id()), Set.of("Gamma"), "1 = 0", "", ""));
        assertThat(assertRefused(
                        ErrorCode.CONFLICT,
                        "",
                        () -> all.roles.delete(
                                all.roles.findByName("Gamma").orElseThrow().id())))
                .hasMessageContaining("row rules");
        assertThat(all.datasets.find(flights.id())).contains(flights);
    }

    @Test
    void textsThatDoNotFitAreRefusedWithTheirField() {
        assertRefused(
                ErrorCode.INVALID_REQUEST,
                "dashboard_title",
                () -> all.dashboards.save(Repositories.withTitle(overview, "x".repeat(501))));
        assertRefused(
                ErrorCode.INVALID_REQUEST,
                "position_json",
                () -> all.dashboards.save(Repositories.withPosition(overview, "a\0b")));
        assertRefused(ErrorCode.INVALID_REQUEST, "name", () -> all.role(" "));
        assertRefused(
                ErrorCode.INVALID_REQUEST,
                "columns",
                () -> all.datasets.save(Repositories.with(
                        flights,
                        List.of(Repositories.column("a", ColumnType.TEXT), Repositories.column("a", ColumnType.DATE)),
                        List.of())));
    }

    private static KaravelException assertRefused(ErrorCode code, String field, ThrowingCallable call) {
        KaravelException refusal = catchThrowableOfType(KaravelException.class, call);
        assertThat(refusal).as("refusal").isNotNull();
        assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(code);
        assertThat(refusal.field()).as(refusal.getMessage()).isEqualTo(field);
        assertThat(refusal).hasMessageNotContainingAny("select", "SQL", "uq_", "fk_");
        return refusal;
    }

    private static User user(String name, String email, Set<String> roles) {
        return new User(0, UUID.randomUUID(), 0, name, "", "", email, true, roles, Stamp.none());
    }

    private Chart chart(long dataset, Set<Long> owners) {
        return new Chart(
                0,
                UUID.randomUUID(),
                0,
                "c",
                "table",
                dataset,
                "{}",
                Optional.empty(),
                "",
                Optional.empty(),
                "",
                "",
                owners,
                delays.stamp());
    }

    private static Dataset withoutSchema(Dataset d) {
        return new Dataset(
                0,
                UUID.randomUUID(),
                0,
                d.databaseId(),
                Optional.empty(),
                d.tableName(),
                d.sql(),
                d.mainTimeColumn(),
                d.description(),
                d.cacheTimeout(),
                List.of(),
                List.of(),
                d.owners(),
                d.extra(),
                d.stamp());
    }
}
