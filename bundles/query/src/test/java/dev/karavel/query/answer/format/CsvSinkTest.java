package dev.karavel.query.answer.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.query.ResultFormat;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvSinkTest {
    @Test
    void linesEndAsTheStandardSaysAndNothingIsEmpty() {
        assertThat(Tables.text(ResultFormat.CSV, Tables.every()))
                .isEqualTo("name,count,share,day,at,good\r\n"
                        + "\"Zoë, \"\"Z\"\"\n\",9007199254740993,0.5,2024-05-15,2024-05-15 06:07:08.250,true\r\n"
                        + "'=1+1,2,1000,1124-05-15,2024-05-15 06:07:08,false\r\n"
                        + ",,,,,\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=HYPERLINK(1)   | '=HYPERLINK(1)",
                "+1              | '+1",
                "-1              | '-1",
                "@sum            | '@sum",
                "=a,b            | \"'=a,b\"",
                "a=b             | a=b",
                "`\tx`           | `'\tx`",
            })
    void textThatASpreadsheetWouldRunIsDefused(String text, String cell) {
        assertThat(Tables.text(ResultFormat.CSV, one(text))).isEqualTo("name\r\n" + cell + "\r\n");
    }

    @Test
    void numbersBelowZeroStayNumbers() {
        Table table = new Table.Builder(List.of(new Column("n", ColumnType.DECIMAL)))
                .add(-1.5)
                .build();
        assertThat(Tables.text(ResultFormat.CSV, table)).isEqualTo("n\r\n-1.5\r\n");
    }

    @Test
    void aByteOrderMarkIsThereWhenWished() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableFile file = TableFile.open(ResultFormat.CSV, true, true, out)) {
            file.table("x").all(one("Zoë"), List.of("Name"));
        }
        assertThat(out.toString(UTF_8)).isEqualTo("\ufeffName\r\nZoë\r\n");
    }

    @Test
    void severalTablesComeInAZip() throws IOException {
        byte[] zip = Tables.file(ResultFormat.CSV, one("a"), one("b"));
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            assertThat(in.getNextEntry().getName()).isEqualTo("Part 1.csv");
            assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("name\r\na\r\n");
            assertThat(in.getNextEntry().getName()).isEqualTo("Part 2.csv");
            assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("name\r\nb\r\n");
            assertThat(in.getNextEntry()).isNull();
        }
    }

    private static Table one(String value) {
        return new Table.Builder(List.of(new Column("name", ColumnType.TEXT)))
                .add(value)
                .build();
    }
}
