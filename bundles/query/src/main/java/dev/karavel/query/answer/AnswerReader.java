package dev.karavel.query.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads back what {@link AnswerWriter} wrote. */
public final class AnswerReader {
    private static final JsonFactory JSON = new JsonFactory();

    private AnswerReader() {}

    public static List<Table> read(byte[] gzip) {
        try (JsonParser json = JSON.createParser(new GZIPInputStream(new ByteArrayInputStream(gzip), 8192))) {
            List<Table> tables = new ArrayList<>();
            json.nextToken();
            json.nextFieldName();
            json.nextToken();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                tables.add(part(json));
            }
            return tables;
        } catch (IOException e) {
            throw new UncheckedIOException("A stored answer cannot be read", e);
        }
    }

    private static Table part(JsonParser json) throws IOException {
        List<String> names = List.of();
        List<String> types = List.of();
        Table table = Table.empty(List.of());
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "colnames" -> names = strings(json);
                case "column_types" -> types = strings(json);
                case "data" -> table = rows(json, names, types);
                default -> json.skipChildren();
            }
        }
        return table;
    }

    private static List<String> strings(JsonParser json) throws IOException {
        List<String> strings = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            strings.add(json.getText());
        }
        return strings;
    }

    private static Table rows(JsonParser json, List<String> names, List<String> types) throws IOException {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(new Column(names.get(i), ColumnType.valueOf(types.get(i))));
        }
        Table.Builder table = new Table.Builder(columns);
        while (json.nextToken() == JsonToken.START_OBJECT) {
            Object[] row = new Object[columns.size()];
            for (int i = 0; i < row.length; i++) {
                json.nextToken();
                json.nextToken();
                row[i] = value(json, columns.get(i).type());
            }
            json.nextToken();
            table.add(row);
        }
        return table.build();
    }

    private static Object value(JsonParser json, ColumnType type) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_STRING -> json.getText();
            default -> number(json, type);
        };
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
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(json.getLongValue()), ZoneOffset.UTC);
    }
}
