package dev.karavel.query.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.karavel.api.query.ResultFormat;
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
        Answer answer = AnswerWriter.write(List.of(part(table), part(table)), ResultFormat.JSON, "key", 300, NOON);

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
        JsonNode result = json(AnswerWriter.write(List.of(part(table)), ResultFormat.JSON, "key", 300, NOON)
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
        assertThat(result.at("/label_map/count").toString()).isEqualTo("[\"How many\"]");
        assertThat(result.at("/label_map/name").toString()).isEqualTo("[\"name\"]");
        assertThat(result.get("query").asText()).isEqualTo("SELECT 1");
        assertThat(result.get("duration_ms").asInt()).isEqualTo(12);
        assertThat(result.get("sql_rowcount").asInt()).isEqualTo(7);
        assertThat(result.at("/annotation_data/Layer/records/0/a").asInt()).isEqualTo(1);
    }

    @Test
    void aSeriesOfAPivotHasThePartsOfItsNameInTheLabelMap() throws IOException {
        Table pivoted = new Table.Builder(List.of(new Column("count, ORD", ColumnType.INTEGER)))
                .add(1L)
                .build();
        JsonNode result = json(AnswerWriter.write(List.of(part(pivoted)), ResultFormat.JSON, "key", 300, NOON)
                        .fresh())
                .at("/result/0");

        assertThat(result.path("label_map").toString()).isEqualTo("{\"count, ORD\":[\"count\",\"ORD\"]}");
    }

    @Test
    void whatWasWrittenIsReadBackInItsTypes() {
        Answer answer = AnswerWriter.write(
                List.of(part(table), part(Table.empty(List.of()))), ResultFormat.COLUMNS, "key", 300, NOON);

        List<Part> parts = AnswerReader.read(answer.stored());

        assertThat(parts.get(0))
                .usingRecursiveComparison()
                .ignoringFields("table")
                .isEqualTo(part(table));
        assertThat(parts).hasSize(2);
        Table read = parts.get(0).table();
        assertThat(read.columns()).isEqualTo(table.columns());
        for (int column = 0; column < 6; column++) {
            assertThat(read.value(0, column)).isEqualTo(table.value(0, column));
            assertThat(read.value(2, column)).isNull();
        }
        assertThat(parts.get(1).table().rows()).isZero();
    }

    @Test
    void columnsAreArraysAndRepeatedTextsADictionary() throws IOException {
        Table repeated = new Table.Builder(List.of(
                        new Column("city", ColumnType.TEXT),
                        new Column("n", ColumnType.INTEGER),
                        new Column("at", ColumnType.TIMESTAMP)))
                .add("ORD", 1L, MORNING)
                .add(null, null, null)
                .add("ATL", 2L, MORNING.plusNanos(1_000))
                .add("ORD", 3L, LocalDateTime.parse("1969-12-31T23:59:59.999999"))
                .build();
        Answer answer = AnswerWriter.write(List.of(part(repeated)), ResultFormat.COLUMNS, "key", 300, NOON);
        JsonNode result = json(answer.fresh()).at("/result/0");

        assertThat(result.has("data")).isFalse();
        assertThat(inflated(answer.fresh()))
                .contains(
                        "\"columns\":[{\"dictionary\":[\"ORD\",\"ATL\"],\"indices\":[0,-1,1,0]},{\"values\":[1,null,2,3]},"
                                + "{\"values\":[1715752800000,null,1715752800000.001,-0.001]}]");
        Table read = AnswerReader.read(answer.stored()).get(0).table();
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 3; column++) {
                assertThat(read.value(row, column)).isEqualTo(repeated.value(row, column));
            }
        }
    }

    @Test
    void manyRowsSurviveTheCompression() throws IOException {
        Table.Builder many =
                new Table.Builder(List.of(new Column("n", ColumnType.INTEGER), new Column("t", ColumnType.TEXT)));
        for (long i = 0; i < 50_000; i++) {
            many.add(i, "text " + i * 7919 % 1000);
        }
        Answer answer = AnswerWriter.write(List.of(part(many.build())), ResultFormat.COLUMNS, "key", 300, NOON);

        assertThat(json(answer.fresh()).at("/result/0/columns/0/values/49999").asInt())
                .isEqualTo(49_999);
        assertThat(AnswerReader.read(answer.stored()).get(0).table().rows()).isEqualTo(50_000);
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
                7,
                Map.of("Layer", "{\"records\":[{\"a\":1}]}"),
                NOON,
                12);
    }

    private static String inflated(byte[] gzip) throws IOException {
        return new String(new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes(), UTF_8);
    }

    private static JsonNode json(byte[] gzip) throws IOException {
        return new ObjectMapper().readTree(new GZIPInputStream(new ByteArrayInputStream(gzip)));
    }
}
