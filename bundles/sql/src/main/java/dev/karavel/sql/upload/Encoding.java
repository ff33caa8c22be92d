package dev.karavel.sql.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * In which letters a file is written: what its byte order mark says; UTF-16 where every other byte of its beginning is zero; UTF-8
 * if all of it is valid; else Latin-1 as Windows extends it, which every file is.
 */
final class Encoding {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int SAMPLE = 4_096;
    private static final int BUFFER = 1 << 16;

    private Encoding() {}

    static Charset of(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(SAMPLE);
        }
        if (begins(start, 0xFE, 0xFF) || zeros(start, 0) * 3 > start.length) {
            return StandardCharsets.UTF_16BE;
        }
        if (begins(start, 0xFF, 0xFE) || zeros(start, 1) * 3 > start.length) {
            return StandardCharsets.UTF_16LE;
        }
        return isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS;
    }

    private static boolean begins(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static int zeros(byte[] bytes, int from) {
        int count = 0;
        for (int i = from; i < bytes.length; i += 2) {
            count += bytes[i] == 0 ? 1 : 0;
        }
        return count;
    }

    private static boolean isUtf8(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer characters = CharBuffer.allocate(BUFFER);
        byte[] bytes = new byte[BUFFER];
        int kept = 0;
        try (InputStream in = Files.newInputStream(file)) {
            while (true) {
                int read = in.read(bytes, kept, bytes.length - kept);
                boolean end = read < 0;
                ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, kept + Math.max(0, read));
                CoderResult result = decoder.decode(buffer, characters.clear(), end);
                if (result.isError()) {
                    return false;
                }
                if (end) {
                    return true;
                }
                kept = buffer.remaining();
                System.arraycopy(bytes, buffer.position(), bytes, 0, kept);
            }
        }
    }
}
