package dev.karavel.api.render;

import java.util.Objects;

/**
 * A picture. The array is never changed.
 *
 * @param etag strong entity tag without quotes: the same for the same picture
 * @param width in pixels of the file
 * @param height the same
 * @param fileName for whoever saves it: the name of what it shows, with an ending
 */
public record Picture(PictureFormat format, byte[] bytes, String etag, int width, int height, String fileName) {
    public Picture {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(bytes, "bytes");
        Objects.requireNonNull(etag, "etag");
        Objects.requireNonNull(fileName, "fileName");
    }
}
