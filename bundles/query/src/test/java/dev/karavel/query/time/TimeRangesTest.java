package dev.karavel.query.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.TimeBounds;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeRangesTest {
    /** A Wednesday. */
    private static final LocalDateTime NOW = LocalDateTime.parse("2024-05-15T10:20:30");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Last day                                 | 2024-05-14T00:00 | 2024-05-15T00:00",
                "last week                                | 2024-05-08T00:00 | 2024-05-15T00:00",
                "Last month                               | 2024-04-15T00:00 | 2024-05-15T00:00",
                "Last quarter                             | 2024-02-15T00:00 | 2024-05-15T00:00",
                "Last year                                | 2023-05-15T00:00 | 2024-05-15T00:00",
                "Last 7 days                              | 2024-05-08T00:00 | 2024-05-15T00:00",
                "Last 3 hours                             | 2024-05-15T07:20:30 | 2024-05-15T10:20:30",
                "Next 2 weeks                             | 2024-05-15T00:00 | 2024-05-29T00:00",
                "previous calendar week                   | 2024-05-06T00:00 | 2024-05-13T00:00",
                "previous calendar month                  | 2024-04-01T00:00 | 2024-05-01T00:00",
                "previous calendar quarter                | 2024-01-01T00:00 | 2024-04-01T00:00",
                "previous calendar year                   | 2023-01-01T00:00 | 2024-01-01T00:00",
                "Current day                              | 2024-05-15T00:00 | 2024-05-16T00:00",
                "Current week                             | 2024-05-13T00:00 | 2024-05-20T00:00",
                "Current month                            | 2024-05-01T00:00 | 2024-06-01T00:00",
                "Current quarter                          | 2024-04-01T00:00 | 2024-07-01T00:00",
                "Current year                             | 2024-01-01T00:00 | 2025-01-01T00:00",
                "Today                                    | 2024-05-15T00:00 | 2024-05-16T00:00",
                "Yesterday                                | 2024-05-14T00:00 | 2024-05-15T00:00",
                "2024-01-01 : 2024-02-01                  | 2024-01-01T00:00 | 2024-02-01T00:00",
                "2024-01-01T10:30:00 : 2024-01-01 11:00   | 2024-01-01T10:30 | 2024-01-01T11:00",
                "2024-01-01T10:30:00+02:00 : now          | 2024-01-01T08:30 | 2024-05-15T10:20:30",
                "2001 : 2001-07                           | 2001-01-01T00:00 | 2001-07-01T00:00",
                "100 years ago : now                      | 1924-05-15T00:00 | 2024-05-15T10:20:30",
                "1 week ago : today                       | 2024-05-08T00:00 | 2024-05-15T00:00",
                "yesterday : 2 days from now              | 2024-05-14T00:00 | 2024-05-17T00:00",
                "2024-01-01 :                             | 2024-01-01T00:00 |",
                ": 2024-01-01                             |                  | 2024-01-01T00:00",
                "DATEADD(DATETIME(\"now\"), -7, day) : now  | 2024-05-08T10:20:30 | 2024-05-15T10:20:30",
                "DATETRUNC(DATETIME('today'), month) : today | 2024-05-01T00:00 | 2024-05-15T00:00",
                "HOLIDAY(\"easter\") : now                  | 2024-03-31T00:00 | 2024-05-15T10:20:30",
                "HOLIDAY('Good Friday', DATETIME('2023-06-01'), 'DE') : HOLIDAY('easter', DATETIME('2023-06-01')) "
                        + "| 2023-04-07T00:00 | 2023-04-09T00:00",
                "HOLIDAY(\"Thanksgiving\", DATETIME(\"2023-01-01\")) : HOLIDAY(\"christmas\", DATETIME(\"2023-01-01\"), \"US\") "
                        + "| 2023-11-23T00:00 | 2023-12-25T00:00",
                "DATETRUNC(DATEADD(DATETIME(\"2024-03-05\"), 1, MONTH), year) : LASTDAY(DATETIME(\"today\"), month) "
                        + "| 2024-01-01T00:00 | 2024-05-31T00:00",
            })
    void wordsBecomeBoundsInUtc(String words, LocalDateTime from, LocalDateTime to) {
        assertThat(TimeRanges.resolve(words, NOW))
                .isEqualTo(new TimeBounds(Optional.ofNullable(from), Optional.ofNullable(to)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "No filter", "no filter", ":", " : "})
    void noFilterHasNoBounds(String words) {
        assertThat(TimeRanges.resolve(words, NOW).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "whenever",
                "Last fortnight",
                "2024-02-30 : now",
                "2024-13-01 : now",
                "2024-01-01",
                "now : 2020-01-01",
                "DATEADD(DATETIME(\"now\"), -7) : now",
                "DATEADD(DATETIME(\"now\"), -7, day)) : now",
                "DATETIME(\"x\") : now",
                "HOLIDAY(\"talk like a pirate\") : now",
                "HOLIDAY(\"thanksgiving\", DATETIME(\"now\"), \"DE\") : now",
                "HOLIDAY(\"\") : now",
                "last 999999 years",
                "'; drop table flights; -- : now"
            })
    void whatIsNoTimeRangeIsRefusedWithTheField(String words) {
        assertThatThrownBy(() -> TimeRanges.resolve(words, NOW))
                .isInstanceOfSatisfying(KaravelException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
                    assertThat(refused.field()).isEqualTo("time_range");
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 21, 2_000})
    void deeplyNestedExpressionsEndWithAWord(int depth) {
        String words = "DATETRUNC(".repeat(depth) + "DATETIME(\"now\")" + ", day)".repeat(depth) + " : now";
        if (depth < 20) {
            assertThat(TimeRanges.resolve(words, NOW).from()).contains(LocalDateTime.parse("2024-05-15T00:00"));
        } else {
            assertThatThrownBy(() -> TimeRanges.resolve(words, NOW)).isInstanceOf(KaravelException.class);
        }
    }
}
