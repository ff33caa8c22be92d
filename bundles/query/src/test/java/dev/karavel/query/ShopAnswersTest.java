package dev.karavel.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.karavel.api.query.ChartAnswer;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.query.ResultType;
import dev.karavel.query.answer.format.ReadArrow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Answers of a real DuckDB, in every form. */
class ShopAnswersTest {
    private static final Map<String, Object> ALL_ROWS = Map.of(
            "columns", List.of("id", "region", "amount", "online", "sold_at", "day"),
            "orderby", List.of(List.of("id", true)));

    private static ShopWorld shop;

    @BeforeAll
    static void open() {
        shop = ShopWorld.open();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void everyFormatHoldsTheSameRows() throws IOException {
        JsonNode rows = shop.part(ALL_ROWS).get("data");
        JsonNode columns = Asking.part(answer(ALL_ROWS, ResultType.FULL, ResultFormat.COLUMNS))
                .get("columns");
        ReadArrow arrow = ReadArrow.of(inflated(answer(ALL_ROWS, ResultType.FULL, ResultFormat.ARROW)));
        JsonNode records = new ObjectMapper().readTree(file(ResultFormat.RECORDS));
        List<Row> sheet = sheet(file(ResultFormat.XLSX));

        assertThat(rows).hasSizeGreaterThan(100);
        for (int row = 0; row < rows.size(); row++) {
            JsonNode expected = rows.get(row);
            assertThat(columns.at("/0/values/" + row)).isEqualTo(expected.get("id"));
            int place = columns.at("/1/indices/" + row).asInt();
            assertThat(place < 0 ? "null" : columns.at("/1/dictionary/" + place).asText())
                    .isEqualTo(expected.get("region").asText());
            assertThat(arrow.columns().get(0).get(row))
                    .isEqualTo(expected.get("id").asLong());
            assertThat(String.valueOf(arrow.columns().get(1).get(row)))
                    .isEqualTo(expected.get("region").asText());
            assertThat(arrow.columns().get(2).get(row))
                    .isEqualTo(
                            expected.get("amount").isNull()
                                    ? null
                                    : expected.get("amount").asDouble());
            assertThat(records.get(row).get("amount").asDouble())
                    .isEqualTo(expected.get("amount").asDouble());
            assertThat(sheet.get(row + 1).getCellAsNumber(0).orElseThrow().longValue())
                    .isEqualTo(expected.get("id").asLong());
        }
        assertThat(arrow.fields().get(1).getDictionary()).isNotNull();
    }

    @Test
    void theRowsBehindAGroupAreCountedAndComeInPages() {
        Map<String, Object> behind = new HashMap<>(Map.of(
                "metrics", List.of("revenue"),
                "columns", List.of("region"),
                "filters", List.of(Map.of("col", "region", "op", "==", "val", "East"))));
        behind.put("is_rowcount", true);
        long count = Asking.part(answer(behind, ResultType.DRILL_DETAIL, ResultFormat.JSON))
                .at("/data/0/rowcount")
                .asLong();
        behind.remove("is_rowcount");
        List<String> ids = new ArrayList<>();
        for (int offset = 0; offset < count; offset += 20) {
            behind.put("row_limit", 20);
            behind.put("row_offset", offset);
            JsonNode page = Asking.part(answer(behind, ResultType.DRILL_DETAIL, ResultFormat.JSON))
                    .get("data");
            page.forEach(row -> {
                assertThat(row.get("region").asText()).isEqualTo("East");
                ids.add(row.get("id").asText());
            });
        }

        assertThat(count).isEqualTo(shop.rows("region = 'East'"));
        assertThat(ids).hasSize((int) count).doesNotHaveDuplicates();
    }

    @Test
    void aMedianIsTheMiddleOfItsGroup() {
        Map<String, Object> median = Map.of(
                "columns", List.of(),
                "metrics",
                        List.of(Map.of(
                                "expressionType", "SIMPLE",
                                "aggregate", "MEDIAN",
                                "column", Map.of("column_name", "id"),
                                "label", "middle")));
        double[] ids = shop.part(ALL_ROWS).get("data").findValuesAsText("id").stream()
                .mapToDouble(Double::parseDouble)
                .sorted()
                .toArray();
        double middle = ids.length % 2 == 1 ? ids[ids.length / 2] : (ids[ids.length / 2 - 1] + ids[ids.length / 2]) / 2;

        assertThat(shop.part(median).at("/data/0/middle").asDouble()).isEqualTo(middle, within(1e-9));
    }

    @Test
    void theOtherSeriesTogetherMakeUpTheWhole() {
        Map<String, Object> question = Map.of(
                "columns",
                List.of("region"),
                "metrics",
                List.of("count"),
                "series_columns",
                List.of("region"),
                "series_limit",
                1,
                "series_limit_metric",
                "count",
                "group_others_when_limit_reached",
                true);
        JsonNode rows = shop.part(question).get("data");

        assertThat(rows).as(shop.statement(question)).hasSize(2);
        assertThat(rows.get(0).get("count").asLong() + rows.get(1).get("count").asLong())
                .isEqualTo(shop.rows("true"));
    }

    private static ChartAnswer answer(Map<String, Object> question, ResultType type, ResultFormat format) {
        return shop.queries.answer(request(question, type), format, World.ADMIN, shop.world.deadline());
    }

    private static byte[] file(ResultFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        shop.queries
                .download(request(ALL_ROWS, ResultType.FULL), format, World.ADMIN, shop.world.deadline())
                .writeTo(out);
        return out.toByteArray();
    }

    private static List<Row> sheet(byte[] file) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getFirstSheet().read();
        }
    }

    private static byte[] inflated(ChartAnswer answer) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(answer.gzip())).readAllBytes();
    }

    private static ChartRequest request(Map<String, Object> question, ResultType type) {
        return new ChartRequest(
                Optional.empty(), Optional.of(1L), Map.of(), List.of(question), type, false, Optional.empty());
    }
}
