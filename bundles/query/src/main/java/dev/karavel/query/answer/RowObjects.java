package dev.karavel.query.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.karavel.spi.data.Table;
import java.io.IOException;

/** Rows as objects: {@code "data": [{"origin": "ORD", "count": 3}, …]}. */
final class RowObjects {
    private RowObjects() {}

    static void write(JsonGenerator json, Table table) throws IOException {
        json.writeArrayFieldStart("data");
        writeTo(json, table);
        json.writeEndArray();
    }

    static void writeTo(JsonGenerator json, Table table) throws IOException {
        int width = table.columns().size();
        SerializedString[] names = new SerializedString[width];
        for (int column = 0; column < width; column++) {
            names[column] = new SerializedString(table.columns().get(column).name());
        }
        for (int row = 0; row < table.rows(); row++) {
            json.writeStartObject();
            for (int column = 0; column < width; column++) {
                json.writeFieldName(names[column]);
                JsonValue.write(json, table.value(row, column));
            }
            json.writeEndObject();
        }
    }
}
