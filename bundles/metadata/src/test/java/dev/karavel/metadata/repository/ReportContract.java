package dev.karavel.metadata.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.ListQuery.Condition;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.report.Deliveries.Delivery;
import dev.karavel.api.report.Deliveries.Purpose;
import dev.karavel.api.report.ReportFormat;
import dev.karavel.api.report.ReportLog;
import dev.karavel.api.report.ReportSchedule;
import dev.karavel.api.report.ReportSchedule.Alarm;
import dev.karavel.api.report.ReportSchedule.Kind;
import dev.karavel.api.report.ReportSchedule.Progress;
import dev.karavel.api.report.ReportSchedule.Recipient;
import dev.karavel.api.report.ReportSchedule.Timing;
import dev.karavel.api.report.ReportState;
import dev.karavel.api.schedule.Schedule.MissedRuns;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Alerts and reports, their runs, and what was sent. */
abstract class ReportContract extends DatabaseTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final UUID RUN = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID OTHER_RUN = UUID.fromString("00000000-0000-0000-0000-000000000002");

    @Test
    void alertsComeBackAsTheyWereSaved() {
        ReportSchedule alert = all.reportSchedules.save(alert("Flights"));

        assertThat(all.reportSchedules.find(alert.id())).contains(alert);
        assertThat(alert.alarm().orElseThrow().threshold()).hasValue(12.5);
        assertThat(alert.recipients().get(0).settings()).containsEntry("target", "ann@example.com");
        assertThat(all.reportSchedules.active()).containsExactly(alert);
    }

    @Test
    void aNameIsTakenOnceAmongAlerts() {
        all.reportSchedules.save(alert("Flights"));

        assertThatThrownBy(() -> all.reportSchedules.save(alert("Flights")))
                .isInstanceOfSatisfying(
                        KaravelException.class, e -> assertThat(e.field()).isEqualTo("name"));
    }

    @Test
    void oneRunWorksAtATimeAndMayComeAgain() {
        long id = all.reportSchedules.save(alert("Flights")).id();

        assertThat(all.reportSchedules.begin(id, RUN, NOON)).isTrue();
        assertThat(all.reportSchedules.begin(id, OTHER_RUN, NOON.plusSeconds(60)))
                .isFalse();
        assertThat(all.reportSchedules.begin(id, RUN, NOON.plusSeconds(120))).isTrue();
        assertThat(all.reportSchedules.working(id)).contains(RUN);
        assertThat(all.reportSchedules.find(id).orElseThrow().progress().state())
                .isEqualTo(ReportState.WORKING);
    }

    @Test
    void aRunThatOutlivedItsTimeGivesWay() {
        long id = all.reportSchedules.save(alert("Flights")).id();
        all.reportSchedules.begin(id, RUN, NOON);

        assertThat(all.reportSchedules.begin(id, OTHER_RUN, NOON.plus(Duration.ofMinutes(61))))
                .isTrue();
        all.reportSchedules.advance(
                id, RUN, new Progress(ReportState.ERROR, Optional.of(NOON), OptionalDouble.empty(), ""));
        assertThat(all.reportSchedules.working(id)).contains(OTHER_RUN);
    }

    @Test
    void whatARunLeavesBehindDisturbsNobodyWhoEditsIt() {
        ReportSchedule read = all.reportSchedules.save(alert("Flights"));
        all.reportSchedules.begin(read.id(), RUN, NOON);
        all.reportSchedules.advance(
                read.id(),
                RUN,
                new Progress(ReportState.SUCCESS, Optional.of(NOON), OptionalDouble.of(3.5), "[{\"n\":3.5}]"));

        ReportSchedule saved = all.reportSchedules.save(read);
        Progress progress = all.reportSchedules.find(saved.id()).orElseThrow().progress();
        assertThat(progress.state()).isEqualTo(ReportState.SUCCESS);
        assertThat(progress.value()).hasValue(3.5);
        assertThat(progress.lastRun()).contains(NOON);
        assertThat(progress.row()).isEqualTo("[{\"n\":3.5}]");
        assertThat(all.reportSchedules.working(saved.id())).isEmpty();
    }

    @Test
    void listsShowOwnersTheirs() {
        ReportSchedule alert = all.reportSchedules.save(alert("Flights"));
        List<Condition> alerts =
                List.of(new Condition("type", "eq", "Alert"), new Condition("name", "report_all_text", "flig"));

        assertThat(all.reportSchedules
                        .list(new ListQuery(
                                alerts, "name", false, 0, 9, new Visibility.Limited(ann.id(), Set.of(), Set.of())))
                        .items())
                .extracting(ReportSchedule::id)
                .containsExactly(alert.id());
        assertThat(all.reportSchedules
                        .list(new ListQuery(
                                alerts, "last_state", true, 0, 9, new Visibility.Limited(bob.id(), Set.of(), Set.of())))
                        .items())
                .isEmpty();
    }

    @Test
    void runsAreFoundByHowTheyEndedAndForgottenInTime() {
        long id = all.reportSchedules.save(alert("Flights")).id();
        ReportLog first = all.reportLogs.save(run(id, RUN, NOON)
                .seen(OptionalDouble.of(7), "[]")
                .ended(NOON.plusSeconds(5), ReportState.SUCCESS, ""));
        ReportLog second = all.reportLogs.save(run(id, OTHER_RUN, NOON.plusSeconds(3600)));

        assertThat(all.reportLogs.find(RUN)).contains(first);
        assertThat(all.reportLogs.lastBefore(id, NOON.plusSeconds(3600), List.of(ReportState.SUCCESS)))
                .contains(first);
        assertThat(all.reportLogs.lastBefore(id, NOON, List.of(ReportState.SUCCESS)))
                .isEmpty();
        assertThat(all.reportLogs.giveUp(id, NOON.plusSeconds(7200), NOON.plusSeconds(7200), "Too long"))
                .isEqualTo(1);
        assertThat(all.reportLogs.find(second.id()).orElseThrow().state()).isEqualTo(ReportState.ERROR);
        assertThat(all.reportLogs.forgetBefore(id, NOON.plusSeconds(60))).isEqualTo(1);
        assertThat(all.reportLogs.find(first.id())).isEmpty();
        all.reportSchedules.delete(id);
        assertThat(all.reportLogs.find(second.id())).isEmpty();
    }

    @Test
    void whatWasSentIsNotBegunAgain() {
        long id = all.reportSchedules.save(alert("Flights")).id();
        Delivery delivery = new Delivery(RUN, id, Purpose.REPORT, "abc");

        assertThat(all.deliveries.begin(delivery, NOON)).isTrue();
        assertThat(all.deliveries.last(id, Purpose.REPORT)).isEmpty();
        assertThat(all.deliveries.begin(delivery, NOON)).isTrue();
        all.deliveries.sent(delivery, NOON.plusSeconds(1));
        assertThat(all.deliveries.begin(delivery, NOON.plusSeconds(2))).isFalse();
        assertThat(all.deliveries.begin(new Delivery(OTHER_RUN, id, Purpose.REPORT, "abc"), NOON))
                .isTrue();
        assertThat(all.deliveries.last(id, Purpose.REPORT)).contains(NOON.plusSeconds(1));
        assertThat(all.deliveries.last(id, Purpose.FAILURE)).isEmpty();
        assertThat(all.deliveries.forgetBefore(id, NOON)).isZero();
        assertThat(all.deliveries.forgetBefore(id, NOON.plusSeconds(1))).isEqualTo(2);
    }

    private static ReportLog run(long schedule, UUID run, Instant when) {
        return new ReportLog(
                0, run, 0, schedule, when, when, Optional.empty(), ReportState.WORKING, OptionalDouble.empty(), "", "");
    }

    private ReportSchedule alert(String name) {
        return new ReportSchedule(
                0,
                UUID.randomUUID(),
                0,
                Kind.ALERT,
                name,
                "Too few",
                true,
                "alerts_reports",
                new Timing(
                        "0 8 * * 1-5",
                        ZoneId.of("Europe/Berlin"),
                        Duration.ofHours(4),
                        Duration.ofHours(1),
                        90,
                        MissedRuns.RUN_ONCE),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.of(new Alarm(
                        warehouse.id(),
                        "SELECT count(*) FROM flights",
                        Optional.of("<"),
                        OptionalDouble.of(12.5),
                        true)),
                new ReportSchedule.Delivery(
                        ReportFormat.PNG, "Few flights", "**Look**", false, OptionalInt.of(900), "{}"),
                List.of(new Recipient("Email", Map.of("target", "ann@example.com"))),
                Set.of(ann.id()),
                Progress.NONE,
                Stamp.none().by(ann.id()));
    }
}
