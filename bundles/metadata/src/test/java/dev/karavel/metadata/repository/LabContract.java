package dev.karavel.metadata.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.ListQuery.Condition;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sqllab.LabQuery;
import dev.karavel.api.sqllab.LabQuery.Course;
import dev.karavel.api.sqllab.LabQuery.Making;
import dev.karavel.api.sqllab.LabQuery.Question;
import dev.karavel.api.sqllab.LabQuery.State;
import dev.karavel.api.sqllab.LabQuery.Target;
import dev.karavel.api.sqllab.LabTab;
import dev.karavel.api.sqllab.LabTable;
import dev.karavel.api.sqllab.SavedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The history, the tabs and the saved queries of SQL Lab. */
abstract class LabContract extends DatabaseTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    @Test
    void runsTabsTablesAndSavedQueriesComeBackAsTheyWereSaved() {
        LabQuery run = all.labQueries.save(query("a", ann.id()));
        assertThat(all.labQueries.find(run.id())).contains(run);
        assertThat(all.labQueries.findByClientId("a")).contains(run);

        SavedQuery saved = all.savedQueries.save(saved("Flights", ann.id()));
        assertThat(all.savedQueries.find(saved.id())).contains(saved);
        assertThat(saved.extra()).isEqualTo("{\"schedule_info\":{}}");

        LabTab tab = all.labTabs.save(tab("First", ann.id(), Optional.of(saved.id())));
        assertThat(all.labTabs.ofUser(ann.id())).containsExactly(tab);
        LabTable table = all.labTables.save(new LabTable(
                0, null, 0, tab.id(), warehouse.id(), Optional.empty(), Optional.of("main"), "flights", "{}", true));
        assertThat(all.labTables.ofTab(tab.id())).containsExactly(table);
    }

    @Test
    void nothingComesBehindAnEnd() {
        long id = all.labQueries.save(query("a", ann.id())).id();
        assertThat(all.labQueries.open()).hasSize(1);
        all.labQueries.advance(id, course -> course.running(NOON));
        LabQuery stopped = all.labQueries
                .advance(id, course -> course.ended(State.STOPPED, "Stopped", "{}", NOON))
                .orElseThrow();

        assertThat(stopped.course().started()).contains(NOON);
        assertThat(all.labQueries.advance(id, course -> course.succeeded(Optional.of(1L), Optional.of("k"), NOON)))
                .isEmpty();
        assertThat(all.labQueries.find(id).orElseThrow().course().state()).isEqualTo(State.STOPPED);
        assertThat(all.labQueries.open()).isEmpty();
    }

    @Test
    void aClientIdIsTakenOnce() {
        all.labQueries.save(query("a", ann.id()));
        assertThatThrownBy(() -> all.labQueries.save(query("a", bob.id())))
                .isInstanceOfSatisfying(
                        KaravelException.class, e -> assertThat(e.field()).isEqualTo("client_id"));
    }

    @Test
    void listsShowEverybodyHisOwn() {
        LabQuery own = all.labQueries.save(query("a", ann.id()));
        all.labQueries.save(query("b", bob.id()));
        Visibility anns = new Visibility.Limited(ann.id(), Set.of(), Set.of());

        assertThat(all.labQueries
                        .list(new ListQuery(List.of(), "database.database_name", false, 0, 9, anns))
                        .items())
                .containsExactly(own);
        assertThat(all.labQueries
                        .list(new ListQuery(
                                List.of(
                                        new Condition("status", "eq", "pending"),
                                        new Condition("sql", "ct", "SELECT"),
                                        new Condition("user", "rel_o_m", bob.id())),
                                "user.first_name",
                                true,
                                0,
                                9,
                                new Visibility.All()))
                        .items())
                .extracting(LabQuery::clientId)
                .containsExactly("b");
        assertThat(all.labQueries.changedSince(ann.id(), Instant.EPOCH, 9)).containsExactly(own);
        assertThat(all.labQueries.changedSince(ann.id(), own.changedOn().plusSeconds(1), 9))
                .isEmpty();
    }

    @Test
    void theHistoryForgetsWhatEndedLongAgo() {
        long open = all.labQueries.save(query("a", ann.id())).id();
        long over = all.labQueries.save(query("b", ann.id())).id();
        all.labQueries.advance(over, course -> course.ended(State.FAILED, "why", "{}", NOON));
        assertThat(all.labQueries.forgetBefore(Instant.now().plusSeconds(60))).isEqualTo(1);
        assertThat(all.labQueries.find(open)).isPresent();
        assertThat(all.labQueries.find(over)).isEmpty();
    }

    @Test
    void oneTabIsInFront() {
        LabTab first = all.labTabs.save(tab("First", ann.id(), Optional.empty()));
        LabTab second = all.labTabs.save(tab("Second", ann.id(), Optional.empty()));
        assertThat(all.labTabs.activate(ann.id(), first.id())).isTrue();
        assertThat(all.labTabs.activate(ann.id(), second.id())).isTrue();
        assertThat(all.labTabs.activate(bob.id(), first.id())).isFalse();

        assertThat(all.labTabs.ofUser(ann.id())).extracting(LabTab::active).containsExactly(false, true);
        assertThat(all.labTabs.delete(second.id())).isTrue();
    }

    @Test
    void aServerLivesUntilItsLeaseRunsOut() {
        all.labNodes.alive("one", NOON.plusSeconds(45));
        all.labNodes.alive("one", NOON.plusSeconds(90));
        all.labNodes.alive("two", NOON.plusSeconds(10));

        assertThat(all.labNodes.living(NOON.plusSeconds(60))).containsExactly("one");
        all.labNodes.gone("one");
        assertThat(all.labNodes.living(NOON)).containsExactly("two");
    }

    private LabQuery query(String clientId, long userId) {
        Question question = new Question(
                userId,
                warehouse.id(),
                Optional.empty(),
                Optional.of("main"),
                "select 1",
                "{}",
                "Tab",
                "7",
                1000,
                Optional.of(new Making(Target.TABLE, Optional.of("tmp"), "made")));
        return new LabQuery(0, null, 0, clientId, question, Course.pending("node", NOON), Instant.EPOCH);
    }

    private SavedQuery saved(String label, long userId) {
        return new SavedQuery(
                0,
                null,
                0,
                userId,
                warehouse.id(),
                Optional.empty(),
                Optional.of("main"),
                label,
                "",
                "select 1",
                "",
                "{\"schedule_info\":{}}",
                Optional.of(NOON),
                Stamp.none().by(userId));
    }

    private LabTab tab(String label, long userId, Optional<Long> saved) {
        return new LabTab(
                0,
                null,
                0,
                userId,
                label,
                false,
                Optional.of(warehouse.id()),
                Optional.empty(),
                Optional.of("main"),
                "select 1",
                Optional.of(50),
                Optional.of("a"),
                saved,
                true,
                false,
                "{}",
                "{}",
                Stamp.none().by(userId));
    }
}
