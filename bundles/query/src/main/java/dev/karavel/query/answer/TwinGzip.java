package dev.karavel.query.answer;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Two gzip members that differ in a few places, compressed once: the one that is stored, and the one for the caller who waited
 * for the warehouse. Where they differ, each gets an uncompressed block of its own. Long answers are compressed piece by piece on
 * threads beside, while the next piece is written, and less thoroughly.
 */
final class TwinGzip extends OutputStream {
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    /** An empty last block. */
    private static final byte[] END = {3, 0};

    private static final int PIECE = 128 * 1024;
    private static final int THOROUGH_PIECES = 4;
    private static final int MOST_WAITING = 8;
    private static final long IDLE_SECONDS = 10;

    /** The common pool would make a thread for each piece on a machine of two processors. Who finds all of them busy does it himself. */
    private static final Executor DEFLATING = deflating();

    private final int level;
    private final Member stored = new Member();
    private final Member fresh = new Member();
    private byte[] piece = new byte[8192];
    private int filled;
    private int pieces;

    private static Executor deflating() {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().availableProcessors(),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                task -> {
                    Thread thread = new Thread(task, "karavel-deflate-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.CallerRunsPolicy());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    TwinGzip(int level) {
        this.level = level;
    }

    @Override
    public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        stored.count(bytes, offset, length);
        fresh.count(bytes, offset, length);
        int done = 0;
        while (done < length) {
            if (filled == piece.length && filled < PIECE) {
                piece = Arrays.copyOf(piece, Math.min(PIECE, 2 * filled));
            }
            int part = Math.min(length - done, piece.length - filled);
            System.arraycopy(bytes, offset + done, piece, filled, part);
            filled += part;
            done += part;
            if (filled == PIECE) {
                byte[] full = piece;
                int now = pieces++ < THOROUGH_PIECES ? level : Deflater.BEST_SPEED;
                add(CompletableFuture.supplyAsync(() -> deflate(full, PIECE, now), DEFLATING));
                piece = new byte[PIECE];
                filled = 0;
            }
        }
    }

    /** Puts in what only one of the two has. What follows refers to nothing before, as each twin has other bytes there. */
    void differ(byte[] forStored, byte[] forFresh) {
        deflateRest();
        stored.verbatim(forStored);
        fresh.verbatim(forFresh);
    }

    @Override
    public void close() {
        deflateRest();
        add(CompletableFuture.completedFuture(END));
    }

    byte[] stored() {
        return stored.bytes();
    }

    byte[] fresh() {
        return fresh.bytes();
    }

    private void deflateRest() {
        if (filled > 0) {
            add(CompletableFuture.completedFuture(deflate(piece, filled, level)));
            filled = 0;
        }
    }

    private void add(CompletableFuture<byte[]> block) {
        stored.blocks.add(block);
        fresh.blocks.add(block);
    }

    /** Blocks that end on a whole byte, and refer to nothing before. */
    private static byte[] deflate(byte[] plain, int length, int level) {
        Deflater deflater = new Deflater(level, true);
        deflater.setInput(plain, 0, length);
        ByteArrayOutputStream out = new ByteArrayOutputStream(length / 3 + 64);
        byte[] buffer = new byte[Math.min(32 * 1024, length + 64)];
        int count;
        do {
            count = deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH);
            out.write(buffer, 0, count);
        } while (count == buffer.length);
        deflater.end();
        return out.toByteArray();
    }

    private static final class Member {
        private final List<CompletableFuture<byte[]>> blocks = new ArrayList<>();
        private final CRC32 sum = new CRC32();
        private long length;

        void count(byte[] plain, int offset, int count) {
            sum.update(plain, offset, count);
            length += count;
        }

        void verbatim(byte[] plain) {
            if (plain.length > 0xffff) {
                throw new IllegalArgumentException("One stored block holds 65,535 bytes, not " + plain.length);
            }
            count(plain, 0, plain.length);
            ByteArrayOutputStream block = new ByteArrayOutputStream(plain.length + 5);
            block.write(0);
            little(block, plain.length, 2);
            little(block, ~plain.length, 2);
            block.writeBytes(plain);
            blocks.add(CompletableFuture.completedFuture(block.toByteArray()));
        }

        byte[] bytes() {
            int size = blocks.stream().mapToInt(block -> block.join().length).sum();
            ByteBuffer bytes = ByteBuffer.allocate(HEADER.length + size + 2 * Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN);
            bytes.put(HEADER);
            blocks.forEach(block -> bytes.put(block.join()));
            return bytes.putInt((int) sum.getValue()).putInt((int) length).array();
        }

        private static void little(ByteArrayOutputStream bytes, long value, int size) {
            for (int i = 0; i < size; i++) {
                bytes.write((int) (value >> 8 * i) & 0xff);
            }
        }
    }
}
