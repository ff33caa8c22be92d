package dev.karavel.query.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.karavel.api.catalog.Annotation;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Table;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** What an annotation layer is given to draw: {@code {"columns": ["date"], "records": [{"date": 0}]}}. */
public final class AnnotationRecords {
    private static final JsonFactory JSON = new JsonFactory();

    private AnnotationRecords() {}

    /** Of annotations that are kept with Karavel, under the names of their columns. */
    public static String of(List<Annotation> annotations) {
        Table.Builder table = new Table.Builder(List.of(
                new Column("start_dttm", ColumnType.TIMESTAMP),
                new Column("end_dttm", ColumnType.TIMESTAMP),
                new Column("short_descr", ColumnType.TEXT),
                new Column("long_descr", ColumnType.TEXT),
                new Column("json_metadata", ColumnType.TEXT)));
        annotations.forEach(each -> table.add(each.begin(), each.end(), each.title(), each.text(), each.metadata()));
        return of(table.build());
    }

    public static String of(Table table) {
        return write(table, "");
    }

    /** @param error why there are none, or empty */
    public static String none(String error) {
        return write(Table.empty(List.of()), error);
    }

    private static String write(Table table, String error) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeArrayFieldStart("columns");
            for (Column column : table.columns()) {
                json.writeString(column.name());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("records");
            RowObjects.writeTo(json, table);
            json.writeEndArray();
            if (!error.isEmpty()) {
                json.writeStringField("error", error);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return text.toString();
    }
}
