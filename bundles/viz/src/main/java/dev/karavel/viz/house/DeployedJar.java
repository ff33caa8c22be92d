package dev.karavel.viz.house;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.osgi.framework.Bundle;

/** The file in the deploy folder that a bundle came from. */
final class DeployedJar {
    private DeployedJar() {}

    static Path of(Bundle bundle) {
        Path file = place(bundle);
        if (!Files.isRegularFile(file) || !file.getFileName().toString().endsWith(".jar")) {
            throw KaravelException.invalid("plugin", "Its file is no jar any more; take it out of the deploy folder");
        }
        return file;
    }

    private static Path place(Bundle bundle) {
        try {
            return Path.of(URI.create(bundle.getLocation()));
        } catch (IllegalArgumentException e) {
            throw new KaravelException(ErrorCode.INTERNAL, "Its file is unknown", e);
        }
    }

    static byte[] bytes(Path jar) {
        try {
            return Files.readAllBytes(jar);
        } catch (IOException e) {
            throw new KaravelException(ErrorCode.INTERNAL, "Its file cannot be read", e);
        }
    }

    static String digest(Path jar) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(jar)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Nothing happens if it is gone already. */
    static void delete(Bundle bundle) {
        try {
            Files.deleteIfExists(place(bundle));
        } catch (IOException e) {
            throw new KaravelException(ErrorCode.INTERNAL, "The deploy folder cannot be written: take the file out", e);
        }
    }
}
