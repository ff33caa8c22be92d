package dev.karavel.cache;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

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
        Duration stopTimeout) {
    /** Bytes of a page of off-heap memory. */
    static final int PAGE = 4096;

    NodeSettings {
        addresses = List.copyOf(addresses);
        if (port != 0 && (port < 1024 || port > 65535)) {
            throw new IllegalArgumentException("dev.karavel.cache port: 0 or 1024 to 65535, not " + port);
        }
        if (offHeapBytes < 16 << 20) {
            throw new IllegalArgumentException("dev.karavel.cache offHeapMegabytes: at least 16");
        }
        for (String address : addresses) {
            requireLoopback("addresses", hostOf(address));
        }
        requireLoopback("host", host);
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
                Duration.parse(config.stopTimeout()));
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

    private static String hostOf(String address) {
        int colon = address.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("dev.karavel.cache addresses: host:port, not " + address);
        }
        return address.substring(0, colon);
    }

    // Whoever reaches these ports is trusted, so they stay on this machine until the traffic is encrypted.
    private static void requireLoopback(String key, String host) {
        try {
            if (!InetAddress.getByName(host).isLoopbackAddress()) {
                throw new IllegalArgumentException("dev.karavel.cache " + key + ": " + host
                        + " is not a loopback address; clusters over several machines are not supported yet");
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("dev.karavel.cache " + key + ": nobody knows the host " + host, e);
        }
    }
}
