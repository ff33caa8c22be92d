package dev.karavel.beat;

import static dev.karavel.beat.World.schedule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.schedule.Beat.Planned;
import dev.karavel.api.schedule.Schedule.MissedRuns;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalBeatTest {
    private final World world = new World("2026-05-01T07:59:30Z");
    private final LocalBeat one = world.node();
    private final LocalBeat two = world.node();

    @AfterEach
    void stopNodes() {
        one.stop();
        two.stop();
    }

    @Test
    void aDueTimeBecomesOneOrderThatSaysWhenItWasDue() {
        world.schedules.add(schedule("report/7", "0 8 * * *", "UTC", MissedRuns.SKIP));
        world.runUntil("2026-05-01T09:00:00Z", one, two);
        assertThat(world.submitted).containsExactly("report/7@2026-05-01T08:00:00Z");
        assertThat(world.orders.get("report/7@2026-05-01T08:00:00Z").payload())
                .isEqualTo("{\"id\":7,\"due\":\"2026-05-01T08:00:00Z\"}");
    }

    @Test
    void itIsOrderedInTheTurnOfItsSecond() {
        world.schedules.add(schedule("report/7", "0 8 * * *", "UTC", MissedRuns.SKIP));
        world.runUntil("2026-05-01T07:59:59Z", one);
        assertThat(world.submitted).isEmpty();
        world.runUntil("2026-05-01T08:00:00Z", one);
        assertThat(world.submitted).hasSize(1);
    }

    @Test
    void oneNodeTurnsTheClock() {
        world.runUntil("2026-05-01T08:00:00Z", one, two);
        assertThat(one.status().here()).isNotEqualTo(two.status().here());
        assertThat(one.status().holder()).isEqualTo(two.status().holder()).startsWith("node ");
        assertThat(two.status().lag()).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void anotherNodeTakesOverWithin15SecondsOfADeathAndLosesNothing() {
        world.schedules.add(schedule("a", "* * * * *", "UTC", MissedRuns.SKIP));
        world.runUntil("2026-05-01T08:00:59Z", one);
        world.runUntil("2026-05-01T08:00:59Z", two);
        Instant death = world.now();
        while (!two.status().here()) {
            world.runUntil(world.now().plusSeconds(1).toString(), two);
        }
        assertThat(Duration.between(death, world.now())).isLessThanOrEqualTo(Duration.ofSeconds(15));
        world.runUntil("2026-05-01T08:03:00Z", two);
        assertThat(world.submitted)
                .containsExactly(
                        "a@2026-05-01T08:00:00Z",
                        "a@2026-05-01T08:01:00Z",
                        "a@2026-05-01T08:02:00Z",
                        "a@2026-05-01T08:03:00Z");
    }

    @Test
    void aSourceThatComesLateAtAStartMissesNothing() {
        world.schedules.add(schedule("skipped", "* * * * *", "UTC", MissedRuns.SKIP));
        world.schedules.add(schedule("once", "0 8 * * *", "UTC", MissedRuns.RUN_ONCE));
        world.runUntil("2026-05-01T07:59:40Z", one);
        world.pass(Duration.ofHours(1));
        LocalBeat started = world.nodeWithoutSource();
        world.runUntil("2026-05-01T09:00:30Z", started);
        assertThat(started.status().here()).isTrue();
        assertThat(world.submitted).isEmpty();
        started.addSource(world::source);
        world.refusal = new KaravelException(ErrorCode.INVALID_REQUEST, "Nobody does this yet");
        world.runUntil("2026-05-01T09:00:40Z", started);
        world.refusal = null;
        world.runUntil("2026-05-01T09:00:50Z", started);
        assertThat(world.orders.keySet())
                .contains("once@2026-05-01T08:00:00Z", "skipped@2026-05-01T09:00:00Z")
                .doesNotContain("skipped@2026-05-01T08:00:00Z");
        started.stop();
    }

    @Test
    void whoIsThoughtDeadAndComesBackOrdersNothing() {
        world.schedules.add(schedule("a", "* * * * *", "UTC", MissedRuns.SKIP));
        world.runUntil("2026-05-01T08:00:30Z", one);
        world.runUntil("2026-05-01T08:02:30Z", two);
        one.turn();
        assertThat(one.status().here()).isFalse();
        world.runUntil("2026-05-01T08:04:30Z", one, two);
        assertThat(one.status().here()).isFalse();
        assertThat(world.submitted).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void whoStopsInGoodOrderHandsOverAtOnce() {
        world.runUntil("2026-05-01T08:00:00Z", one, two);
        LocalBeat holder = one.status().here() ? one : two;
        LocalBeat next = holder == one ? two : one;
        holder.stop();
        next.sign();
        assertThat(next.status().here()).isTrue();
    }

    @Test
    void whatPassedWhileNoServerRanIsSkippedOrDoneOnce() {
        world.schedules.add(schedule("skipped", "0 * * * *", "UTC", MissedRuns.SKIP));
        world.schedules.add(schedule("once", "0 * * * *", "UTC", MissedRuns.RUN_ONCE));
        world.runUntil("2026-05-01T08:00:00Z", one);
        world.submitted.clear();
        world.pass(Duration.ofHours(50).plusMinutes(30));
        world.runUntil("2026-05-03T10:30:20Z", two);
        assertThat(world.submitted).containsExactly("once@2026-05-03T10:00:00Z");
        world.runUntil("2026-05-03T11:00:00Z", two);
        assertThat(world.submitted)
                .containsExactlyInAnyOrder(
                        "once@2026-05-03T10:00:00Z", "once@2026-05-03T11:00:00Z", "skipped@2026-05-03T11:00:00Z");
    }

    @Test
    void whatPassedWithinTheGraceIsNotMissed() {
        world.schedules.add(schedule("a", "0 * * * *", "UTC", MissedRuns.SKIP));
        world.runUntil("2026-05-01T07:59:50Z", one);
        world.pass(Duration.ofMinutes(4));
        world.runUntil("2026-05-01T08:04:20Z", two);
        assertThat(world.submitted).containsExactly("a@2026-05-01T08:00:00Z");
    }

    @Test
    void theFirstTurnOfAllOrdersNothingOfThePast() {
        world.schedules.add(schedule("a", "58 7 * * *", "UTC", MissedRuns.RUN_ONCE));
        world.runUntil("2026-05-01T08:10:00Z", one);
        assertThat(world.submitted).isEmpty();
    }

    @Test
    void aFullQueueIsAskedAgainAndNothingIsDoubled() {
        world.schedules.add(schedule("a", "* * * * *", "UTC", MissedRuns.SKIP));
        world.refusal = new KaravelException(ErrorCode.QUEUE_FULL, "Too many tasks wait");
        world.runUntil("2026-05-01T08:02:30Z", one);
        assertThat(one.status().mark()).contains(Instant.parse("2026-05-01T07:59:59.999Z"));
        world.refusal = null;
        world.runUntil("2026-05-01T08:03:30Z", one);
        assertThat(world.submitted).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void anOrderThatIsNeverTakenIsGivenUpAfterTheGrace() {
        world.schedules.add(schedule("a", "0 8 * * *", "UTC", MissedRuns.SKIP));
        world.refusal = new KaravelException(ErrorCode.INVALID_REQUEST, "Nobody does this");
        world.runUntil("2026-05-01T08:05:05Z", one);
        assertThat(one.status().lag()).isLessThan(Duration.ofSeconds(6));
        world.refusal = null;
        world.runUntil("2026-05-01T08:06:00Z", one);
        assertThat(world.submitted).isEmpty();
    }

    @Test
    void aSourceThatFailsForAWhileLosesNothing() {
        world.schedules.add(schedule("a", "0 8 * * *", "UTC", MissedRuns.SKIP));
        world.sourceFailure = new KaravelException(ErrorCode.INTERNAL, "No connection");
        world.runUntil("2026-05-01T08:02:00Z", one);
        world.sourceFailure = null;
        world.runUntil("2026-05-01T08:02:10Z", one);
        assertThat(world.submitted).containsExactly("a@2026-05-01T08:00:00Z");
    }

    @Test
    void aCrontabThatCannotBeReadStopsNoOther() {
        world.schedules.add(schedule("bad", "every day", "UTC", MissedRuns.SKIP));
        world.schedules.add(schedule("good", "0 8 * * *", "UTC", MissedRuns.SKIP));
        world.runUntil("2026-05-01T08:00:10Z", one);
        assertThat(world.submitted).containsExactly("good@2026-05-01T08:00:00Z");
        assertThat(one.schedules())
                .extracting(planned -> planned.schedule().id(), planned -> planned.next()
                        .isPresent())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("bad", false),
                        org.assertj.core.groups.Tuple.tuple("good", true));
    }

    @Test
    void aThousandOfOneMinuteAreOrderedInOneTurn() {
        for (int i = 0; i < 1000; i++) {
            world.schedules.add(schedule("report/" + i, "0 8 * * *", "UTC", MissedRuns.SKIP));
        }
        world.runUntil("2026-05-01T08:00:00Z", one);
        assertThat(world.submitted).hasSize(1000).doesNotHaveDuplicates();
        assertThat(one.status().ordered()).isEqualTo(1000);
    }

    @Test
    void schedulesSayWhenTheyWereAndWillBeDue() {
        world.schedules.add(schedule("b", "0 8 * * *", "Europe/Berlin", MissedRuns.SKIP));
        world.schedules.add(schedule("a", "30 7 * * *", "UTC", MissedRuns.SKIP));
        one.sign();
        Planned berlin = one.schedules().get(1);
        assertThat(berlin.schedule().id()).isEqualTo("b");
        assertThat(berlin.last()).contains(Instant.parse("2026-05-01T06:00:00Z"));
        assertThat(berlin.next()).contains(Instant.parse("2026-05-02T06:00:00Z"));
    }
}
