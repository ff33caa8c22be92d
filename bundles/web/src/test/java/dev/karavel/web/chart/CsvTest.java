package dev.karavel.web.chart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void valuesAreWrittenAsSpreadsheetsReadThem() throws IOException {
        Table table = new Table.Builder(List.of(
                        new Column("name", ColumnType.TEXT),
                        new Column("a,b", ColumnType.DECIMAL),
                        new Column("day", ColumnType.DATE),
                        new Column("at", ColumnType.TIMESTAMP)))
                .add(
                        "Zoë \"Z\"",
                        new BigDecimal("1E+3"),
                        LocalDate.of(2024, 2, 29),
                        LocalDateTime.of(2024, 2, 29, 1, 2))
                .add(null, -1.5, null, null)
                .build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Csv.write(table, out);
        assertThat(out.toString(UTF_8))
                .isEqualTo(
                        "name,\"a,b\",day,at\r\n\"Zoë \"\"Z\"\"\",1000,2024-02-29,2024-02-29 01:02:00\r\n,-1.5,,\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
    void textThatLooksLikeAFormulaIsDefused(String text) {
        assertThat(Csv.text(text)).isEqualTo("'" + text);
    }
}
