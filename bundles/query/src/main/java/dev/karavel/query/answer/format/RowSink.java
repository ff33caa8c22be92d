package dev.karavel.query.answer.format;

import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.Table;
import java.io.IOException;
import java.util.List;

/** Writes one table row by row, holding no more than a few rows: {@code begin}, rows, {@code end}. For one thread. */
public interface RowSink {
    /** @param labels what people read for each column */
    void begin(List<Column> columns, List<String> labels) throws IOException;

    /** @param values one per column in the Java type of its {@link dev.karavel.spi.data.ColumnType}, or null; not kept */
    void row(Object[] values) throws IOException;

    /** The table is complete; the stream below stays open. */
    void end() throws IOException;

    default void all(Table table, List<String> labels) throws IOException {
        begin(table.columns(), labels);
        Object[] values = new Object[table.columns().size()];
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < values.length; column++) {
                values[column] = table.value(row, column);
            }
            row(values);
        }
        end();
    }
}
