package dev.karavel.metadata.entity;

import dev.karavel.api.cluster.Nodes.Node;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A server of a cluster; has no version, since it alone writes its row. */
@Entity
@Table(name = "cluster_node")
public class ClusterNodeEntity {
    @Id
    @Column(name = "node_id")
    private String node;

    @Column(name = "node_name")
    private String name;

    @Column(name = "cluster_name")
    private String cluster;

    @Column(name = "address")
    private String address;

    @Column(name = "roles")
    private String roles;

    @Column(name = "started_on")
    private LocalDateTime started;

    @Column(name = "node_clock")
    private LocalDateTime clock;

    @Column(name = "seen_on")
    private LocalDateTime seen;

    protected ClusterNodeEntity() {}

    public ClusterNodeEntity(String node) {
        this.node = node;
    }

    public void write(Node record) {
        name = record.name();
        cluster = record.cluster();
        address = record.address();
        // so that no database takes it for null
        roles = record.roles().isEmpty() ? "-" : String.join(",", new TreeSet<>(record.roles()));
        started = Times.stored(record.started());
        clock = Times.stored(record.clock());
        seen = Times.stored(record.seen());
    }

    public void seen(Instant time) {
        seen = Times.stored(time);
    }

    public Node read() {
        return new Node(
                node,
                name,
                cluster,
                address,
                roles(roles),
                Times.instant(started),
                Times.instant(clock),
                Times.instant(seen));
    }

    /** How a moment stands in the table, for questions about it. */
    public static LocalDateTime moment(Instant time) {
        return Times.stored(time);
    }

    private static Set<String> roles(String stored) {
        return Arrays.stream(stored.split(","))
                .filter(role -> !role.equals("-"))
                .collect(Collectors.toSet());
    }
}
