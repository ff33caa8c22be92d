package dev.karavel.query.answer.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.karavel.spi.data.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** A JSON array with an object for each row, one to a line; times in ISO 8601, what JSON cannot say as null. */
final class RecordsSink implements RowSink {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private final OutputStream out;
    private JsonGenerator json;
    private SerializedString[] names;
    private boolean first = true;

    RecordsSink(OutputStream out) {
        this.out = out;
    }

    @Override
    public void begin(List<Column> columns, List<String> labels) throws IOException {
        json = JSON.createGenerator(out);
        json.setRootValueSeparator(null);
        names = columns.stream()
                .map(column -> new SerializedString(column.name()))
                .toArray(SerializedString[]::new);
        json.writeRaw('[');
    }

    @Override
    public void row(Object[] values) throws IOException {
        json.writeRaw(first ? "\n" : ",\n");
        first = false;
        json.writeStartObject();
        for (int i = 0; i < names.length; i++) {
            json.writeFieldName(names[i]);
            value(values[i]);
        }
        json.writeEndObject();
    }

    @Override
    public void end() throws IOException {
        json.writeRaw("\n]\n");
        json.close();
        out.flush();
    }

    private void value(Object value) throws IOException {
        if (value == null || value instanceof Double number && !Double.isFinite(number)) {
            json.writeNull();
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof BigDecimal decimal) {
            json.writeNumber(decimal);
        } else if (value instanceof BigInteger whole) {
            json.writeNumber(whole);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof LocalDateTime moment) {
            StringBuilder text = new StringBuilder();
            Moments.write(text, moment, 'T');
            json.writeString(text.toString());
        } else if (value instanceof LocalDate date) {
            StringBuilder text = new StringBuilder();
            Moments.write(text, date);
            json.writeString(text.toString());
        } else {
            json.writeString(value.toString());
        }
    }
}
