package dev.karavel.query.answer.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.spi.data.Table;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RecordsSinkTest {
    @Test
    void rowsAreObjectsWithTimesInWords() throws IOException {
        JsonNode rows = new ObjectMapper().readTree(Tables.file(ResultFormat.RECORDS, Tables.every()));

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).toString())
                .isEqualTo("{\"name\":\"Zoë, \\\"Z\\\"\\n\",\"count\":9007199254740993,\"share\":0.5,"
                        + "\"day\":\"2024-05-15\",\"at\":\"2024-05-15T06:07:08.250\",\"good\":true}");
        assertThat(rows.get(2).get("name").isNull()).isTrue();
    }

    @Test
    void aTableWithoutRowsIsAnEmptyList() {
        assertThat(Tables.text(ResultFormat.RECORDS, Table.empty(Tables.every().columns())))
                .isEqualTo("[\n]\n");
    }
}
