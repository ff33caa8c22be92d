package dev.karavel.query.answer.format.arrow;

import dev.karavel.query.answer.format.RowSink;
import dev.karavel.spi.data.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An Arrow IPC stream, written by batches. The first batch decides what kind each column is, and whether a dictionary pays for its
 * texts.
 */
public final class ArrowSink implements RowSink {
    private static final int BATCH_ROWS = 65_536;
    private static final long BATCH_LETTERS = 64_000_000;

    private final OutputStream out;
    private List<Column> columns = List.of();
    private List<String> labels = List.of();
    private Object[][] batch = {};
    private int rows;
    private long letters;
    private Kind[] kinds;
    private TextDictionary[] dictionaries;

    public ArrowSink(OutputStream out) {
        this.out = out;
    }

    @Override
    public void begin(List<Column> columns, List<String> labels) {
        this.columns = columns;
        this.labels = labels;
        batch = new Object[columns.size()][1024];
    }

    @Override
    public void row(Object[] values) throws IOException {
        if (batch.length > 0 && rows == batch[0].length) {
            for (int i = 0; i < batch.length; i++) {
                batch[i] = Arrays.copyOf(batch[i], Math.min(BATCH_ROWS, 4 * rows));
            }
        }
        for (int i = 0; i < batch.length; i++) {
            batch[i][rows] = values[i];
            letters += values[i] instanceof String text ? text.length() : 0;
        }
        rows++;
        if (rows == BATCH_ROWS || letters > BATCH_LETTERS) {
            flush();
        }
    }

    @Override
    public void end() throws IOException {
        if (rows > 0 || kinds == null) {
            flush();
        }
        Messages.end(out);
    }

    private void flush() throws IOException {
        if (kinds == null) {
            decide();
        }
        int[][] indices = new int[batch.length][];
        for (int i = 0; i < batch.length; i++) {
            if (dictionaries[i] != null) {
                indices[i] = dictionaries[i].indices(batch[i], rows);
                dictionaries[i].write(out);
            }
        }
        Body body = new Body(rows);
        for (int i = 0; i < batch.length; i++) {
            if (dictionaries[i] == null) {
                Buffers.add(body, kinds[i], batch[i], rows);
            } else {
                Buffers.indices(body, batch[i], indices[i], rows);
            }
        }
        Messages.records(out, body);
        rows = 0;
        letters = 0;
    }

    private void decide() throws IOException {
        kinds = new Kind[batch.length];
        dictionaries = new TextDictionary[batch.length];
        List<Messages.Field> fields = new ArrayList<>();
        for (int i = 0; i < batch.length; i++) {
            Column column = columns.get(i);
            kinds[i] = Kind.of(column.type(), batch[i], rows);
            if (kinds[i] == Kind.UTF8 && TextDictionary.pays(batch[i], rows) && rows > 0) {
                dictionaries[i] = new TextDictionary(i);
            }
            fields.add(new Messages.Field(
                    column.name(), labels.get(i), kinds[i], dictionaries[i] == null ? -1 : dictionaries[i].id()));
        }
        Messages.schema(out, fields);
    }
}
