package dev.karavel.query.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Columns as arrays, in their order: {@code "columns": [{"values": [3, null]}, {"dictionary": ["ORD"], "indices": [0, -1]}]}. An
 * index of -1 is null. Times are milliseconds, with a fraction where there is more to say.
 */
final class ColumnArrays {
    private static final int MICRO = 1_000;
    private static final int MILLI = 1_000_000;
    /** Rows after which a column of ever other texts is known. */
    private static final int TRIED = 2_000;

    private ColumnArrays() {}

    static void write(JsonGenerator json, Table table) throws IOException {
        json.writeFieldName("columns");
        array(json, table);
    }

    static void array(JsonGenerator json, Table table) throws IOException {
        json.writeStartArray();
        for (int column = 0; column < table.columns().size(); column++) {
            json.writeStartObject();
            if (table.columns().get(column).type() != ColumnType.TEXT || !dictionary(json, table, column)) {
                values(json, table, column);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Written only where each text stands twice or more on average. */
    private static boolean dictionary(JsonGenerator json, Table table, int column) throws IOException {
        int rows = table.rows();
        int[] indices = new int[rows];
        Map<Object, Integer> places = new HashMap<>();
        List<Object> texts = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            Object value = table.value(row, column);
            if (value == null) {
                indices[row] = -1;
                continue;
            }
            if (value instanceof List) {
                return false;
            }
            Integer place = places.get(value);
            if (place == null) {
                place = texts.size();
                if ((place + 1) * 2 > rows) {
                    return false;
                }
                places.put(value, place);
                texts.add(value);
            }
            indices[row] = place;
            if (row == TRIED && texts.size() * 10 > TRIED * 9) {
                return false;
            }
        }
        json.writeArrayFieldStart("dictionary");
        for (Object text : texts) {
            json.writeString(text.toString());
        }
        json.writeEndArray();
        json.writeFieldName("indices");
        json.writeArray(indices, 0, rows);
        return true;
    }

    private static void values(JsonGenerator json, Table table, int column) throws IOException {
        json.writeArrayFieldStart("values");
        boolean text = table.columns().get(column).type() == ColumnType.TEXT;
        for (int row = 0; row < table.rows(); row++) {
            Object value = table.value(row, column);
            // the commonest first: the other way asks for every type there is
            if (text && value instanceof String string) {
                json.writeString(string);
            } else if (value instanceof Long number) {
                json.writeNumber(number);
            } else if (value instanceof LocalDateTime moment && moment.getNano() % MILLI != 0) {
                json.writeNumber(precise(moment));
            } else {
                JsonValue.write(json, value);
            }
        }
        json.writeEndArray();
    }

    private static BigDecimal precise(LocalDateTime moment) {
        return BigDecimal.valueOf(moment.toEpochSecond(ZoneOffset.UTC) * MILLI + moment.getNano() / MICRO, 3);
    }
}
