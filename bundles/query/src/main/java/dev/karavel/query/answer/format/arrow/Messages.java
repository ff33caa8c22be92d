package dev.karavel.query.answer.format.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * The messages of an Arrow IPC stream, as "Arrow Columnar Format", version 1.4, and its Schema.fbs and Message.fbs have them:
 * numbers in {@code startTable} and {@code add…} are places in those tables.
 */
final class Messages {
    private static final short VERSION_5 = 4;
    private static final byte SCHEMA = 1;
    private static final byte DICTIONARY_BATCH = 2;
    private static final byte RECORD_BATCH = 3;
    private static final int CONTINUES = -1;
    private static final int NODE_OR_BUFFER = 16;

    /** @param dictionary id of the dictionary its values are in, or -1 */
    record Field(String name, String label, Kind kind, int dictionary) {}

    private Messages() {}

    static void schema(OutputStream out, List<Field> fields) throws IOException {
        FlatBufferBuilder to = new FlatBufferBuilder(1024);
        int[] offsets = fields.stream().mapToInt(field -> field(to, field)).toArray();
        int list = vector(to, offsets);
        to.startTable(4);
        to.addOffset(1, list, 0);
        write(out, to, SCHEMA, to.endTable(), null);
    }

    static void records(OutputStream out, Body body) throws IOException {
        FlatBufferBuilder to = new FlatBufferBuilder(1024);
        write(out, to, RECORD_BATCH, batch(to, body), body);
    }

    /** @param more whether the values come after those the dictionary already has */
    static void dictionary(OutputStream out, int id, Body body, boolean more) throws IOException {
        FlatBufferBuilder to = new FlatBufferBuilder(256);
        int batch = batch(to, body);
        to.startTable(3);
        to.addLong(0, id, 0);
        to.addOffset(1, batch, 0);
        to.addBoolean(2, more, false);
        write(out, to, DICTIONARY_BATCH, to.endTable(), body);
    }

    static void end(OutputStream out) throws IOException {
        out.write(little(CONTINUES, 0));
        out.flush();
    }

    static int integer(FlatBufferBuilder to, int bits) {
        to.startTable(2);
        to.addInt(0, bits, 0);
        to.addBoolean(1, true, false);
        return to.endTable();
    }

    private static int field(FlatBufferBuilder to, Field field) {
        int name = to.createString(field.name());
        int type = field.kind().type(to);
        int children = vector(to);
        int dictionary = field.dictionary() < 0 ? 0 : encoding(to, field.dictionary());
        int metadata = field.label().equals(field.name()) ? 0 : vector(to, keyValue(to, "label", field.label()));
        to.startTable(7);
        to.addOffset(0, name, 0);
        to.addBoolean(1, true, false);
        to.addByte(2, field.kind().union(), 0);
        to.addOffset(3, type, 0);
        to.addOffset(4, dictionary, 0);
        to.addOffset(5, children, 0);
        to.addOffset(6, metadata, 0);
        return to.endTable();
    }

    private static int encoding(FlatBufferBuilder to, int id) {
        int index = integer(to, 32);
        to.startTable(4);
        to.addLong(0, id, 0);
        to.addOffset(1, index, 0);
        return to.endTable();
    }

    private static int keyValue(FlatBufferBuilder to, String key, String value) {
        int first = to.createString(key);
        int second = to.createString(value);
        to.startTable(2);
        to.addOffset(0, first, 0);
        to.addOffset(1, second, 0);
        return to.endTable();
    }

    private static int batch(FlatBufferBuilder to, Body body) {
        int nodes = pairs(to, body.nodes());
        int buffers = pairs(to, body.buffers());
        to.startTable(4);
        to.addLong(0, body.rows(), 0);
        to.addOffset(1, nodes, 0);
        to.addOffset(2, buffers, 0);
        return to.endTable();
    }

    /** A vector of structs of two longs. */
    private static int pairs(FlatBufferBuilder to, List<long[]> pairs) {
        to.startVector(NODE_OR_BUFFER, pairs.size(), Long.BYTES);
        for (int i = pairs.size() - 1; i >= 0; i--) {
            to.prep(Long.BYTES, NODE_OR_BUFFER);
            to.putLong(pairs.get(i)[1]);
            to.putLong(pairs.get(i)[0]);
        }
        return to.endVector();
    }

    private static int vector(FlatBufferBuilder to, int... offsets) {
        to.startVector(Integer.BYTES, offsets.length, Integer.BYTES);
        for (int i = offsets.length - 1; i >= 0; i--) {
            to.addOffset(offsets[i]);
        }
        return to.endVector();
    }

    private static void write(OutputStream out, FlatBufferBuilder to, byte kind, int header, Body body)
            throws IOException {
        to.startTable(5);
        to.addLong(3, body == null ? 0 : body.length(), 0);
        to.addOffset(2, header, 0);
        to.addShort(0, VERSION_5, 0);
        to.addByte(1, kind, 0);
        to.finish(to.endTable());
        byte[] message = to.sizedByteArray();
        int padding = -message.length & 7;
        out.write(little(CONTINUES, message.length + padding));
        out.write(message);
        out.write(new byte[padding]);
        if (body != null) {
            body.writeTo(out);
        }
    }

    private static byte[] little(int one, int other) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(one)
                .putInt(other)
                .array();
    }
}
