package dev.karavel.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.karavel.api.security.Keys;

/** Keys by purpose, all from the one secret key. */
final class DerivedKeys implements Keys {
    private static final byte[] SALT = "dev.karavel/1".getBytes(UTF_8);

    private final byte[] root;

    DerivedKeys(String secretKey) {
        root = HmacKeyDerivation.extract(SALT, secretKey.getBytes(UTF_8));
    }

    @Override
    public byte[] derive(String purpose) {
        return HmacKeyDerivation.expand(root, purpose.getBytes(UTF_8), 32);
    }
}
