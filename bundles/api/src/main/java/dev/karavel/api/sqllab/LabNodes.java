package dev.karavel.api.sqllab;

import java.time.Instant;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The servers that run queries, and until when each is believed to live. */
@ProviderType
public interface LabNodes {
    /** A server lives, at least until then. */
    void alive(String node, Instant until);

    /** Those believed to live. */
    Set<String> living(Instant now);

    /** It went in good order. */
    void gone(String node);

    /** Whether no other server can have the metadata database open. */
    boolean alone();
}
