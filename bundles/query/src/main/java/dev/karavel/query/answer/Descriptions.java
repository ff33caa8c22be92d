package dev.karavel.query.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.DatasetColumn;
import dev.karavel.api.query.ChartAnswer;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.TimeGrain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Answers that need no warehouse. */
public final class Descriptions {
    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private static final JsonFactory JSON = new JsonFactory();
    private static final String UNSTORED = "0".repeat(16);

    private Descriptions() {}

    public static ChartAnswer statements(List<String> statements) {
        return answer(json -> {
            for (String statement : statements) {
                json.writeStartObject();
                json.writeStringField("query", statement);
                json.writeStringField("language", "sql");
                json.writeStringField("status", "success");
                json.writeEndObject();
            }
        });
    }

    public static ChartAnswer columns(Dataset dataset) {
        return answer(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("data");
            for (DatasetColumn column : dataset.columns()) {
                json.writeStartObject();
                json.writeStringField("column_name", column.name());
                json.writeStringField("verbose_name", column.verboseName());
                json.writeStringField("type", column.sourceType());
                json.writeNumberField("type_generic", column.type().genericCode());
                json.writeBooleanField(
                        "is_dttm", column.temporal() || column.type().isTemporal());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** Those that tell more than one row of the dataset's time apart: none without time, no hours where there are only days. */
    public static ChartAnswer timeGrains(Dataset dataset) {
        return answer(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("data");
            for (TimeGrain grain : grains(dataset)) {
                json.writeStartObject();
                json.writeStringField("duration", grain.duration());
                json.writeStringField(
                        "name", grain.name().toLowerCase(Locale.ROOT).replace('_', ' '));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static List<TimeGrain> grains(Dataset dataset) {
        List<DatasetColumn> times = dataset.columns().stream()
                .filter(column -> column.temporal() || column.type().isTemporal())
                .toList();
        boolean onlyDays = times.stream().allMatch(column -> column.type() == ColumnType.DATE);
        return Arrays.stream(TimeGrain.values())
                .filter(grain -> !times.isEmpty())
                .filter(grain -> !onlyDays || !grain.duration().startsWith("PT"))
                .toList();
    }

    private static ChartAnswer answer(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(new GZIPOutputStream(bytes))) {
            json.writeStartObject();
            json.writeArrayFieldStart("result");
            body.write(json);
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        byte[] gzip = bytes.toByteArray();
        return new ChartAnswer(gzip, EntityTag.of(UNSTORED, gzip), false);
    }
}
