package dev.karavel.security.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A JSON Web Token signed with HS256 in one form only: the header has to be ours to the letter, so no token can choose its
 * algorithm, key or type.
 */
final class CompactToken {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LONGEST = 4096;

    private final String header;
    private final SecretKeySpec key;

    CompactToken(String type, byte[] key) {
        header = base64(("{\"alg\":\"HS256\",\"typ\":\"" + type + "\"}").getBytes(US_ASCII)) + ".";
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    String sign(Map<String, Object> claims) {
        try {
            String content = header + base64(JSON.writeValueAsBytes(claims));
            return content + "." + base64(mac(content));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Claims are plain values", e);
        }
    }

    /** The claims; empty if this is not what {@link #sign} made with the same key and type. */
    Optional<JsonNode> read(String token) {
        int dot = token.lastIndexOf('.');
        if (token.length() > LONGEST || !token.startsWith(header) || dot <= header.length()) {
            return Optional.empty();
        }
        try {
            byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
            if (!MessageDigest.isEqual(signature, mac(token.substring(0, dot)))) {
                return Optional.empty();
            }
            return Optional.of(JSON.readTree(Base64.getUrlDecoder().decode(token.substring(header.length(), dot))));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] mac(String content) {
        return mac(key, content);
    }

    static byte[] mac(SecretKeySpec key, String content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content.getBytes(US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
