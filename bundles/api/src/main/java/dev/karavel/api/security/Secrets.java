package dev.karavel.api.security;

import org.osgi.annotation.versioning.ProviderType;

/** Encrypts what must be stored but never shown, with a key derived from the server's secret key. */
@ProviderType
public interface Secrets {
    /** Text that starts with "{enc}"; encrypting the same twice gives different text. Encrypted text stays as it is. */
    String encrypt(String clear);

    /**
     * The clear text; text that does not start with "{enc}" as it is.
     *
     * @throws dev.karavel.api.error.KaravelException INTERNAL if it was encrypted with another key
     */
    String decrypt(String stored);

    /** What is shown in place of a secret. */
    String MASK = "XXXXXXXXXX";
}
