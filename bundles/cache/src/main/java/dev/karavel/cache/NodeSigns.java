package dev.karavel.cache;

import dev.karavel.api.cluster.Nodes;
import dev.karavel.api.cluster.Nodes.Node;
import dev.karavel.api.error.KaravelException;
import java.io.IOException;
import java.net.Socket;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the metadata database that this node lives, and looks whether all who say so are together: nodes that lost each other,
 * or started while the database was away, form one cluster again, by the younger ones' joining anew.
 */
@Component(service = NodeSigns.class, immediate = true)
public final class NodeSigns {
    private static final Logger LOG = LoggerFactory.getLogger(NodeSigns.class);
    private static final int SECONDS_BETWEEN = 5;
    /** A node that starts is listed before it is in. */
    private static final int LOOKS_BEFORE_JOINING_ANEW = 4;

    private static final int JOINS_IN_VAIN = 3;

    private static final Comparator<Node> AGE =
            Comparator.comparing(Node::started).thenComparing(Node::id);

    private final ClusterMember member;
    private final Nodes nodes;
    private final Clock clock;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "karavel-cluster-signs"));
    private int apart;
    private int joins;

    @Activate
    public NodeSigns(@Reference(name = "member") ClusterMember member, @Reference(name = "nodes") Nodes nodes) {
        this(member, nodes, Clock.systemUTC());
        thread.scheduleWithFixedDelay(this::sign, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    /** Turned by hand. */
    NodeSigns(ClusterMember member, Nodes nodes, Clock clock) {
        this.member = member;
        this.nodes = nodes;
        this.clock = clock;
    }

    @Deactivate
    void close() {
        thread.shutdownNow();
    }

    void sign() {
        try {
            Optional<IgniteNode> node = member.nodeNow();
            if (node.isPresent()) {
                nodes.alive(node.get().self().now(clock));
                look(node.get());
            }
        } catch (KaravelException e) {
            LOG.warn("The list of nodes is not to be had: {}", e.getMessage());
        } catch (RuntimeException e) {
            // The thread's edge: the next sign has to come. A node that stops meanwhile is no error.
            LOG.debug("The nodes were not looked at", e);
        }
    }

    private void look(IgniteNode node) {
        Set<String> together = node.ignite().cluster().nodes().stream()
                .map(one -> one.<String>attribute(IgniteConfigurations.ADDRESS))
                .collect(Collectors.toSet());
        List<Node> living = nodes.living(node.self().settings().cluster(), NodeFinder.SEEN_WITHIN);
        List<Node> others =
                living.stream().filter(one -> !together.contains(one.address())).toList();
        apart = others.isEmpty() ? 0 : apart + 1;
        joins = together.size() > 1 || others.isEmpty() ? 0 : joins;
        if (apart < LOOKS_BEFORE_JOINING_ANEW) {
            return;
        }
        List<Node> reached =
                others.stream().filter(one -> isReached(one.address())).toList();
        if (reached.isEmpty()) {
            if (apart == LOOKS_BEFORE_JOINING_ANEW) {
                LOG.warn(
                        "No connection to {}; nodes on several machines need KARAVEL_CLUSTER_HOST and certificates",
                        others.stream()
                                .map(one -> one.name() + " at " + one.address())
                                .toList());
            }
        } else if (isYounger(living, together, reached)) {
            joinAnew(reached);
        }
    }

    private void joinAnew(List<Node> reached) {
        if (joins < JOINS_IN_VAIN) {
            joins++;
            apart = 0;
            member.lost(
                    "older nodes live at " + reached.stream().map(Node::address).toList());
        } else if (apart == LOOKS_BEFORE_JOINING_ANEW) {
            LOG.error(
                    "{} do not let this node in, so it stays alone; the same name of the cluster, key and authority of"
                            + " certificates on all?",
                    reached.stream().map(Node::address).toList());
        }
    }

    private static boolean isYounger(List<Node> living, Set<String> together, List<Node> others) {
        Optional<Node> ours =
                living.stream().filter(one -> together.contains(one.address())).min(AGE);
        return ours.isPresent() && others.stream().anyMatch(one -> AGE.compare(one, ours.get()) < 0);
    }

    private static boolean isReached(String address) {
        try (Socket socket = new Socket()) {
            socket.connect(NodeSettings.socketAddress(address), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
