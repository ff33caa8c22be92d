package dev.karavel.secrets;

import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides with which secret key the server starts, or that it does not. */
final class StartRule {
    private static final Logger LOG = LoggerFactory.getLogger(StartRule.class);
    private static final String REMEDY =
            " Set the environment variable KARAVEL_SECRET_KEY, or secret.key in etc/dev.karavel.secrets.cfg, to a random text of at"
                    + " least 32 bytes that is the same on every node; `openssl rand -base64 42` makes one.";

    private final KeyFile file;

    StartRule(KeyFile file) {
        this.file = file;
    }

    /** @param metadataUrl JDBC address of the metadata database; empty for the embedded one */
    String key(String configured, String metadataUrl) throws StartRefused {
        String key = configured.trim();
        if (!key.isEmpty()) {
            Optional<String> fault = SecretKeyRule.fault(key);
            if (fault.isPresent()) {
                throw refused("the configured secret key " + fault.get() + "." + REMEDY);
            }
            return key;
        }
        if (SecretKeyRule.remote(metadataUrl)) {
            throw refused(
                    "no secret key is configured, and its metadata database is a remote one that other nodes may share."
                            + REMEDY + " A key that this node made for itself earlier would lie in " + file.path()
                            + ".");
        }
        return own();
    }

    private String own() throws StartRefused {
        try {
            Optional<String> existing = file.read();
            if (existing.isEmpty()) {
                String made = file.create();
                LOG.info(
                        "No secret key is configured: made one for this node in {}; keep it, stored passwords depend on it",
                        file.path());
                return made;
            }
            Optional<String> fault = SecretKeyRule.fault(existing.get());
            if (fault.isPresent()) {
                throw refused("the secret key in " + file.path() + " " + fault.get()
                        + ". Bring the file back from a backup, or configure"
                        + " a key: without the old one, stored passwords of databases have to be typed again."
                        + REMEDY);
            }
            return existing.get();
        } catch (IOException e) {
            throw refused("the secret key of this node cannot be read or written in " + file.path() + " ("
                    + e.getClass().getSimpleName() + ": " + e.getMessage() + ")." + REMEDY);
        }
    }

    private static StartRefused refused(String why) {
        return new StartRefused("Karavel does not start: " + why);
    }
}
