package dev.karavel.query.answer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.karavel.spi.data.ColumnType;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Reads values, and one column of what {@link ColumnArrays} wrote. */
final class ColumnValues {
    private static final int MILLI = 1_000_000;

    private ColumnValues() {}

    /** From the object's beginning to its end. */
    static Object[] read(JsonParser json, ColumnType type, int rows) throws IOException {
        Object[] values = new Object[rows];
        List<String> dictionary = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
                switch (field) {
                    case "dictionary" -> dictionary.add(json.getText());
                    case "indices" -> {
                        int place = json.getIntValue();
                        values[i] = place < 0 ? null : dictionary.get(place);
                    }
                    default -> values[i] = value(json, type);
                }
            }
        }
        return values;
    }

    static Object value(JsonParser json, ColumnType type) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_STRING -> json.getText();
            case START_ARRAY -> several(json);
            default -> number(json, type);
        };
    }

    private static List<Object> several(JsonParser json) throws IOException {
        List<Object> several = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            several.add(value(json, ColumnType.DECIMAL));
        }
        return several;
    }

    private static Object number(JsonParser json, ColumnType type) throws IOException {
        return switch (type) {
            case INTEGER ->
                json.currentToken() == JsonToken.VALUE_NUMBER_INT
                                && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                        ? (Object) json.getLongValue()
                        : json.getDecimalValue();
            case DATE -> moment(json).toLocalDate();
            case TIMESTAMP -> moment(json);
            default -> json.getDoubleValue();
        };
    }

    private static LocalDateTime moment(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return LocalDateTime.ofInstant(Instant.ofEpochMilli(json.getLongValue()), ZoneOffset.UTC);
        }
        BigDecimal milliseconds = json.getDecimalValue();
        long nanos = milliseconds.movePointRight(6).longValue();
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(nanos, 1_000L * MILLI), (int) Math.floorMod(nanos, 1_000L * MILLI), ZoneOffset.UTC);
    }
}
