package dev.karavel.query.answer.format;

/** Names for files that every file system takes, as close to what people wrote as can be. */
public final class FileNames {
    private static final int LONGEST = 120;

    private FileNames() {}

    public static String of(String wished, String extension) {
        String clean = wished.replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|]+", " ")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
        String name = clean.isEmpty() ? "data" : clean;
        return name.substring(0, name.offsetByCodePoints(0, Math.min(LONGEST, name.codePointCount(0, name.length()))))
                + "." + extension;
    }
}
