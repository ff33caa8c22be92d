package dev.karavel.api.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How an answer is written. */
public enum ResultFormat {
    /** Superset's answer: metadata, and each row as an object. */
    JSON("application/json", "json", true),
    /** The same metadata, and each column as an array; repeated texts as a dictionary and indices. */
    COLUMNS("application/vnd.karavel.columns+json", "json", true),
    /** An Arrow IPC stream; several questions as a ZIP of streams. */
    ARROW("application/vnd.apache.arrow.stream", "arrow", true),
    CSV("text/csv;charset=utf-8", "csv", false),
    /** One workbook, a sheet per question. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", false),
    /** Nothing but the rows, as a JSON array of objects with times in ISO 8601. */
    RECORDS("application/json", "json", false);

    private final String mediaType;
    private final String extension;
    private final boolean kept;

    ResultFormat(String mediaType, String extension, boolean kept) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.kept = kept;
    }

    /** Of one question's answer. */
    public String mediaType() {
        return mediaType;
    }

    /** Of a file's name, without the dot. */
    public String extension() {
        return extension;
    }

    /** Whether answers are kept in this format; the others are written of kept rows each time. */
    public boolean kept() {
        return kept;
    }

    /** The word in a request: {@code csv}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ResultFormat> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** For a failure that says what would be right. */
    public static String words() {
        return Arrays.stream(values()).map(ResultFormat::word).collect(Collectors.joining(", "));
    }
}
