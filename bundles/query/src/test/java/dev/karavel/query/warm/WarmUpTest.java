package dev.karavel.query.warm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Stamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    @Test
    void aDashboardIsDueByTheClockOfItsOwnZone() {
        WarmUp schedule = WarmUp.of(
                        dashboard("{\"warm_up\":{\"crontab\":\"0 6 * * *\",\"timezone\":\"Europe/Berlin\"}}"))
                .orElseThrow();
        assertThat(schedule.isDue(Instant.parse("2024-05-15T04:00:00Z"))).isTrue();
        assertThat(schedule.isDue(Instant.parse("2024-05-15T06:00:00Z"))).isFalse();
    }

    @Test
    void mostDashboardsHaveNoSchedule() {
        assertThat(WarmUp.of(dashboard("{}"))).isEmpty();
        assertThat(WarmUp.of(dashboard("not json"))).isEmpty();
    }

    private static Dashboard dashboard(String metadata) {
        return new Dashboard(
                1,
                UUID.randomUUID(),
                1,
                "Board",
                Optional.empty(),
                "",
                "{}",
                metadata,
                "",
                true,
                "",
                "",
                List.of(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Stamp.none());
    }
}
