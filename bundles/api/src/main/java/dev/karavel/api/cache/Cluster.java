package dev.karavel.api.cache;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The nodes that work together. */
@ProviderType
public interface Cluster {
    /** Oldest first, this one included. */
    List<Node> nodes();

    /**
     * @param address where the other nodes reach it: host and port
     * @param cluster name of the cluster
     * @param roles web, worker, beat
     */
    record Node(
            String id,
            String name,
            String address,
            boolean local,
            long uptimeSeconds,
            String cluster,
            Set<String> roles) {
        public Node {
            roles = Set.copyOf(roles);
        }
    }
}
