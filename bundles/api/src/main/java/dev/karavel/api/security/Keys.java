package dev.karavel.api.security;

import org.osgi.annotation.versioning.ProviderType;

/** Keys derived from the server's secret key; every node with the same secret derives the same ones. Safe for several threads. */
@ProviderType
public interface Keys {
    /**
     * A key of 32 bytes for one purpose; keys of different purposes tell nothing about each other.
     *
     * @param purpose what the key is for, for instance "token/session"
     * @return a fresh array the caller may overwrite
     */
    byte[] derive(String purpose);
}
