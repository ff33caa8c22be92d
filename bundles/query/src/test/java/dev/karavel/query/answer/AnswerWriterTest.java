package dev.karavel.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.karavel.api.sql.SqlText;
import dev.karavel.api.sql.TimeBounds;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class AnswerWriterTest {
    private static final Instant NOON = Instant.parse("2024-05-15T12:00:00Z");
    private static final LocalDateTime MORNING = LocalDateTime.parse("2024-05-15T06:00:00");

    private final Table table = new Table.Builder(List.of(
                    new Column("name", ColumnType.TEXT),
                    new Column("count", ColumnType.INTEGER),
                    new Column("share", ColumnType.DECIMAL),
                    new Column("day", ColumnType.DATE),
                    new Column("at", ColumnType.TIMESTAMP),
                    new Column("good", ColumnType.BOOLEAN)))
            .add("Zoë \"Z\"\n", 9_007_199_254_740_993L, 0.5, LocalDate.parse("2024-05-15"), MORNING, true)
            .add("b", 2L, Double.NaN, null, null, false)
            .add(null, null, Double.POSITIVE_INFINITY, null, null, null)
            .add("d", 3L, new BigDecimal("1E+3"), null, MORNING, null)
            .build();

    @Test
    void theStoredTwinSaysItIsCachedAndTheFreshOneThatItIsNot() throws IOException {
        Answer answer = AnswerWriter.write(List.of(part(table), part(table)), "key", 300, NOON);

        JsonNode stored = json(answer.stored()).get("result");
        JsonNode fresh = json(answer.fresh()).get("result");
        for (int i = 0; i < 2; i++) {
            assertThat(stored.get(i).get("is_cached").asBoolean()).isTrue();
            assertThat(stored.get(i).get("cached_dttm").asText()).isEqualTo("2024-05-15T12:00:00Z");
            assertThat(fresh.get(i).get("is_cached").asBoolean()).isFalse();
            assertThat(fresh.get(i).get("cached_dttm").isNull()).isTrue();
            assertThat(stored.get(i).get("data")).isEqualTo(fresh.get(i).get("data"));
        }
    }

    @Test
    void rowsAreObjectsWithTimesInMillisecondsAndNullForWhatJsonCannotSay() throws IOException {
        JsonNode result = json(AnswerWriter.write(List.of(part(table)), "key", 300, NOON)
                        .fresh())
                .at("/result/0");

        assertThat(result.get("data").get(0).toString())
                .isEqualTo(
                        "{\"name\":\"Zoë \\\"Z\\\"\\n\",\"count\":9007199254740993,\"share\":0.5,\"day\":1715731200000,"
                                + "\"at\":1715752800000,\"good\":true}");
        assertThat(result.at("/data/1/share").isNull()).isTrue();
        assertThat(result.at("/data/2/share").isNull()).isTrue();
        assertThat(result.at("/data/3/share").asInt()).isEqualTo(1000);
        assertThat(result.get("coltypes").toString()).isEqualTo("[1,0,0,2,2,3]");
        assertThat(result.get("rowcount").asInt()).isEqualTo(4);
        assertThat(result.get("from_dttm").asLong()).isEqualTo(1715752800000L);
        assertThat(result.get("to_dttm").isNull()).isTrue();
        assertThat(result.get("applied_filters").toString()).isEqualTo("[{\"column\":\"name\"}]");
        assertThat(result.get("rejected_filters").toString())
                .isEqualTo("[{\"column\":\"x\",\"reason\":\"not_in_datasource\"}]");
        assertThat(result.at("/labels_map/count").asText()).isEqualTo("How many");
        assertThat(result.get("query").asText()).isEqualTo("SELECT 1");
        assertThat(result.get("duration_ms").asInt()).isEqualTo(12);
    }

    @Test
    void whatWasWrittenIsReadBackInItsTypes() {
        Answer answer = AnswerWriter.write(List.of(part(table), part(Table.empty(List.of()))), "key", 300, NOON);

        List<Table> tables = AnswerReader.read(answer.stored());

        assertThat(tables).hasSize(2);
        Table read = tables.get(0);
        assertThat(read.columns()).isEqualTo(table.columns());
        for (int column = 0; column < 6; column++) {
            assertThat(read.value(0, column)).isEqualTo(table.value(0, column));
            assertThat(read.value(2, column)).isNull();
        }
        assertThat(tables.get(1).rows()).isZero();
    }

    @Test
    void manyRowsSurviveTheCompression() throws IOException {
        Table.Builder many =
                new Table.Builder(List.of(new Column("n", ColumnType.INTEGER), new Column("t", ColumnType.TEXT)));
        for (long i = 0; i < 50_000; i++) {
            many.add(i, "text " + i * 7919 % 1000);
        }
        Answer answer = AnswerWriter.write(List.of(part(many.build())), "key", 300, NOON);

        assertThat(json(answer.fresh()).at("/result/0/data/49999/n").asInt()).isEqualTo(49_999);
        assertThat(AnswerReader.read(answer.stored()).get(0).rows()).isEqualTo(50_000);
        assertThat(answer.stored().length).isLessThan(600_000);
    }

    private static Part part(Table table) {
        return new Part(
                table,
                Optional.of("SELECT 1"),
                Map.of("count", "How many"),
                new TimeBounds(Optional.of(MORNING), Optional.empty()),
                List.of("name"),
                List.of(new SqlText.Rejected("x", "not_in_datasource")),
                NOON,
                12);
    }

    private static JsonNode json(byte[] gzip) throws IOException {
        return new ObjectMapper().readTree(new GZIPInputStream(new ByteArrayInputStream(gzip)));
    }
}
