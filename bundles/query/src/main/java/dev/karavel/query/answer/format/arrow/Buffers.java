package dev.karavel.query.answer.format.arrow;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/** Puts the values of one column into the buffers of its kind: which are there, and what they are. */
final class Buffers {
    private static final long MICROS = 1_000_000;

    private Buffers() {}

    static void add(Body body, Kind kind, Object[] values, int count) {
        validity(body, values, count);
        switch (kind) {
            case INT64 -> {
                ByteBuffer data = allocate(Long.BYTES * count);
                for (int i = 0; i < count; i++) {
                    data.putLong(values[i] == null ? 0 : whole(values[i]));
                }
                body.buffer(data);
            }
            case FLOAT64 -> {
                ByteBuffer data = allocate(Double.BYTES * count);
                for (int i = 0; i < count; i++) {
                    data.putDouble(
                            values[i] == null
                                    ? 0
                                    : checked(Number.class, kind, values[i]).doubleValue());
                }
                body.buffer(data);
            }
            case BOOL -> body.buffer(bits(i -> values[i] != null && checked(Boolean.class, kind, values[i]), count));
            case DATE32 -> {
                ByteBuffer data = allocate(Integer.BYTES * count);
                for (int i = 0; i < count; i++) {
                    data.putInt(
                            values[i] == null
                                    ? 0
                                    : (int) checked(LocalDate.class, kind, values[i])
                                            .toEpochDay());
                }
                body.buffer(data);
            }
            case TIMESTAMP_MICROS -> {
                ByteBuffer data = allocate(Long.BYTES * count);
                for (int i = 0; i < count; i++) {
                    data.putLong(values[i] == null ? 0 : micros(values[i]));
                }
                body.buffer(data);
            }
            case UTF8 -> texts(body, values, count);
        }
    }

    static void indices(Body body, Object[] values, int[] indices, int count) {
        validity(body, values, count);
        ByteBuffer data = allocate(Integer.BYTES * count);
        for (int i = 0; i < count; i++) {
            data.putInt(indices[i]);
        }
        body.buffer(data);
    }

    private static void validity(Body body, Object[] values, int count) {
        int nulls = 0;
        for (int i = 0; i < count; i++) {
            nulls += values[i] == null ? 1 : 0;
        }
        body.column(count, nulls);
        body.buffer(nulls == 0 ? allocate(0) : bits(i -> values[i] != null, count));
    }

    private interface Bits {
        boolean at(int index);
    }

    private static ByteBuffer bits(Bits bits, int count) {
        ByteBuffer data = allocate((count + 7) / 8);
        for (int start = 0; start < count; start += 8) {
            int octet = 0;
            for (int i = start; i < Math.min(count, start + 8); i++) {
                octet |= bits.at(i) ? 1 << i - start : 0;
            }
            data.put((byte) octet);
        }
        return data;
    }

    private static void texts(Body body, Object[] values, int count) {
        ByteBuffer offsets = allocate(Integer.BYTES * (count + 1));
        byte[] letters = new byte[16 * count + 16];
        int length = 0;
        offsets.putInt(0);
        for (int i = 0; i < count; i++) {
            if (values[i] != null) {
                byte[] text = values[i].toString().getBytes(UTF_8);
                if (length > Integer.MAX_VALUE - 8 - text.length) {
                    throw new KaravelException(ErrorCode.TOO_LARGE, "The texts are too long for an Arrow stream");
                }
                if (letters.length - length < text.length) {
                    letters = Arrays.copyOf(
                            letters, (int) Math.min(Integer.MAX_VALUE - 8, 2L * (letters.length + text.length)));
                }
                System.arraycopy(text, 0, letters, length, text.length);
                length += text.length;
            }
            offsets.putInt(length);
        }
        body.buffer(offsets);
        body.buffer(ByteBuffer.wrap(letters).position(length));
    }

    private static long whole(Object value) {
        if (value instanceof Long number) {
            return number;
        }
        if (!Kind.INT64.holds(value)) {
            throw unexpected(Kind.INT64, value);
        }
        return ((Number) value).longValue();
    }

    private static long micros(Object value) {
        LocalDateTime moment = value instanceof LocalDate date
                ? date.atStartOfDay()
                : checked(LocalDateTime.class, Kind.TIMESTAMP_MICROS, value);
        return moment.toEpochSecond(ZoneOffset.UTC) * MICROS + moment.getNano() / 1_000;
    }

    private static <T> T checked(Class<T> type, Kind kind, Object value) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        throw unexpected(kind, value);
    }

    private static KaravelException unexpected(Kind kind, Object value) {
        return new KaravelException(
                ErrorCode.PLUGIN_FAILED,
                "A column of " + kind + " holds a " + value.getClass().getSimpleName() + " further down");
    }

    private static ByteBuffer allocate(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
