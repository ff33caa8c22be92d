package dev.karavel.beat;

import static dev.karavel.beat.World.schedule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.schedule.Schedule.MissedRuns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three days around each change of the clocks, with the node that turns the beat killed just before it. */
class DaylightSavingTest {
    private static final Duration STEP = Duration.ofSeconds(10);

    @ParameterizedTest(name = "{0} on {2}")
    @CsvSource({
        "Europe/Berlin, 30 2 * * *, 2026-03-29T01:00:00Z, 2026-03-28T01:30:00Z 2026-03-29T01:00:00Z 2026-03-30T00:30:00Z",
        "Europe/Berlin, 30 2 * * *, 2026-10-25T01:00:00Z, 2026-10-24T00:30:00Z 2026-10-25T00:30:00Z 2026-10-26T01:30:00Z",
        "America/New_York, 30 2 * * *, 2026-03-08T07:00:00Z, 2026-03-07T07:30:00Z 2026-03-08T07:00:00Z 2026-03-09T06:30:00Z",
        "America/New_York, 30 1 * * *, 2026-11-01T06:00:00Z, 2026-10-31T05:30:00Z 2026-11-01T05:30:00Z 2026-11-02T06:30:00Z",
        "Australia/Lord_Howe, 15 2 * * *, 2026-10-03T15:30:00Z, 2026-10-02T15:45:00Z 2026-10-03T15:30:00Z 2026-10-04T15:15:00Z",
        "Australia/Lord_Howe, 45 1 * * *, 2026-04-04T15:00:00Z, 2026-04-03T14:45:00Z 2026-04-04T14:45:00Z 2026-04-05T15:15:00Z"
    })
    void noRunIsLostAndNoneDoubled(String zone, String daily, Instant change, String due) {
        World world = new World(change.minus(Duration.ofHours(36)).toString());
        world.schedules.add(schedule("daily", daily, zone, MissedRuns.SKIP));
        world.schedules.add(schedule("half", "*/30 * * * *", zone, MissedRuns.SKIP));
        LocalBeat first = world.node();
        LocalBeat second = world.node();
        world.runUntil(change.minusSeconds(20).toString(), STEP, first);
        world.runUntil(change.plus(Duration.ofHours(36)).toString(), STEP, second);

        assertThat(world.submitted).doesNotHaveDuplicates();
        assertThat(of(world, "daily")).containsExactly(due.split(" "));
        Instant begin = change.minus(Duration.ofHours(36));
        assertThat(of(world, "half"))
                .containsExactlyElementsOf(Stream.iterate(1, i -> i + 1)
                        .limit(144)
                        .map(i -> begin.plus(Duration.ofMinutes(30L * i)).toString())
                        .toList());
        first.stop();
        second.stop();
    }

    private static List<String> of(World world, String id) {
        return world.submitted.stream()
                .filter(key -> key.startsWith(id + "@"))
                .map(key -> key.substring(id.length() + 1))
                .sorted()
                .toList();
    }
}
