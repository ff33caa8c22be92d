package dev.karavel.cache;

import dev.karavel.api.cluster.Nodes.Node;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** What this node says of itself, from one start of it to the next. */
record Membership(String id, String name, String address, Instant started, NodeSettings settings) {
    static Membership begin(NodeSettings settings, int port) {
        String address = settings.host() + ":" + port;
        return new Membership(
                UUID.randomUUID().toString(),
                settings.name().isBlank() ? address : settings.name(),
                address,
                Instant.now(),
                settings);
    }

    Node now(Clock clock) {
        Instant time = clock.instant();
        return new Node(id, name, settings.cluster(), address, settings.roles(), started, time, time);
    }
}
