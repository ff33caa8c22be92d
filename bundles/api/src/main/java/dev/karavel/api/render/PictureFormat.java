package dev.karavel.api.render;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a picture is written. */
public enum PictureFormat {
    PNG("image/png"),
    SVG("image/svg+xml"),
    /** One page of the picture's size, with lines and text as such. */
    PDF("application/pdf");

    private final String mediaType;

    PictureFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The word in a request, and a file's ending: {@code png}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PictureFormat> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** For a failure that says what would be right. */
    public static String words() {
        return Arrays.stream(values()).map(PictureFormat::word).collect(Collectors.joining(", "));
    }
}
