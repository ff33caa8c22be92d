package dev.karavel.cache;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.ignite.IgniteException;
import org.apache.ignite.cache.CacheAtomicityMode;
import org.apache.ignite.cache.CacheMode;
import org.apache.ignite.cache.affinity.rendezvous.RendezvousAffinityFunction;
import org.apache.ignite.configuration.CacheConfiguration;
import org.apache.ignite.configuration.DataPageEvictionMode;
import org.apache.ignite.configuration.DataRegionConfiguration;
import org.apache.ignite.configuration.DataStorageConfiguration;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.apache.ignite.configuration.SystemDataRegionConfiguration;
import org.apache.ignite.spi.communication.tcp.TcpCommunicationSpi;
import org.apache.ignite.spi.discovery.tcp.TcpDiscoverySpi;
import org.apache.ignite.spi.discovery.tcp.ipfinder.TcpDiscoveryIpFinder;
import org.apache.ignite.spi.discovery.tcp.ipfinder.vm.TcpDiscoveryVmIpFinder;
import org.slf4j.LoggerFactory;

/** How the node is set up: small, on one address, quiet, bounded. */
final class IgniteConfigurations {
    static final String NAME = "karavel.name";
    static final String ADDRESS = "karavel.address";
    static final String ROLES = "karavel.roles";
    static final String RESULT_REGION = "results";

    /** Each costs several pages, used or not. */
    private static final int PARTITIONS = 64;

    private static final long SMALLEST_REGION = 10L << 20;
    /** Eviction counts are kept per window; this one outlives any server. */
    static final long COUNTING_WINDOW = 1L << 40;

    private IgniteConfigurations() {}

    static int port(NodeSettings settings) {
        return settings.port() == 0 ? freePort(settings.host()) : settings.port();
    }

    /** @param finder of other nodes; empty for those that are configured */
    static IgniteConfiguration of(
            Membership self, Optional<NodeFinder> finder, ClassLoader loader, Consumer<String> onFailure) {
        NodeSettings settings = self.settings();
        String badge = SameClusterOnly.badge(settings.cluster(), settings.secret());
        IgniteConfiguration configuration = new IgniteConfiguration()
                .setIgniteInstanceName("karavel-" + self.id())
                .setClassLoader(loader)
                .setGridLogger(new Slf4jLogger(LoggerFactory.getLogger("org.apache.ignite")))
                .setLocalHost(settings.host())
                .setWorkDirectory(settings.workDirectory().toString())
                .setUserAttributes(Map.of(
                        SameClusterOnly.ATTRIBUTE,
                        badge,
                        NAME,
                        self.name(),
                        ADDRESS,
                        self.address(),
                        ROLES,
                        String.join(",", new TreeSet<>(settings.roles()))))
                .setPluginProviders(new SameClusterOnly(badge))
                .setFailureHandler(new ReportingFailureHandler(onFailure))
                .setDiscoverySpi(discovery(self, finder))
                .setCommunicationSpi(new TcpCommunicationSpi()
                        .setLocalAddress(settings.host())
                        .setLocalPort(freePort(settings.host()))
                        .setMessageQueueLimit(1024)
                        .setSelectorsCount(1))
                .setDataStorageConfiguration(storage(settings))
                .setPeerClassLoadingEnabled(false)
                .setMetricsLogFrequency(0)
                .setSystemWorkerBlockedTimeout(60_000)
                .setClientConnectorConfiguration(null)
                .setConnectorConfiguration(null);
        settings.tls().ifPresent(tls -> configuration.setSslContextFactory(tls.contexts()));
        return withSmallPools(configuration);
    }

    /** Values are what {@link StoredResult} writes. A lost node loses its part: it is only a cache. */
    static CacheConfiguration<String, byte[]> results() {
        return new CacheConfiguration<String, byte[]>("results")
                .setDataRegionName(RESULT_REGION)
                .setCacheMode(CacheMode.PARTITIONED)
                .setAffinity(new RendezvousAffinityFunction(false, PARTITIONS))
                .setAtomicityMode(CacheAtomicityMode.ATOMIC)
                .setBackups(0);
    }

    /** Values are {@code node id/flight}. */
    static CacheConfiguration<String, String> flights() {
        return new CacheConfiguration<String, String>("flights")
                .setCacheMode(CacheMode.PARTITIONED)
                .setAffinity(new RendezvousAffinityFunction(false, PARTITIONS))
                .setAtomicityMode(CacheAtomicityMode.ATOMIC)
                .setBackups(1);
    }

    // A finder that is shared takes its own address in, so a node told of nobody finds itself and starts alone.
    private static TcpDiscoverySpi discovery(Membership self, Optional<NodeFinder> listed) {
        NodeSettings settings = self.settings();
        TcpDiscoveryVmIpFinder configured = new TcpDiscoveryVmIpFinder(true);
        configured.setAddresses(settings.addresses());
        TcpDiscoverySpi discovery = new TcpDiscoverySpi();
        discovery.setLocalAddress(settings.host());
        discovery.setLocalPort(NodeSettings.socketAddress(self.address()).getPort());
        discovery.setLocalPortRange(0);
        discovery.setIpFinder(listed.<TcpDiscoveryIpFinder>map(finder -> finder).orElse(configured));
        discovery.setJoinTimeout(10_000);
        return discovery;
    }

    // The rate's successor cannot be set up per region.
    @SuppressWarnings("deprecation")
    private static DataStorageConfiguration storage(NodeSettings settings) {
        return new DataStorageConfiguration()
                .setPageSize(NodeSettings.PAGE)
                .setDefaultDataRegionConfiguration(new DataRegionConfiguration()
                        .setName("default")
                        .setInitialSize(SMALLEST_REGION)
                        .setMaxSize(2 * SMALLEST_REGION))
                .setDataRegionConfigurations(new DataRegionConfiguration()
                        .setName(RESULT_REGION)
                        .setInitialSize(SMALLEST_REGION)
                        .setMaxSize(settings.offHeapBytes())
                        .setPageEvictionMode(DataPageEvictionMode.RANDOM_2_LRU)
                        .setEmptyPagesPoolSize(settings.emptyPages())
                        .setMetricsEnabled(true)
                        .setMetricsRateTimeInterval(COUNTING_WINDOW))
                .setSystemDataRegionConfiguration(new SystemDataRegionConfiguration()
                        .setInitialSize(SMALLEST_REGION)
                        .setMaxSize(4 * SMALLEST_REGION));
    }

    private static IgniteConfiguration withSmallPools(IgniteConfiguration configuration) {
        return configuration
                .setPublicThreadPoolSize(2)
                .setSystemThreadPoolSize(4)
                .setStripedPoolSize(2)
                .setDataStreamerThreadPoolSize(1)
                .setManagementThreadPoolSize(2)
                .setQueryThreadPoolSize(1)
                .setServiceThreadPoolSize(1)
                .setRebalanceThreadPoolSize(1)
                .setUtilityCachePoolSize(2)
                .setAsyncCallbackPoolSize(1)
                .setBuildIndexThreadPoolSize(1)
                .setSnapshotThreadPoolSize(1);
    }

    private static int freePort(String host) {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IgniteException("No free port on " + host, e);
        }
    }
}
