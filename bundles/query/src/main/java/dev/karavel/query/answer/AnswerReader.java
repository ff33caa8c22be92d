package dev.karavel.query.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.sql.SqlText;
import dev.karavel.api.sql.TimeBounds;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads back what {@link AnswerWriter} wrote as {@link ResultFormat#COLUMNS} or {@link ResultFormat#JSON}. */
public final class AnswerReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    private AnswerReader() {}

    public static List<Part> read(byte[] gzip) {
        try (JsonParser json = JSON.createParser(new GZIPInputStream(new ByteArrayInputStream(gzip), 8192))) {
            List<Part> parts = new ArrayList<>();
            json.nextToken();
            json.nextFieldName();
            json.nextToken();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                parts.add(new Fields(json).read());
            }
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException("A stored answer cannot be read", e);
        }
    }

    /** Of one part, while they are read. */
    private static final class Fields {
        private final JsonParser json;
        private final List<SqlText.Rejected> rejected = new ArrayList<>();
        private final List<String> applied = new ArrayList<>();
        private final Map<String, String> labels = new LinkedHashMap<>();
        private final Map<String, String> formats = new LinkedHashMap<>();
        private final Map<String, String> annotations = new LinkedHashMap<>();
        private Optional<String> statement = Optional.empty();
        private Optional<LocalDateTime> from = Optional.empty();
        private Optional<LocalDateTime> to = Optional.empty();
        private Instant askedAt = Instant.EPOCH;
        private long milliseconds;
        private int rows;
        private int rowsRead;
        private List<String> names = List.of();
        private List<String> types = List.of();
        private Table table = Table.empty(List.of());

        Fields(JsonParser json) {
            this.json = json;
        }

        Part read() throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                field(field);
            }
            return new Part(
                    table,
                    statement,
                    labels,
                    formats,
                    new TimeBounds(from, to),
                    applied,
                    rejected,
                    rowsRead,
                    annotations,
                    askedAt,
                    milliseconds);
        }

        private void field(String field) throws IOException {
            switch (field) {
                case "query" -> statement = Optional.ofNullable(json.getValueAsString());
                case "rowcount" -> rows = json.getIntValue();
                case "sql_rowcount" -> rowsRead = json.getIntValue();
                case "duration_ms" -> milliseconds = json.getLongValue();
                case "queried_dttm" -> askedAt = Instant.parse(json.getText());
                case "from_dttm" -> from = moment();
                case "to_dttm" -> to = moment();
                case "applied_filters" -> texts(each -> applied.add(each.get("column")));
                case "rejected_filters" ->
                    texts(each -> rejected.add(new SqlText.Rejected(each.get("column"), each.get("reason"))));
                case "annotation_data" -> structures(annotations);
                case "number_formats" -> structures(formats);
                case "labels_map" -> labels.putAll(object());
                case "colnames" -> names = strings();
                case "column_types" -> types = strings();
                case "columns" -> table = table();
                case "data" -> table = rows();
                default -> json.skipChildren();
            }
        }

        private Optional<LocalDateTime> moment() throws IOException {
            return json.currentToken() == JsonToken.VALUE_NULL
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.ofInstant(Instant.ofEpochMilli(json.getLongValue()), ZoneOffset.UTC));
        }

        private interface Each {
            void take(Map<String, String> fields);
        }

        private void texts(Each each) throws IOException {
            while (json.nextToken() == JsonToken.START_OBJECT) {
                each.take(object());
            }
        }

        private Map<String, String> object() throws IOException {
            Map<String, String> fields = new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                fields.put(name, json.nextTextValue());
            }
            return fields;
        }

        /** Each field as JSON. */
        private void structures(Map<String, String> into) throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                StringWriter text = new StringWriter();
                try (JsonGenerator copy = JSON.createGenerator(text)) {
                    copy.copyCurrentStructure(json);
                }
                into.put(name, text.toString());
            }
        }

        private List<String> strings() throws IOException {
            List<String> strings = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                strings.add(json.getText());
            }
            return strings;
        }

        private List<Column> columns() {
            List<Column> columns = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                columns.add(new Column(names.get(i), ColumnType.valueOf(types.get(i))));
            }
            return columns;
        }

        private Table rows() throws IOException {
            List<Column> columns = columns();
            Object[][] values = new Object[columns.size()][rows];
            for (int row = 0; json.nextToken() == JsonToken.START_OBJECT; row++) {
                for (int i = 0; i < values.length; i++) {
                    json.nextToken();
                    json.nextToken();
                    values[i][row] = ColumnValues.value(json, columns.get(i).type());
                }
                json.nextToken();
            }
            return new Table(columns, values, rows);
        }

        private Table table() throws IOException {
            List<Column> columns = columns();
            Object[][] values = new Object[columns.size()][];
            for (int i = 0; i < values.length; i++) {
                json.nextToken();
                values[i] = ColumnValues.read(json, columns.get(i).type(), rows);
            }
            json.nextToken();
            return new Table(columns, values, rows);
        }
    }
}
