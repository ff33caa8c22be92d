package dev.karavel.query.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.karavel.api.sql.SqlText;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes answers as the REST interface has them. Safe for several threads. */
public final class AnswerWriter {
    private static final int LEVEL = 4;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private AnswerWriter() {}

    /** @param cacheTimeout seconds it is kept; -1 for not at all */
    public static Answer write(List<Part> parts, String cacheKey, long cacheTimeout, Instant now) {
        byte[] kept =
                (",\"is_cached\":true,\"cached_dttm\":\"" + now.truncatedTo(ChronoUnit.MILLIS) + "\"").getBytes(UTF_8);
        byte[] first = ",\"is_cached\":false,\"cached_dttm\":null".getBytes(UTF_8);
        TwinGzip out = new TwinGzip(LEVEL);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("result");
            for (Part part : parts) {
                json.writeStartObject();
                json.writeStringField("status", "success");
                json.flush();
                out.differ(kept, first);
                json.writeStringField("cache_key", cacheKey);
                json.writeNumberField("cache_timeout", cacheTimeout);
                members(json, part);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return new Answer(out.stored(), out.fresh());
    }

    private static void members(JsonGenerator json, Part part) throws IOException {
        json.writeStringField("query", part.statement().orElse(null));
        json.writeNumberField("rowcount", part.table().rows());
        json.writeNumberField("duration_ms", part.milliseconds());
        json.writeStringField(
                "queried_dttm", part.askedAt().truncatedTo(ChronoUnit.MILLIS).toString());
        moment(json, "from_dttm", part.bounds().from());
        moment(json, "to_dttm", part.bounds().to());
        filters(json, part);
        json.writeArrayFieldStart("annotation_data");
        json.writeEndArray();
        json.writeNullField("error");
        json.writeNullField("stacktrace");
        columns(json, part);
        rows(json, part.table());
    }

    private static void moment(JsonGenerator json, String name, Optional<LocalDateTime> moment) throws IOException {
        if (moment.isPresent()) {
            json.writeNumberField(name, moment.get().toInstant(ZoneOffset.UTC).toEpochMilli());
        } else {
            json.writeNullField(name);
        }
    }

    private static void filters(JsonGenerator json, Part part) throws IOException {
        json.writeArrayFieldStart("applied_filters");
        for (String column : part.applied()) {
            json.writeStartObject();
            json.writeStringField("column", column);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rejected_filters");
        for (SqlText.Rejected rejected : part.rejected()) {
            json.writeStartObject();
            json.writeStringField("column", rejected.column());
            json.writeStringField("reason", rejected.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void columns(JsonGenerator json, Part part) throws IOException {
        List<Column> columns = part.table().columns();
        json.writeArrayFieldStart("colnames");
        for (Column column : columns) {
            json.writeString(column.name());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("coltypes");
        for (Column column : columns) {
            json.writeNumber(column.type().genericCode());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("column_types");
        for (Column column : columns) {
            json.writeString(column.type().name());
        }
        json.writeEndArray();
        json.writeObjectFieldStart("labels_map");
        for (Map.Entry<String, String> label : part.labels().entrySet()) {
            json.writeStringField(label.getKey(), label.getValue());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("label_map");
        for (Column column : columns) {
            json.writeArrayFieldStart(column.name());
            json.writeString(column.name());
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void rows(JsonGenerator json, Table table) throws IOException {
        int width = table.columns().size();
        SerializedString[] names = new SerializedString[width];
        for (int column = 0; column < width; column++) {
            names[column] = new SerializedString(table.columns().get(column).name());
        }
        json.writeArrayFieldStart("data");
        for (int row = 0; row < table.rows(); row++) {
            json.writeStartObject();
            for (int column = 0; column < width; column++) {
                json.writeFieldName(names[column]);
                JsonValue.write(json, table.value(row, column));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
