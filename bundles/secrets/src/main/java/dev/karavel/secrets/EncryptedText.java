package dev.karavel.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Keys;
import dev.karavel.api.security.Secrets;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM; stored as {@code {enc}1:} and the Base64 of nonce and ciphertext, so that a later form can be told apart. */
final class EncryptedText implements Secrets {
    private static final String MARK = "{enc}";
    private static final String FORM = MARK + "1:";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    EncryptedText(Keys keys) {
        key = new SecretKeySpec(keys.derive("secrets/aes-256-gcm"), "AES");
    }

    @Override
    public String encrypt(String clear) {
        if (clear.startsWith(MARK)) {
            return clear;
        }
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(clear.getBytes(UTF_8));
            byte[] whole = ByteBuffer.allocate(NONCE_LENGTH + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return FORM + Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + CIPHER, e);
        }
    }

    @Override
    public String decrypt(String stored) {
        if (!stored.startsWith(MARK)) {
            return stored;
        }
        try {
            byte[] whole = Base64.getDecoder().decode(stored.substring(stored.indexOf(':') + 1));
            byte[] nonce = new byte[NONCE_LENGTH];
            ByteBuffer.wrap(whole, 0, Math.min(whole.length, NONCE_LENGTH))
                    .get(nonce, 0, Math.min(whole.length, NONCE_LENGTH));
            byte[] clear = cipher(Cipher.DECRYPT_MODE, nonce)
                    .doFinal(whole, NONCE_LENGTH, Math.max(0, whole.length - NONCE_LENGTH));
            return new String(clear, UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new KaravelException(
                    ErrorCode.INTERNAL,
                    "A stored secret cannot be read: it was encrypted with another secret key than this server has now",
                    e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
