package dev.karavel.api.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The list by which nodes find each other: each writes itself into the metadata database they share. Safe for several threads. */
@ProviderType
public interface Nodes {
    /** The node lives; {@code seen} is the database's to write. Costs one short transaction. */
    void alive(Node node);

    /** Those of a cluster that said so within that time, oldest first. No node's clock is asked. */
    List<Node> living(String cluster, Duration within);

    /** It went in good order. */
    void gone(String id);

    /**
     * @param name what people read
     * @param cluster name of the cluster it wants to be in
     * @param address where the others find it: host and port
     * @param roles web, worker, beat
     * @param clock of the node, when it was seen
     * @param seen when it last said that it lives, by the database's clock
     */
    record Node(
            String id,
            String name,
            String cluster,
            String address,
            Set<String> roles,
            Instant started,
            Instant clock,
            Instant seen) {
        public Node {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(cluster, "cluster");
            Objects.requireNonNull(address, "address");
            roles = Set.copyOf(roles);
            Objects.requireNonNull(started, "started");
            Objects.requireNonNull(clock, "clock");
            Objects.requireNonNull(seen, "seen");
        }

        /** How far the node's clock is before the database's; negative where it is behind. */
        public Duration ahead() {
            return Duration.between(seen, clock);
        }
    }
}
