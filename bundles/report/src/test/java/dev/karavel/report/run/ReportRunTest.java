package dev.karavel.report.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.report.ReportLog;
import dev.karavel.api.report.ReportState;
import dev.karavel.spi.notify.NotificationException;
import dev.karavel.spi.notify.NotificationException.Reason;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReportRunTest {
    private final ReportHouse house = new ReportHouse();

    @Test
    void aReportIsSentAndWrittenDown() {
        UUID run = UUID.randomUUID();
        assertThat(house.run(run, house.report())).isEqualTo("{\"state\":\"Success\"}");

        assertThat(house.channel.sent).containsExactly("ann " + run + ".report", "bob " + run + ".report");
        ReportLog log = house.logs.find(run).orElseThrow();
        assertThat(log.state()).isEqualTo(ReportState.SUCCESS);
        assertThat(log.ended()).isPresent();
        assertThat(house.schedules.states).containsEntry(1L, ReportState.SUCCESS);
    }

    @Test
    void whoGotItBeforeTheServerDiedDoesNotGetItAgain() {
        UUID run = UUID.randomUUID();
        house.channel.dieAt = "bob";
        assertThatThrownBy(() -> house.run(run, house.report())).isInstanceOf(ServerDied.class);
        assertThat(house.logs.find(run).orElseThrow().state()).isEqualTo(ReportState.WORKING);

        house.channel.dieAt = "";
        house.run(run, house.report());
        assertThat(house.channel.sent).containsExactly("ann " + run + ".report", "bob " + run + ".report");
        assertThat(house.logs.find(run).orElseThrow().state()).isEqualTo(ReportState.SUCCESS);
    }

    @Test
    void aRunAtItsEndIsNotDoneAgain() {
        UUID run = UUID.randomUUID();
        house.run(run, house.report());
        assertThat(house.run(run, house.report())).contains("Success");
        assertThat(house.channel.sent).hasSize(2);
    }

    @Test
    void aChannelThatIsAwayIsTriedAgain() {
        UUID run = UUID.randomUUID();
        house.channel.failure = new NotificationException(Reason.UNREACHABLE, "Away", null);
        assertThatThrownBy(() -> house.attempt(run, house.report(), 1, 2))
                .isInstanceOfSatisfying(
                        KaravelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CHANNEL_UNREACHABLE));
        assertThat(house.schedules.states).containsEntry(1L, ReportState.WORKING);

        house.channel.failure = null;
        house.attempt(run, house.report(), 2, 2);
        assertThat(house.logs.find(run).orElseThrow().state()).isEqualTo(ReportState.SUCCESS);
    }

    @Test
    void ownersHearOfAFailureOnceInTheGrace() {
        house.fails = "No such table";
        for (int i = 0; i < 2; i++) {
            UUID run = UUID.randomUUID();
            assertThatThrownBy(() -> house.run(run, house.alert(false))).hasMessageContaining("No such table");
            assertThat(house.logs.find(run).orElseThrow().message()).isEqualTo("No such table");
            house.time.advance(Duration.ofHours(1));
        }
        assertThat(house.channel.sent).hasSize(1);
        assertThat(house.channel.sent.get(0)).startsWith("ann@example.com ").endsWith(".failure");

        house.time.advance(Duration.ofHours(3));
        assertThatThrownBy(() -> house.run(UUID.randomUUID(), house.alert(false)));
        assertThat(house.channel.sent).hasSize(2);
    }

    @Test
    void anAlertThatHoldsIsToldOfOnceInTheGrace() {
        assertThat(house.run(UUID.randomUUID(), house.alert(false))).contains("Success");
        house.time.advance(Duration.ofHours(1));
        assertThat(house.run(UUID.randomUUID(), house.alert(false))).contains("On Grace");
        assertThat(house.channel.sent).hasSize(2);

        house.time.advance(Duration.ofHours(4));
        assertThat(house.run(UUID.randomUUID(), house.alert(false))).contains("Success");
        assertThat(house.channel.sent).hasSize(4);
    }

    @Test
    void anAlertThatHoldsAnewIsToldOfInTheGraceToo() {
        house.run(UUID.randomUUID(), house.alert(false));
        house.time.advance(Duration.ofMinutes(5));
        house.value = 0;
        house.run(UUID.randomUUID(), house.alert(false));
        house.time.advance(Duration.ofMinutes(5));
        house.value = 42;
        assertThat(house.run(UUID.randomUUID(), house.alert(false))).contains("Success");
    }

    @Test
    void whenItIsOverRecipientsHearOnceIfTheyWantTo() {
        house.run(UUID.randomUUID(), house.alert(true));
        house.value = 0;
        house.time.advance(Duration.ofMinutes(5));
        UUID over = UUID.randomUUID();
        assertThat(house.run(over, house.alert(true))).contains("Not triggered");
        house.time.advance(Duration.ofMinutes(5));
        house.run(UUID.randomUUID(), house.alert(true));

        assertThat(house.channel.sent).hasSize(4).endsWith("ann " + over + ".recovery", "bob " + over + ".recovery");
        assertThat(house.logs.find(over).orElseThrow().value()).hasValue(0);
    }

    @Test
    void twoRunsOfOneReportDoNotWorkAtOnce() {
        UUID first = UUID.randomUUID();
        house.channel.dieAt = "ann";
        assertThatThrownBy(() -> house.run(first, house.report())).isInstanceOf(ServerDied.class);
        house.channel.dieAt = "";

        UUID second = UUID.randomUUID();
        assertThatThrownBy(() -> house.run(second, house.report()))
                .isInstanceOfSatisfying(
                        KaravelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
        house.time.advance(Duration.ofMinutes(61));
        UUID third = UUID.randomUUID();
        assertThat(house.run(third, house.report())).contains("Success");
        assertThat(house.logs.find(first).orElseThrow().message()).contains("working time-out");
    }

    @Test
    void whatIsSwitchedOffIsNotDoneUnlessByHand() {
        assertThat(house.run(UUID.randomUUID(), house.inactive())).contains("gone");
        assertThat(house.channel.sent).isEmpty();
        assertThat(house.runByHand(UUID.randomUUID(), house.inactive())).contains("Success");
    }

    @Test
    void whatIsCancelledIsNotSentAndDoesNotSeemToWorkOn() {
        house.stopped = true;
        UUID run = UUID.randomUUID();
        assertThatThrownBy(() -> house.attempt(run, house.report(), 1, 3))
                .isInstanceOfSatisfying(
                        KaravelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
        assertThat(house.channel.sent).isEmpty();
        assertThat(house.schedules.states).containsEntry(1L, ReportState.ERROR);
        assertThat(house.schedules.working(1)).isEmpty();
    }
}
