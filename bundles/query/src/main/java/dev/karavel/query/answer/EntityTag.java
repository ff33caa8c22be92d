package dev.karavel.query.answer;

import java.util.HexFormat;

/** Names an answer by its question and by the check sum and length at the end of its gzip member. */
public final class EntityTag {
    private static final int TRAILER = 8;

    private EntityTag() {}

    public static String of(String cacheKey, byte[] gzip) {
        return cacheKey.substring(0, 16) + HexFormat.of().formatHex(gzip, gzip.length - TRAILER, gzip.length);
    }
}
