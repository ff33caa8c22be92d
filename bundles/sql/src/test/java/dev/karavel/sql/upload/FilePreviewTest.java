package dev.karavel.sql.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.UploadOptions;
import dev.karavel.api.sql.Uploads;
import dev.karavel.api.sql.Uploads.Kind;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.sql.warehouse.OpenWarehouses;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilePreviewTest {
    @TempDir
    Path folder;

    private final Uploads uploads = new StoredUploads(OpenWarehouses.beside("", Plain.SECRETS));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,-2,+3|INTEGER
            1,,2.5|DECIMAL
            1e3,.5,-0.25|DECIMAL
            007,008|TEXT
            1234567890123456789012|TEXT
            true,FALSE|BOOLEAN
            yes,no|TEXT
            2024-02-29,2023/12/01|DATE
            31.12.2024,1.2.2024|DATE
            2024-02-30|TEXT
            12/31/2024|TEXT
            2024-02-29,2024-02-29 12:30|TIMESTAMP
            2024-02-29T12:30:15.25Z|TIMESTAMP
            NA,n/a,null|TEXT
            1,x|TEXT
            1,NaN|INTEGER
            """)
    void theNarrowestTypeThatEveryValueFitsIsFound(String values, ColumnType type) {
        String text = "v;w\n" + values.replace(",", ";x\n") + ";x\n";
        assertThat(preview(text, UploadOptions.usual()).columns().get(0)).isEqualTo(new Column("v", type));
    }

    @Test
    void valuesComeInTheirTypes() {
        Uploads.Preview preview =
                preview("n,d,b,day,moment,text\n1,2.5,true,2024-03-01,2024-03-31T02:30:00+02:00,\"a, b\"\n,,,,,\n");
        assertThat(preview.rows().get(0))
                .containsExactly(1L, 2.5, true, LocalDate.of(2024, 3, 1), LocalDateTime.of(2024, 3, 31, 0, 30), "a, b");
        assertThat(preview.rows().get(1)).containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1252"})
    void lettersAreReadAsTheyWereWritten(String charset) {
        byte[] bytes = "Straße,Größe\nGänsemarkt,1\n".getBytes(Charset.forName(charset));
        Uploads.Preview preview = uploads.preview(Kind.CSV, file("a.csv", bytes), UploadOptions.usual());
        assertThat(preview.columns()).extracting(Column::name).containsExactly("Straße", "Größe");
        assertThat(preview.rows()).containsExactly(List.of("Gänsemarkt", 1L));
    }

    @Test
    void aByteOrderMarkIsNoLetter() {
        byte[] bytes = "\uFEFFid,x\n1,2\n".getBytes(StandardCharsets.UTF_8);
        assertThat(uploads.preview(Kind.CSV, file("a.csv", bytes), UploadOptions.usual())
                        .columns()
                        .get(0)
                        .name())
                .isEqualTo("id");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theDelimiterIsFoundOut(String delimiter) {
        String text = "a,b,c\n1,\"x;y,z\",3\n4,u,6\n".replace("\"x;y,z\"", "x").replace(",", delimiter);
        assertThat(preview(text).columns()).hasSize(3);
    }

    @Test
    void namesAreMadeUsableAndDifferent() {
        assertThat(preview("a,A,,\"b\nc\",a\n1,2,3,4,5\n").columns())
                .extracting(Column::name)
                .containsExactly("a", "A_1", "column_3", "b c", "a_2");
    }

    @Test
    void aFileWithoutNamesHasNumbersForThem() {
        UploadOptions options = with(Optional.empty(), 1, Optional.empty());
        assertThat(preview("comment\n1,2\n3,4\n", options).rows()).containsExactly(List.of(1L, 2L), List.of(3L, 4L));
        assertThat(preview("comment\n1,2\n", options).columns())
                .extracting(Column::name)
                .containsExactly("column_1", "column_2");
    }

    @Test
    void columnsNamedAsDatesMayBeWrittenTheAmericanOrTheEuropeanWay() {
        for (boolean dayFirst : new boolean[] {false, true}) {
            UploadOptions options = new UploadOptions(
                    Optional.empty(),
                    0,
                    Optional.of(0),
                    Optional.of(1),
                    Set.of("-"),
                    List.of("d"),
                    dayFirst,
                    ',',
                    Map.of("n", ColumnType.TEXT),
                    Optional.empty(),
                    List.of("n", "d", "v"),
                    Optional.of("row"));
            Uploads.Preview preview = preview("d;n;v\n03/04/2024;5;1,5\n-;6;7\n", options);
            assertThat(preview.rows())
                    .containsExactly(List.of(0L, "5", LocalDate.of(2024, dayFirst ? 4 : 3, dayFirst ? 3 : 4), 1.5));
        }
    }

    @Test
    void aWrongRowIsNamedByItsLine() {
        assertThat(failure("a,b\n1,2\n\n\"x\ny\",3\n4,5,6\n")).hasMessageContaining("Line 6 has 3 values");
        UploadOptions typed = new UploadOptions(
                Optional.empty(),
                0,
                Optional.of(0),
                Optional.empty(),
                Set.of(),
                List.of(),
                false,
                '.',
                Map.of("b", ColumnType.INTEGER),
                Optional.empty(),
                List.of(),
                Optional.empty());
        KaravelException wrong =
                catchThrowableOfType(KaravelException.class, () -> preview("a,b\n1,2\n3,four\n", typed));
        assertThat(wrong).hasMessage("Line 3, column b: “four” is no whole number");
        assertThat(wrong.field()).isEqualTo("file");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(failure("")).hasMessageContaining("empty");
    }

    @Test
    void aWorkbookIsReadBySheetWithItsDates() throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet first = book.newWorksheet("First");
            String[] names = {"id", "price", "day", "moment", "yes", "name"};
            for (int i = 0; i < names.length; i++) {
                first.value(0, i, names[i]);
            }
            first.value(1, 0, 7);
            first.value(1, 1, 2.5);
            first.value(1, 2, LocalDate.of(2024, 2, 29));
            first.style(1, 2).format("yyyy-mm-dd").set();
            first.value(1, 3, LocalDateTime.of(2024, 2, 29, 13, 45));
            first.style(1, 3).format("dd.mm.yyyy hh:mm").set();
            first.value(1, 4, true);
            first.value(1, 5, "007");
            first.formula(2, 0, "A2+1");
            Worksheet second = book.newWorksheet("Second");
            second.value(0, 0, "only");
            second.value(1, 0, 1);
        }
        Uploads.Preview preview = uploads.preview(Kind.EXCEL, file, UploadOptions.usual());
        assertThat(preview.sheets())
                .containsExactly(
                        new Uploads.Sheet("First", List.of("id", "price", "day", "moment", "yes", "name")),
                        new Uploads.Sheet("Second", List.of("only")));
        assertThat(preview.rows().get(0))
                .containsExactly(
                        7L, 2.5, LocalDate.of(2024, 2, 29), LocalDateTime.of(2024, 2, 29, 13, 45), true, "007");
        assertThat(uploads.preview(Kind.EXCEL, file, with(Optional.of("Second"), 0, Optional.of(0)))
                        .rows())
                .containsExactly(List.of(1L));
        assertThat(catchThrowableOfType(
                                KaravelException.class,
                                () -> uploads.preview(Kind.EXCEL, file, with(Optional.of("Third"), 0, Optional.of(0))))
                        .field())
                .isEqualTo("sheet_name");
    }

    @Test
    void aBombIsNotUnpacked() {
        Path bomb = zip(Map.of("xl/worksheets/sheet1.xml", " ".repeat(60_000_000)));
        KaravelException refused = catchThrowableOfType(
                KaravelException.class, () -> uploads.preview(Kind.EXCEL, bomb, UploadOptions.usual()));
        assertThat(refused.code()).isEqualTo(ErrorCode.TOO_LARGE);
    }

    @Test
    void entitiesOfAWorkbookReachNoFile() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "open sesame");
        String entity = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        Path file = zip(Map.of(
                "[Content_Types].xml",
                "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-"
                        + "officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/sharedStrings.xml\""
                        + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
                        + "\"/></Types>",
                "xl/workbook.xml",
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas"
                        + ".openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"S\" sheetId"
                        + "=\"1\" r:id=\"r1\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
                        + "Id=\"r1\" Target=\"worksheets/sheet1.xml\" Type=\"worksheet\"/></Relationships>",
                "xl/sharedStrings.xml",
                entity + "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>&e;</t></si>"
                        + "</sst>",
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">"
                        + "<c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData></worksheet>"));
        String seen;
        try {
            seen = uploads.preview(Kind.EXCEL, file, UploadOptions.usual()).toString();
        } catch (KaravelException e) {
            seen = e.code() + e.getMessage();
        }
        assertThat(seen).doesNotContain("sesame");
    }

    @Test
    void anythingElseIsNoWorkbook() {
        for (String content : new String[] {"", "id,x\n1,2", "PK\u0003\u0004 and no more"}) {
            KaravelException refused = catchThrowableOfType(
                    KaravelException.class,
                    () -> uploads.preview(
                            Kind.EXCEL,
                            file("x.xlsx", content.getBytes(StandardCharsets.UTF_8)),
                            UploadOptions.usual()));
            assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
            assertThat(refused.field()).isEqualTo("file");
        }
    }

    @Test
    void parquetNeedsAPluginThatReadsIt() {
        KaravelException missing = catchThrowableOfType(
                KaravelException.class,
                () -> uploads.preview(Kind.COLUMNAR, file("x.parquet", new byte[8]), UploadOptions.usual()));
        assertThat(missing.code()).isEqualTo(ErrorCode.PLUGIN_MISSING);
    }

    private static UploadOptions with(Optional<String> sheet, int skipRows, Optional<Integer> headerRow) {
        return new UploadOptions(
                Optional.empty(),
                skipRows,
                headerRow,
                Optional.empty(),
                Set.of(),
                List.of(),
                false,
                '.',
                Map.of(),
                sheet,
                List.of(),
                Optional.empty());
    }

    private Uploads.Preview preview(String text) {
        return preview(text, UploadOptions.usual());
    }

    private Uploads.Preview preview(String text, UploadOptions options) {
        return uploads.preview(Kind.CSV, file("a.csv", text.getBytes(StandardCharsets.UTF_8)), options);
    }

    private KaravelException failure(String text) {
        return catchThrowableOfType(KaravelException.class, () -> preview(text));
    }

    private Path file(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path zip(Map<String, String> entries) {
        Path file = folder.resolve("made.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : entries.keySet().stream().sorted().collect(Collectors.toList())) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(entries.get(name).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return file;
    }
}
