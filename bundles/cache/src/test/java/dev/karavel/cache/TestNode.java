package dev.karavel.cache;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A real node with its cache, in this JVM. */
final class TestNode implements AutoCloseable {
    final TestClock clock = new TestClock();
    final ClusterMember member;
    final ClusterResultCache cache;

    TestNode(NodeSettings settings) {
        member = new ClusterMember(() -> settings);
        cache = new ClusterResultCache(member, clock);
    }

    static TestNode alone(Path folder) {
        return new TestNode(settings(folder, "karavel", 0, List.of(), 64));
    }

    static NodeSettings settings(Path folder, String cluster, int port, List<String> addresses, int megabytes) {
        return new NodeSettings(
                "",
                cluster,
                "secret",
                "127.0.0.1",
                port,
                addresses,
                (long) megabytes << 20,
                folder.resolve("node-" + port),
                Duration.ofSeconds(15));
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
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
