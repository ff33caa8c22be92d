package dev.karavel.query.answer.format.arrow;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The buffers of one batch, one after the other, each at a multiple of eight bytes. */
final class Body {
    private static final byte[] PADDING = new byte[8];

    private final long rows;
    private final List<ByteBuffer> parts = new ArrayList<>();
    private final List<long[]> nodes = new ArrayList<>();
    private final List<long[]> buffers = new ArrayList<>();
    private long length;

    Body(long rows) {
        this.rows = rows;
    }

    long rows() {
        return rows;
    }

    long length() {
        return length;
    }

    /** Length and number of nulls of each column. */
    List<long[]> nodes() {
        return nodes;
    }

    /** Place and length of each buffer. */
    List<long[]> buffers() {
        return buffers;
    }

    void column(long count, long nulls) {
        nodes.add(new long[] {count, nulls});
    }

    /** @param filled written from its beginning to its position */
    void buffer(ByteBuffer filled) {
        ByteBuffer part = filled.flip();
        buffers.add(new long[] {length, part.limit()});
        parts.add(part);
        length += part.limit() + padding(part);
    }

    void writeTo(OutputStream out) throws IOException {
        for (ByteBuffer part : parts) {
            out.write(part.array(), 0, part.limit());
            out.write(PADDING, 0, padding(part));
        }
    }

    private static int padding(ByteBuffer part) {
        return -part.limit() & 7;
    }
}
