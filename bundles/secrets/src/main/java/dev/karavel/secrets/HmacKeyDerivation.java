package dev.karavel.secrets;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF of RFC 5869 with HMAC-SHA-256; the JDK has its own only since 25. */
final class HmacKeyDerivation {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int HASH_LENGTH = 32;

    private HmacKeyDerivation() {}

    static byte[] derive(byte[] material, byte[] salt, byte[] info, int length) {
        return expand(extract(salt, material), info, length);
    }

    static byte[] extract(byte[] salt, byte[] material) {
        return hmac(salt.length == 0 ? new byte[HASH_LENGTH] : salt, material);
    }

    static byte[] expand(byte[] pseudoRandomKey, byte[] info, int length) {
        if (length > 255 * HASH_LENGTH) {
            throw new IllegalArgumentException("At most " + 255 * HASH_LENGTH + " bytes, not " + length);
        }
        byte[] output = new byte[length];
        byte[] block = new byte[0];
        for (int done = 0, counter = 1; done < length; done += HASH_LENGTH, counter++) {
            byte[] input = Arrays.copyOf(block, block.length + info.length + 1);
            System.arraycopy(info, 0, input, block.length, info.length);
            input[input.length - 1] = (byte) counter;
            block = hmac(pseudoRandomKey, input);
            System.arraycopy(block, 0, output, done, Math.min(HASH_LENGTH, length - done));
        }
        return output;
    }

    private static byte[] hmac(byte[] key, byte[] input) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
        }
    }
}
