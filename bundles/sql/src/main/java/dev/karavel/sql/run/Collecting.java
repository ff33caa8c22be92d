package dev.karavel.sql.run;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.Table;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Reads rows into memory, as many and as large as are allowed. */
record Collecting(int mostRows, long mostBytes) implements Function<Rows, Table> {
    private static final int FIRST = 64;
    private static final int PLACE = 4;
    private static final int NUMBER = 24;
    private static final int TEXT = 48;

    @Override
    public Table apply(Rows running) {
        List<Column> columns = running.columns();
        Object[][] values = new Object[columns.size()][Math.min(FIRST, mostRows)];
        Repeats[] repeats = new Repeats[columns.size()];
        Arrays.setAll(repeats, column -> new Repeats());
        int count = 0;
        long bytes = 0;
        while (count < mostRows && running.next()) {
            for (int i = 0; i < values.length; i++) {
                if (count == values[i].length) {
                    values[i] = Arrays.copyOf(values[i], Math.min(mostRows, count * 2));
                }
                Object value = repeats[i].once(running.value(i));
                values[i][count] = value;
                bytes += size(value);
            }
            if (bytes > mostBytes) {
                throw new KaravelException(
                        ErrorCode.TOO_LARGE, "The result is too large: ask for fewer rows or columns");
            }
            count++;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = Arrays.copyOf(values[i], count);
        }
        return new Table(columns, values, count);
    }

    /** About what a value takes, its place in the column included. */
    private static long size(Object value) {
        return value instanceof String text ? TEXT + text.length() : value == null ? PLACE : NUMBER;
    }
}
