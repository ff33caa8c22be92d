package dev.karavel.web.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgoTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT-5S, now", "PT0S, now", "PT44S, now", "PT50S, a minute ago", "PT2M, 2 minutes ago", "PT61M, an hour ago",
        "PT5H, 5 hours ago", "P1D, a day ago", "P10D, 10 days ago", "P31D, a month ago", "P90D, 3 months ago",
                "P800D, 2 years ago"
    })
    void timesAreToldAsPeopleTellThem(String age, String words) {
        assertThat(Ago.of(NOW.minus(Duration.parse(age)), NOW)).isEqualTo(words);
    }
}
