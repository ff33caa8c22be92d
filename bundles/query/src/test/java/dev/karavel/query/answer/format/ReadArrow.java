package dev.karavel.query.answer.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.ValueVector;
import org.apache.arrow.vector.dictionary.DictionaryEncoder;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.types.pojo.Field;

/** An Arrow stream as Arrow's own reader reads it, dictionaries resolved. */
public record ReadArrow(List<Field> fields, List<List<Object>> columns, int batches) {
    public static ReadArrow of(byte[] stream) throws IOException {
        try (BufferAllocator allocator = new RootAllocator();
                ArrowStreamReader reader = new ArrowStreamReader(new ByteArrayInputStream(stream), allocator)) {
            List<Field> fields = reader.getVectorSchemaRoot().getSchema().getFields();
            List<List<Object>> columns = new ArrayList<>();
            fields.forEach(field -> columns.add(new ArrayList<>()));
            int batches = 0;
            while (reader.loadNextBatch()) {
                batches++;
                for (int i = 0; i < fields.size(); i++) {
                    FieldVector vector = reader.getVectorSchemaRoot().getVector(i);
                    if (vector.getField().getDictionary() == null) {
                        values(vector, columns.get(i));
                    } else {
                        try (ValueVector decoded = DictionaryEncoder.decode(
                                vector,
                                reader.lookup(vector.getField().getDictionary().getId()))) {
                            values(decoded, columns.get(i));
                        }
                    }
                }
            }
            return new ReadArrow(fields, columns, batches);
        }
    }

    private static void values(ValueVector vector, List<Object> into) {
        for (int row = 0; row < vector.getValueCount(); row++) {
            Object value = vector.getObject(row);
            into.add(
                    value == null
                                    || value instanceof Number
                                    || value instanceof Boolean
                                    || value instanceof LocalDateTime
                            ? value
                            : value.toString());
        }
    }
}
