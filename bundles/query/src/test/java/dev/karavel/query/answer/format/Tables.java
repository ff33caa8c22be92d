package dev.karavel.query.answer.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.karavel.api.query.ResultFormat;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** A table with one column of each type, and files made of it. */
final class Tables {
    static final LocalDateTime MORNING = LocalDateTime.parse("2024-05-15T06:07:08.250");
    static final LocalDate DAY = LocalDate.parse("2024-05-15");

    private Tables() {}

    static Table every() {
        return new Table.Builder(List.of(
                        new Column("name", ColumnType.TEXT),
                        new Column("count", ColumnType.INTEGER),
                        new Column("share", ColumnType.DECIMAL),
                        new Column("day", ColumnType.DATE),
                        new Column("at", ColumnType.TIMESTAMP),
                        new Column("good", ColumnType.BOOLEAN)))
                .add("Zoë, \"Z\"\n", 9_007_199_254_740_993L, 0.5, DAY, MORNING, true)
                .add("=1+1", 2L, new BigDecimal("1E+3"), DAY.minusYears(900), MORNING.withNano(0), false)
                .add(null, null, null, null, null, null)
                .build();
    }

    static List<String> labels(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    static byte[] file(ResultFormat format, Table... tables) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableFile file = TableFile.open(format, tables.length == 1, false, out)) {
            for (int i = 0; i < tables.length; i++) {
                file.table("Part " + (i + 1)).all(tables[i], labels(tables[i]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static String text(ResultFormat format, Table table) {
        return new String(file(format, table), UTF_8);
    }
}
