package dev.karavel.exchange.zip;

import java.text.Normalizer;

/** Names of things as parts of the names of files. */
public final class Names {
    private static final int LONGEST = 80;

    private Names() {}

    /** Letters, digits, hyphens and underscores. */
    public static String plain(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[^\\p{L}\\p{N}_-]+", "_");
        return plain.substring(0, Math.min(LONGEST, plain.length()));
    }
}
