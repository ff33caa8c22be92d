package dev.karavel.report.cron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.KaravelException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalCrontabsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final LocalCrontabs crontabs = new LocalCrontabs();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    * * * * *         | 2026-05-01T12:00:00Z | 2026-05-01T12:01:00Z
                    */15 * * * *      | 2026-05-01T12:00:01Z | 2026-05-01T12:15:00Z
                    0 8 * * 1-5       | 2026-05-01T12:00:00Z | 2026-05-04T08:00:00Z
                    0 8 * * mon-fri   | 2026-05-01T12:00:00Z | 2026-05-04T08:00:00Z
                    30 6,18 * * *     | 2026-05-01T07:00:00Z | 2026-05-01T18:30:00Z
                    0 0 1 * *         | 2026-05-01T00:00:00Z | 2026-06-01T00:00:00Z
                    0 0 31 * *        | 2026-05-31T00:00:00Z | 2026-07-31T00:00:00Z
                    0 0 29 2 *        | 2026-05-01T00:00:00Z | 2028-02-29T00:00:00Z
                    0 0 13 * 5        | 2026-05-01T12:00:00Z | 2026-05-08T00:00:00Z
                    0 0 * jan sun     | 2026-05-01T12:00:00Z | 2027-01-03T00:00:00Z
                    0 0 * * 7         | 2026-05-01T12:00:00Z | 2026-05-03T00:00:00Z
                    0 0 * * 5-7       | 2026-05-03T12:00:00Z | 2026-05-08T00:00:00Z
                    10-20/5 9 * * *   | 2026-05-01T09:10:00Z | 2026-05-01T09:15:00Z
                    @hourly           | 2026-05-01T12:00:00Z | 2026-05-01T13:00:00Z
                    @weekly           | 2026-05-01T12:00:00Z | 2026-05-03T00:00:00Z
                    """)
    void theNextTimeIsFound(String crontab, Instant after, Instant next) {
        assertThat(crontabs.next(crontab, ZoneId.of("UTC"), after)).contains(next);
    }

    @Test
    void whatNeverComesIsNeverDue() {
        assertThat(crontabs.next("0 0 30 2 *", BERLIN, Instant.parse("2026-05-01T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void aTimeThatDoesNotExistIsDueWhenClocksAreSetForward() {
        assertThat(all("30 2 * * *", "2026-03-28T00:00:00Z", "2026-03-30T12:00:00Z"))
                .containsExactly(at("2026-03-28T01:30:00Z"), at("2026-03-29T01:00:00Z"), at("2026-03-30T00:30:00Z"));
    }

    @Test
    void aTimeThatComesTwiceIsDueOnce() {
        assertThat(all("30 2 * * *", "2026-10-24T12:00:00Z", "2026-10-26T12:00:00Z"))
                .containsExactly(at("2026-10-25T00:30:00Z"), at("2026-10-26T01:30:00Z"));
    }

    @Test
    void hoursThatPassAreCounted() {
        assertThat(all("30 * * * *", "2026-10-24T23:00:00Z", "2026-10-25T03:00:00Z"))
                .containsExactly(
                        at("2026-10-24T23:30:00Z"),
                        at("2026-10-25T00:30:00Z"),
                        at("2026-10-25T01:30:00Z"),
                        at("2026-10-25T02:30:00Z"));
        assertThat(all("0 * * * *", "2026-03-28T23:30:00Z", "2026-03-29T02:30:00Z"))
                .containsExactly(at("2026-03-29T00:00:00Z"), at("2026-03-29T01:00:00Z"), at("2026-03-29T02:00:00Z"));
    }

    @Test
    void everyMinuteOfAYearIsDueOnceWhateverTheClocksDo() {
        for (String zone : List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu")) {
            Instant from = Instant.parse("2026-03-01T00:00:00Z");
            List<Instant> due =
                    crontabs.between("*/30 * * * *", ZoneId.of(zone), from, from.plusSeconds(86_400 * 40), 10_000);
            for (int i = 1; i < due.size(); i++) {
                assertThat(due.get(i)).isAfter(due.get(i - 1));
                assertThat(due.get(i).getEpochSecond() - due.get(i - 1).getEpochSecond())
                        .as(zone + " " + due.get(i))
                        .isBetween(1L, 1_800L);
            }
            assertThat(due.size()).isGreaterThan(48 * 40 - 4);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "* * * * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * * 13 *",
                "* * * * 8",
                "5-1 * * * *",
                "*/0 * * * *",
                "a * * * *",
                "1,,2 * * * *",
                "1- * * * *",
                "@often",
                "* * * foo *",
                "-1 * * * *",
                "1/2/3 * * * *"
            })
    void whatIsWrongIsSaidAtItsField(String crontab) {
        assertThatThrownBy(() -> crontabs.check(crontab, "crontab"))
                .isInstanceOfSatisfying(
                        KaravelException.class, e -> assertThat(e.field()).isEqualTo("crontab"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0 8 * * 1-5       | en | At 08:00, Monday through Friday
                    0 8 * * 1-5       | de | Um 08:00, Montag bis Freitag
                    */15 * * * *      | en | Every 15 minutes
                    0 */2 * * *       | en | every 2 hours
                    30 6,18 1 * *     | en | At 06:30 and 18:30, on day 1 of the month
                    0 0 * 1,7 0       | fr | À 00:00, dimanche, en janvier et juillet
                    @daily            | es | A las 00:00
                    0 9 * * 1         | zh | 09:00，星期一
                    """)
    void itIsToldInWords(String crontab, String language, String words) {
        assertThat(crontabs.describe(crontab, Locale.forLanguageTag(language))).isEqualTo(words);
    }

    private List<Instant> all(String crontab, String after, String until) {
        return crontabs.between(crontab, BERLIN, at(after), at(until), 100);
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
