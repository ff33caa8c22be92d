package dev.karavel.cache;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A checked configuration. */
record NodeSettings(
        String name,
        String cluster,
        String secret,
        String host,
        int port,
        List<String> addresses,
        long offHeapBytes,
        Path workDirectory,
        Duration stopTimeout,
        Set<String> roles,
        Optional<ClusterTls> tls) {
    /** Bytes of a page of off-heap memory. */
    static final int PAGE = 4096;

    NodeSettings {
        addresses = List.copyOf(addresses);
        roles = Set.copyOf(roles);
        if (port != 0 && (port < 1024 || port > 65535)) {
            throw new IllegalArgumentException("dev.karavel.cache port: 0 or 1024 to 65535, not " + port);
        }
        if (offHeapBytes < 16 << 20) {
            throw new IllegalArgumentException("dev.karavel.cache offHeapMegabytes: at least 16");
        }
        if (tls.isEmpty()) {
            for (String address : addresses) {
                requireLoopback("addresses", socketAddress(address).getHostString());
            }
            requireLoopback("host", host);
        }
    }

    /** @param data the data folder of the server */
    static NodeSettings of(Config config, Path data) {
        Path work = config.workDirectory().isBlank() ? data.resolve("cluster") : Path.of(config.workDirectory());
        return new NodeSettings(
                config.name(),
                config.cluster(),
                config.secret(),
                config.host(),
                config.port(),
                Arrays.stream(config.addresses().split(","))
                        .map(String::trim)
                        .filter(a -> !a.isEmpty())
                        .toList(),
                (long) config.offHeapMegabytes() << 20,
                work.toAbsolutePath(),
                Duration.parse(config.stopTimeout()),
                Roles.of(config.roles()),
                ClusterTls.of(config));
    }

    /** Pages that eviction keeps free; Ignite allows a tenth of the region. */
    int emptyPages() {
        return (int) (offHeapBytes / PAGE / 10) - 1;
    }

    /**
     * The most bytes this node may write at once. Eviction keeps so much room that two nodes may do so at the same time; a write
     * that finds no room is a critical failure to Ignite.
     */
    int writableAtOnce() {
        return emptyPages() * PAGE * 3 / 8;
    }

    static InetSocketAddress socketAddress(String address) {
        int colon = address.lastIndexOf(':');
        if (colon < 1 || !address.substring(colon + 1).matches("\\d{1,5}")) {
            throw new IllegalArgumentException("dev.karavel.cache addresses: host:port, not " + address);
        }
        return new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }

    // Whoever reaches these ports is trusted, so they stay on this machine where nobody has to show a certificate.
    private static void requireLoopback(String key, String host) {
        try {
            if (!InetAddress.getByName(host).isLoopbackAddress()) {
                throw new IllegalArgumentException("dev.karavel.cache " + key + ": " + host
                        + " is not a loopback address. Between machines nodes know each other by certificates: set keystore,"
                        + " truststore and keystorePassword (KARAVEL_CLUSTER_KEYSTORE, _TRUSTSTORE, _PASSWORD)");
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("dev.karavel.cache " + key + ": nobody knows the host " + host, e);
        }
    }
}
