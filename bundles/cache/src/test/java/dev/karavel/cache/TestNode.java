package dev.karavel.cache;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A real node with its cache, in this JVM. */
final class TestNode implements AutoCloseable {
    final TestClock clock = new TestClock();
    final ClusterMember member;
    final ClusterResultCache cache;

    TestNode(NodeSettings settings) {
        this(settings, new SharedList());
    }

    TestNode(NodeSettings settings, SharedList list) {
        member = new ClusterMember(() -> settings);
        member.setNodes(list);
        cache = new ClusterResultCache(member, clock);
    }

    static TestNode alone(Path folder) {
        return new TestNode(settings(folder, "karavel", 0, List.of(), 64));
    }

    static NodeSettings settings(Path folder, String cluster, int port, List<String> addresses, int megabytes) {
        return settings(folder, cluster, "127.0.0.1", port, addresses, megabytes, Optional.empty());
    }

    static NodeSettings listed(Path folder, String host, Optional<ClusterTls> tls) {
        return at(folder, host, freePort(host), tls);
    }

    static NodeSettings at(Path folder, String host, int port, Optional<ClusterTls> tls) {
        return settings(folder.resolve(host), "karavel", host, port, List.of(), 64, tls);
    }

    private static NodeSettings settings(
            Path folder,
            String cluster,
            String host,
            int port,
            List<String> addresses,
            int megabytes,
            Optional<ClusterTls> tls) {
        return new NodeSettings(
                "",
                cluster,
                "secret",
                host,
                port,
                addresses,
                (long) megabytes << 20,
                folder.resolve("node-" + port),
                Duration.ofSeconds(15),
                Roles.ALL,
                tls);
    }

    static int freePort() {
        return freePort("127.0.0.1");
    }

    private static int freePort(String host) {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        member.leave();
    }
}
