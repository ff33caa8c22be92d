package dev.karavel.viz.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PiecesOfTimeTest {
    @ParameterizedTest
    @CsvSource({
        "AS,     2024-05-16T10:00, 2024-01-01T00:00, 2025-01-01T00:00",
        "QS,     2024-05-16T10:00, 2024-04-01T00:00, 2024-07-01T00:00",
        "MS,     2024-05-16T10:00, 2024-05-01T00:00, 2024-06-01T00:00",
        "W-MON,  2024-05-16T10:00, 2024-05-13T00:00, 2024-05-20T00:00",
        "W-SUN,  2024-05-16T10:00, 2024-05-12T00:00, 2024-05-19T00:00",
        "D,      2024-05-16T10:00, 2024-05-16T00:00, 2024-05-17T00:00",
        "4W-MON, 1970-02-01T00:00, 1970-01-05T00:00, 1970-02-02T00:00",
    })
    void frequenciesCutTimeWherePandasDoes(
            String frequency, LocalDateTime moment, LocalDateTime start, LocalDateTime end) {
        try (ScriptModule periods = new ScriptModule("time_pivot/periods.js")) {
            String cut = "it.cutOf('" + frequency + "')";
            assertThat(moment(periods, cut + ".start(" + millis(moment) + ")")).isEqualTo(start);
            assertThat(moment(periods, cut + ".end(" + millis(start) + ")")).isEqualTo(end);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "month, day,   2024-05-16T00:00, 2, 3",
        "year,  day,   2024-01-01T00:00, 0, 0",
        "year,  day,   2024-12-31T00:00, 52, 1",
        "year,  month, 2024-12-01T00:00, 11, 0",
        "week,  hour,  2024-05-16T05:00, 3, 5",
        "day,   hour,  2024-05-16T13:00, 2, 1",
        "hour,  min,   2024-05-16T13:25, 2, 5",
    })
    void cellsStandInTheirBlock(String domain, String inner, LocalDateTime moment, int column, int row) {
        try (ScriptModule calendar = new ScriptModule("cal_heatmap/calendar.js")) {
            String start = "it.startOf(" + millis(moment) + ", '" + domain + "')";
            String place = "it.placeIn(" + millis(moment) + ", " + start + ", '" + domain + "', '" + inner + "')";
            assertThat(calendar.number(place + "[0]")).isEqualTo(column);
            assertThat(calendar.number(place + "[1]")).isEqualTo(row);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-16,                2024-05-16T00:00",
        "2024-05-16 10:30:00,       2024-05-16T10:30",
        "2024-05-16T10:30:00+02:00, 2024-05-16T08:30",
        "yesterday,                 ",
    })
    void momentsAreReadFromTexts(String text, LocalDateTime expected) {
        try (ScriptModule moments = new ScriptModule("shared/moments.js")) {
            double found = moments.number("it.momentOf('" + text + "') ?? -1");
            assertThat(found).isEqualTo(expected == null ? -1 : millis(expected));
        }
    }

    private static LocalDateTime moment(ScriptModule module, String expression) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli((long) module.number(expression)), ZoneOffset.UTC);
    }

    private static long millis(LocalDateTime moment) {
        return moment.toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
