package dev.karavel.query.answer;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Two gzip members that differ in a few places, compressed once: the one that is stored, and the one for the caller who waited
 * for the warehouse. Where they differ, each gets an uncompressed block of its own.
 */
final class TwinGzip extends OutputStream {
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private final Deflater deflater;
    private final Member stored = new Member();
    private final Member fresh = new Member();
    private final byte[] buffer = new byte[8192];

    TwinGzip(int level) {
        deflater = new Deflater(level, true);
    }

    @Override
    public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        stored.count(bytes, offset, length);
        fresh.count(bytes, offset, length);
        deflater.setInput(bytes, offset, length);
        while (!deflater.needsInput()) {
            emit(deflater.deflate(buffer, 0, buffer.length, Deflater.NO_FLUSH));
        }
    }

    /** Puts in what only one of the two has. What follows refers to nothing before, as each twin has other bytes there. */
    void differ(byte[] forStored, byte[] forFresh) {
        int length;
        do {
            length = deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH);
            emit(length);
        } while (length == buffer.length);
        stored.verbatim(forStored);
        fresh.verbatim(forFresh);
    }

    @Override
    public void close() {
        deflater.finish();
        while (!deflater.finished()) {
            emit(deflater.deflate(buffer, 0, buffer.length, Deflater.NO_FLUSH));
        }
        deflater.end();
        stored.end();
        fresh.end();
    }

    byte[] stored() {
        return stored.bytes.toByteArray();
    }

    byte[] fresh() {
        return fresh.bytes.toByteArray();
    }

    private void emit(int length) {
        stored.bytes.write(buffer, 0, length);
        fresh.bytes.write(buffer, 0, length);
    }

    private static final class Member {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(16_384);
        private final CRC32 sum = new CRC32();
        private long length;

        Member() {
            bytes.writeBytes(HEADER);
        }

        void count(byte[] plain, int offset, int count) {
            sum.update(plain, offset, count);
            length += count;
        }

        void verbatim(byte[] plain) {
            if (plain.length > 0xffff) {
                throw new IllegalArgumentException("One stored block holds 65,535 bytes, not " + plain.length);
            }
            count(plain, 0, plain.length);
            bytes.write(0);
            little(plain.length, 2);
            little(~plain.length, 2);
            bytes.writeBytes(plain);
        }

        void end() {
            little(sum.getValue(), 4);
            little(length, 4);
        }

        private void little(long value, int size) {
            for (int i = 0; i < size; i++) {
                bytes.write((int) (value >> 8 * i) & 0xff);
            }
        }
    }
}
