package dev.karavel.query.answer.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

class WorkbookTest {
    @Test
    void cellsHaveTheTypesOfTheirColumns() throws IOException {
        List<Row> rows = read(Tables.file(ResultFormat.XLSX, Tables.every()), 0);

        assertThat(rows.get(0).getCellText(4)).isEqualTo("at");
        Row first = rows.get(1);
        assertThat(first.getCellText(0)).isEqualTo("Zoë, \"Z\"\n");
        assertThat(first.getCell(2).getType()).isEqualTo(CellType.NUMBER);
        assertThat(first.getCellAsNumber(2).orElseThrow().doubleValue()).isEqualTo(0.5);
        assertThat(first.getCell(3).getType()).isEqualTo(CellType.NUMBER);
        assertThat(first.getCellAsDate(3).orElseThrow().toLocalDate()).isEqualTo(Tables.DAY);
        assertThat(first.getCellAsDate(4).orElseThrow().withNano(0)).isEqualTo(Tables.MORNING.withNano(0));
        assertThat(first.getCellAsBoolean(5)).contains(true);
        assertThat(rows.get(2).getCellText(0)).isEqualTo("=1+1");
        assertThat(rows.get(2).getCell(0).getType()).isEqualTo(CellType.STRING);
    }

    @Test
    void whatExcelWouldGetWrongIsText() throws IOException {
        List<Row> rows = read(Tables.file(ResultFormat.XLSX, Tables.every()), 0);

        assertThat(rows.get(1).getCell(1).getType()).isEqualTo(CellType.STRING);
        assertThat(rows.get(1).getCellText(1)).isEqualTo("9007199254740993");
        assertThat(rows.get(2).getCellText(3)).isEqualTo("1124-05-15");
    }

    @Test
    void eachTableHasASheetOfItsOwnName() throws IOException {
        byte[] file = Tables.file(ResultFormat.XLSX, Tables.every(), Tables.every());
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getSheets().map(Sheet::getName)).containsExactly("Part 1", "Part 2");
        }
        assertThat(read(file, 1)).hasSize(3);
    }

    @Test
    void namesThatExcelRefusesAreMadeRight() throws IOException {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try (TableFile file = TableFile.open(ResultFormat.XLSX, false, false, out)) {
            for (String name : List.of("a/b:c", "A b C", "", "x".repeat(40))) {
                file.table(name).all(Tables.every(), Tables.labels(Tables.every()));
            }
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(workbook.getSheets().map(Sheet::getName))
                    .containsExactly("a b c", "A b C 2", "Data", "x".repeat(31));
        }
    }

    @Test
    void controlCharactersAndEndlessTextsDoNotBreakTheFile() throws IOException {
        Table table = new Table.Builder(List.of(new Column("t", ColumnType.TEXT)))
                .add("a\u0000b\u0007c\td")
                .add("y".repeat(40_000))
                .build();
        List<Row> rows = read(Tables.file(ResultFormat.XLSX, table), 0);
        assertThat(rows.get(1).getCellText(0)).isEqualTo("abc\td");
        assertThat(rows.get(2).getCellText(0)).hasSize(32_767);
    }

    @Test
    void moreRowsThanASheetHoldsAreRefusedWithAWord() throws IOException {
        TableFile file = TableFile.open(ResultFormat.XLSX, true, false, OutputStream.nullOutputStream());
        RowSink sheet = file.table("x");
        sheet.begin(List.of(new Column("n", ColumnType.INTEGER)), List.of("n"));
        Object[] row = {null};
        for (int i = 0; i < SheetSink.MOST_ROWS; i++) {
            sheet.row(row);
        }
        assertThatThrownBy(() -> sheet.row(row)).isInstanceOfSatisfying(KaravelException.class, refused -> {
            assertThat(refused.code()).isEqualTo(ErrorCode.TOO_LARGE);
            assertThat(refused).hasMessageContaining("CSV");
        });
    }

    private static List<Row> read(byte[] file, int sheet) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getSheet(sheet).orElseThrow().read();
        }
    }
}
