package dev.karavel.cache;

import dev.karavel.api.cluster.Nodes;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The list of nodes as one database of several nodes keeps it; nobody grows old in it. */
final class SharedList implements Nodes {
    private final Map<String, Node> rows = new ConcurrentHashMap<>();

    @Override
    public void alive(Node node) {
        rows.put(node.id(), node);
    }

    @Override
    public List<Node> living(String cluster, Duration within) {
        return rows.values().stream()
                .filter(node -> node.cluster().equals(cluster))
                .sorted(Comparator.comparing(Node::started).thenComparing(Node::id))
                .toList();
    }

    @Override
    public void gone(String id) {
        rows.remove(id);
    }

    void forget() {
        rows.clear();
    }
}
