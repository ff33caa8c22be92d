package dev.karavel.query.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Values of a table as JSON: time in epoch milliseconds, several in one cell (the outliers of a box) as an array, what JSON
 * cannot say as null, what nobody knows as text.
 */
final class JsonValue {
    /** Whole numbers below are the same as double and as long. */
    private static final double EXACT = 1L << 53;

    private static final long MILLIS = 1_000;
    private static final int NANOS = 1_000_000;

    private JsonValue() {}

    static void write(JsonGenerator json, Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Double || value instanceof Float) {
            real(json, ((Number) value).doubleValue());
        } else if (value instanceof BigDecimal decimal) {
            json.writeNumber(decimal);
        } else if (value instanceof BigInteger whole) {
            json.writeNumber(whole);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof LocalDateTime moment) {
            json.writeNumber(milliseconds(moment));
        } else if (value instanceof LocalDate date) {
            json.writeNumber(date.toEpochDay() * 86_400_000L);
        } else if (value instanceof List<?> several) {
            json.writeStartArray();
            for (Object each : several) {
                write(json, each);
            }
            json.writeEndArray();
        } else {
            json.writeString(value.toString());
        }
    }

    static long milliseconds(LocalDateTime moment) {
        return moment.toEpochSecond(ZoneOffset.UTC) * MILLIS + moment.getNano() / NANOS;
    }

    private static void real(JsonGenerator json, double value) throws IOException {
        if (value == Math.rint(value) && Math.abs(value) < EXACT) {
            json.writeNumber((long) value);
        } else if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }
}
