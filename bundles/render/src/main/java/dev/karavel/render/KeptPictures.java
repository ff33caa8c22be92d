package dev.karavel.render;

import dev.karavel.api.cache.CachedResult;
import dev.karavel.api.cache.ResultCache;
import dev.karavel.api.render.Picture;
import dev.karavel.api.render.PictureFormat;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Pictures in the cache of the whole cluster, by what they show: one that somebody may not see has another key. */
final class KeptPictures {
    private static final int HEAD = 2 * Integer.BYTES;

    private final ResultCache cache;
    private final Duration timeToLive;
    private final Duration patience;

    KeptPictures(ResultCache cache, Duration timeToLive, Duration patience) {
        this.cache = cache;
        this.timeToLive = timeToLive;
        this.patience = patience;
    }

    /**
     * Bytes and their size in pixels.
     *
     * @param lasting whether it is worth keeping
     */
    record Painted(int width, int height, byte[] bytes, boolean lasting) {}

    Picture load(String key, PictureFormat format, String name, Supplier<Painted> painter) {
        String place = "picture:" + key;
        AtomicBoolean passing = new AtomicBoolean();
        Supplier<byte[]> loader = () -> {
            Painted painted = painter.get();
            passing.set(!painted.lasting());
            return packed(painted);
        };
        CachedResult kept =
                cache.load(place, false, timeToLive, patience, loader).result();
        if (passing.get()) {
            cache.forget(place);
        }
        ByteBuffer bytes = ByteBuffer.wrap(kept.bytes());
        int width = bytes.getInt();
        int height = bytes.getInt();
        byte[] picture = new byte[bytes.remaining()];
        bytes.get(picture);
        return new Picture(format, picture, key, width, height, fileName(name, format));
    }

    private static byte[] packed(Painted painted) {
        return ByteBuffer.allocate(HEAD + painted.bytes().length)
                .putInt(painted.width())
                .putInt(painted.height())
                .put(painted.bytes())
                .array();
    }

    private static String fileName(String name, PictureFormat format) {
        String safe = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", " ").strip();
        return (safe.isEmpty() ? "chart" : safe) + "." + format.word();
    }
}
