package dev.karavel.query.answer.format.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.karavel.spi.data.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * The types columns become. Numbers beside {@code long} are double, as in every other form of an answer; times are wall clocks,
 * so have no zone.
 */
enum Kind {
    INT64(2) {
        @Override
        int type(FlatBufferBuilder to) {
            return Messages.integer(to, 64);
        }
    },
    FLOAT64(3) {
        @Override
        int type(FlatBufferBuilder to) {
            to.startTable(1);
            to.addShort(0, (short) 2, 0);
            return to.endTable();
        }
    },
    UTF8(5) {
        @Override
        int type(FlatBufferBuilder to) {
            to.startTable(0);
            return to.endTable();
        }
    },
    BOOL(6) {
        @Override
        int type(FlatBufferBuilder to) {
            to.startTable(0);
            return to.endTable();
        }
    },
    DATE32(8) {
        @Override
        int type(FlatBufferBuilder to) {
            to.startTable(1);
            to.addShort(0, (short) 0, 1);
            return to.endTable();
        }
    },
    TIMESTAMP_MICROS(10) {
        @Override
        int type(FlatBufferBuilder to) {
            to.startTable(2);
            to.addShort(0, (short) 2, 0);
            return to.endTable();
        }
    };

    private final int union;

    Kind(int union) {
        this.union = union;
    }

    /** Its place in the union {@code Type} of Schema.fbs. */
    byte union() {
        return (byte) union;
    }

    abstract int type(FlatBufferBuilder to);

    /** By what the column says it holds, and text where its first values are something else. */
    static Kind of(ColumnType type, Object[] values, int count) {
        Kind kind =
                switch (type) {
                    case TEXT -> UTF8;
                    case INTEGER -> INT64;
                    case DECIMAL -> FLOAT64;
                    case BOOLEAN -> BOOL;
                    case DATE -> DATE32;
                    case TIMESTAMP -> TIMESTAMP_MICROS;
                };
        if (kind == INT64 && !all(kind, values, count)) {
            kind = FLOAT64;
        }
        return kind == UTF8 || all(kind, values, count) ? kind : UTF8;
    }

    private static boolean all(Kind kind, Object[] values, int count) {
        for (int i = 0; i < count; i++) {
            if (values[i] != null && !kind.holds(values[i])) {
                return false;
            }
        }
        return true;
    }

    boolean holds(Object value) {
        return switch (this) {
            case INT64 -> value instanceof Long || value instanceof Number number && isWhole(number);
            case FLOAT64 -> value instanceof Number;
            case BOOL -> value instanceof Boolean;
            case DATE32 -> value instanceof LocalDate;
            case TIMESTAMP_MICROS -> value instanceof LocalDateTime || value instanceof LocalDate;
            case UTF8 -> true;
        };
    }

    private static boolean isWhole(Number number) {
        if (number instanceof BigInteger whole) {
            return whole.bitLength() < 64;
        }
        if (number instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros().scale() <= 0
                    && decimal.toBigInteger().bitLength() < 64;
        }
        return number.doubleValue() == number.longValue();
    }
}
