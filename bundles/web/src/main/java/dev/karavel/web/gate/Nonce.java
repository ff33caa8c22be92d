package dev.karavel.web.gate;

import java.security.SecureRandom;
import java.util.Base64;

/** What marks the scripts and styles of one answer as ours. */
public final class Nonce {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Nonce() {}

    public static String next() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
