package dev.karavel.query.warm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.KaravelException;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 6 * * 1-5 | 2024-05-15T06:00:30Z | true",
                "0 6 * * 1-5 | 2024-05-18T06:00:00Z | false",
                "*/15 * * * * | 2024-05-15T10:45:00Z | true",
                "*/15 * * * * | 2024-05-15T10:46:00Z | false",
                "5/20 8-10 * * * | 2024-05-15T09:25:00Z | true",
                "0 0 1 jan,jul * | 2024-07-01T00:00:00Z | true",
                "0 0 * * sun | 2024-05-19T00:00:00Z | true",
                "0 0 * * 7 | 2024-05-19T00:00:00Z | true",
                "0 0 15 * mon | 2024-05-15T00:00:00Z | true",
                "0 0 15 * mon | 2024-05-20T00:00:00Z | true",
                "0 0 15 * mon | 2024-05-21T00:00:00Z | false"
            })
    void aScheduleIsDueInItsMinutes(String crontab, String time, boolean due) {
        assertThat(Cron.parse(crontab).isDue(ZonedDateTime.parse(time))).isEqualTo(due);
    }

    @Test
    void theTimeIsThatOfItsZone() {
        assertThat(Cron.parse("0 6 * * *").isDue(ZonedDateTime.parse("2024-05-15T06:00:00+02:00[Europe/Berlin]")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "* * * *", "60 * * * *", "* * 0 * *", "5-1 * * * *", "*/0 * * * *", "x * * * *"})
    void whatIsNoScheduleIsRefused(String text) {
        assertThatThrownBy(() -> Cron.parse(text)).isInstanceOf(KaravelException.class);
    }
}
