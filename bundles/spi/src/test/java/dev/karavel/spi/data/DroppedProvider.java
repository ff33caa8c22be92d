package dev.karavel.spi.data;

import java.security.Provider;
import java.security.Security;

/** Registers itself for the whole Java machine, as some drivers do with their cryptography. */
public final class DroppedProvider extends Provider {
    private static final long serialVersionUID = 1L;

    public DroppedProvider() {
        super("Dropped", "1", "A test");
        Security.addProvider(this);
    }
}
