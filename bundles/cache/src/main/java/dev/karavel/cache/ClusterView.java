package dev.karavel.cache;

import dev.karavel.api.cache.Cluster;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.apache.ignite.cluster.ClusterNode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The nodes as Ignite sees them. */
@Component
public final class ClusterView implements Cluster {
    private final ClusterMember member;

    @Activate
    public ClusterView(@Reference(name = "member") ClusterMember member) {
        this.member = member;
    }

    @Override
    public List<Node> nodes() {
        return member.ask(running -> running.ignite().cluster().nodes().stream()
                .sorted(Comparator.comparingLong(ClusterNode::order))
                .map(node -> shown(node, running.self().settings().cluster()))
                .toList());
    }

    private static Node shown(ClusterNode node, String cluster) {
        return new Node(
                node.id().toString(),
                node.attribute(IgniteConfigurations.NAME),
                node.attribute(IgniteConfigurations.ADDRESS),
                node.isLocal(),
                Duration.ofMillis(node.metrics().getUpTime()).toSeconds(),
                cluster,
                Roles.of(node.attribute(IgniteConfigurations.ROLES)));
    }
}
