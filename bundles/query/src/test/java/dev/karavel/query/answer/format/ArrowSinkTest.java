package dev.karavel.query.answer.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.query.ResultFormat;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Table;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Read back by Arrow's own reader. */
class ArrowSinkTest {
    @Test
    void everyTypeAndNothingArriveAsTheyAre() throws IOException {
        ReadArrow read = read(Tables.file(ResultFormat.ARROW, Tables.every()));

        assertThat(read.fields().stream().map(field -> field.getType().toString()))
                .containsExactly(
                        "Utf8",
                        "Int(64, true)",
                        "FloatingPoint(DOUBLE)",
                        "Date(DAY)",
                        "Timestamp(MICROSECOND, null)",
                        "Bool");
        assertThat(read.columns().get(0)).containsExactly("Zoë, \"Z\"\n", "=1+1", null);
        assertThat(read.columns().get(1)).containsExactly(9_007_199_254_740_993L, 2L, null);
        assertThat(read.columns().get(2)).containsExactly(0.5, 1000.0, null);
        assertThat(read.columns().get(3))
                .containsExactly(
                        (int) Tables.DAY.toEpochDay(),
                        (int) Tables.DAY.minusYears(900).toEpochDay(),
                        null);
        assertThat(read.columns().get(4)).containsExactly(Tables.MORNING, Tables.MORNING.withNano(0), null);
        assertThat(read.columns().get(5)).containsExactly(true, false, null);
    }

    @Test
    void labelsStandInTheMetadataOfFields() throws IOException {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try (TableFile file = TableFile.open(ResultFormat.ARROW, true, false, out)) {
            file.table("x").all(texts("a"), List.of("Origin airport"));
        }
        assertThat(read(out.toByteArray()).fields().get(0).getMetadata()).isEqualTo(Map.of("label", "Origin airport"));
    }

    @Test
    void repeatedTextsAreADictionaryThatGrowsFromBatchToBatch() throws IOException {
        Table.Builder table =
                new Table.Builder(List.of(new Column("city", ColumnType.TEXT), new Column("n", ColumnType.INTEGER)));
        List<Object> cities = new ArrayList<>();
        for (long i = 0; i < 200_000; i++) {
            String city = i % 11 == 0 ? null : "city " + i % (i < 100_000 ? 50 : 500);
            cities.add(city);
            table.add(city, i);
        }
        ReadArrow read = read(Tables.file(ResultFormat.ARROW, table.build()));

        assertThat(read.batches()).isEqualTo(4);
        assertThat(read.fields().get(0).getDictionary()).isNotNull();
        assertThat(read.columns().get(0)).isEqualTo(cities);
        assertThat(read.columns().get(1).get(199_999)).isEqualTo(199_999L);
    }

    @Test
    void textsThatDifferStandAsTheyAre() throws IOException {
        ReadArrow read = read(Tables.file(ResultFormat.ARROW, texts("a", "b", "c")));
        assertThat(read.fields().get(0).getDictionary()).isNull();
        assertThat(read.columns().get(0)).containsExactly("a", "b", "c");
    }

    @Test
    void nothingButNullsAndNoRowsAtAllAreReadToo() throws IOException {
        assertThat(read(Tables.file(ResultFormat.ARROW, texts(null, null)))
                        .columns()
                        .get(0))
                .containsExactly(null, null);
        ReadArrow none =
                read(Tables.file(ResultFormat.ARROW, Table.empty(Tables.every().columns())));
        assertThat(none.fields()).hasSize(6);
        assertThat(none.columns().get(0)).isEmpty();
        assertThat(read(Tables.file(ResultFormat.ARROW, Table.empty(List.of()))).fields())
                .isEmpty();
    }

    @Test
    void valuesBeyondTheirTypeMakeTheColumnWider() throws IOException {
        Table table = new Table.Builder(List.of(
                        new Column("huge", ColumnType.INTEGER),
                        new Column("half", ColumnType.INTEGER),
                        new Column("odd", ColumnType.DECIMAL)))
                .add(BigInteger.ONE.shiftLeft(80), 1L, "n/a")
                .add(1L, 0.5, 1.0)
                .build();
        ReadArrow read = read(Tables.file(ResultFormat.ARROW, table));
        assertThat(read.columns().get(0)).containsExactly(Math.pow(2, 80), 1.0);
        assertThat(read.columns().get(1)).containsExactly(1.0, 0.5);
        assertThat(read.columns().get(2)).containsExactly("n/a", "1.0");
    }

    private static Table texts(String... texts) {
        Table.Builder table = new Table.Builder(List.of(new Column("name", ColumnType.TEXT)));
        for (String text : texts) {
            table.add(text);
        }
        return table.build();
    }

    private static ReadArrow read(byte[] stream) throws IOException {
        return ReadArrow.of(stream);
    }
}
