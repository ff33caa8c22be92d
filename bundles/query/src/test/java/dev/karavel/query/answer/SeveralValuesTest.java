package dev.karavel.query.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.sql.TimeBounds;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** A box plot's outliers are several values in one cell. */
class SeveralValuesTest {
    private static final Instant NOON = Instant.parse("2024-05-15T12:00:00Z");

    private final Table boxes = new Table.Builder(List.of(new Column("y__outliers", ColumnType.TEXT)))
            .add(List.of(100.0, -7.5))
            .add(List.of())
            .add(List.of())
            .add(List.of())
            .build();

    @Test
    void theyAreAnArrayInJsonAndCanBeReadBack() throws IOException {
        for (ResultFormat format : List.of(ResultFormat.JSON, ResultFormat.COLUMNS)) {
            byte[] stored = AnswerWriter.write(List.of(part()), format, "key", 300, NOON)
                    .stored();
            String text = new String(new GZIPInputStream(new ByteArrayInputStream(stored)).readAllBytes(), UTF_8);
            Table read = AnswerReader.read(stored).get(0).table();

            assertThat(text).contains("[100,-7.5]");
            assertThat(read.value(0, 0)).isEqualTo(List.of(100.0, -7.5));
            assertThat(read.value(1, 0)).isEqualTo(List.of());
        }
    }

    private Part part() {
        return new Part(
                boxes,
                Optional.empty(),
                Map.of(),
                new TimeBounds(Optional.empty(), Optional.empty()),
                List.of(),
                List.of(),
                4,
                Map.of(),
                NOON,
                1);
    }
}
