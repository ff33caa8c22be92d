package dev.karavel.api.cache;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The nodes that work together. */
@ProviderType
public interface Cluster {
    /** Oldest first, this one included. */
    List<Node> nodes();

    /** @param address where the other nodes reach it: host and port */
    record Node(String id, String name, String address, boolean local, long uptimeSeconds) {}
}
