package dev.karavel.cache;

import dev.karavel.api.cluster.Nodes;
import dev.karavel.api.cluster.Nodes.Node;
import dev.karavel.api.error.KaravelException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.ignite.spi.IgniteSpiException;
import org.apache.ignite.spi.discovery.tcp.ipfinder.TcpDiscoveryIpFinderAdapter;

/** Tells Ignite of the nodes that wrote themselves into the metadata database. */
final class NodeFinder extends TcpDiscoveryIpFinderAdapter {
    /** Nodes say that they live far more often. */
    static final Duration SEEN_WITHIN = Duration.ofSeconds(20);

    private final NodeList list;
    private final String cluster;
    private final Supplier<Node> self;

    /** @param self this node, as it is written into the list */
    NodeFinder(NodeList list, String cluster, Supplier<Node> self) {
        this.list = list;
        this.cluster = cluster;
        this.self = self;
        setShared(true);
    }

    @Override
    public Collection<InetSocketAddress> getRegisteredAddresses() {
        return asked(nodes -> nodes.living(cluster, SEEN_WITHIN).stream()
                .map(node -> NodeSettings.socketAddress(node.address()))
                .toList());
    }

    // Before it looks for others: of two that start at once, one sees the other. Those of other nodes are their own to
    // write.
    @Override
    public void registerAddresses(Collection<InetSocketAddress> addresses) {
        asked(nodes -> {
            nodes.alive(self.get());
            return nodes;
        });
    }

    /** Rows grow old by themselves. */
    @Override
    public void unregisterAddresses(Collection<InetSocketAddress> addresses) {}

    private <T> T asked(Function<Nodes, T> question) {
        try {
            return question.apply(list.awaited());
        } catch (KaravelException e) {
            throw new IgniteSpiException(e.getMessage(), e);
        }
    }
}
