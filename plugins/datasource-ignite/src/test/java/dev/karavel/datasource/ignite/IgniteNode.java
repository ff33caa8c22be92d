package dev.karavel.datasource.ignite;

import java.util.List;
import org.apache.ignite.Ignite;
import org.apache.ignite.Ignition;
import org.apache.ignite.cluster.ClusterState;
import org.apache.ignite.configuration.ClientConnectorConfiguration;
import org.apache.ignite.configuration.DataRegionConfiguration;
import org.apache.ignite.configuration.DataStorageConfiguration;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.apache.ignite.spi.discovery.tcp.TcpDiscoverySpi;
import org.apache.ignite.spi.discovery.tcp.ipfinder.vm.TcpDiscoveryVmIpFinder;

/** A node with an SQL engine, in a process of its own: that version must not meet ours on one class path. */
final class IgniteNode {
    private static final String HERE = "127.0.0.1";

    private IgniteNode() {}

    /** @param arguments port for clients, port for nodes, folder */
    public static void main(String[] arguments) {
        int nodes = Integer.parseInt(arguments[1]);
        TcpDiscoverySpi discovery = new TcpDiscoverySpi()
                .setLocalPort(nodes)
                .setLocalPortRange(0)
                .setIpFinder(new TcpDiscoveryVmIpFinder().setAddresses(List.of(HERE + ":" + nodes)));
        // who signs in is kept with the data, so there have to be some
        DataStorageConfiguration storage = new DataStorageConfiguration()
                .setDefaultDataRegionConfiguration(new DataRegionConfiguration()
                        .setPersistenceEnabled(true)
                        .setMaxSize(128 << 20));
        Ignite node = Ignition.start(new IgniteConfiguration()
                .setLocalHost(HERE)
                .setDiscoverySpi(discovery)
                .setWorkDirectory(arguments[2])
                .setDataStorageConfiguration(storage)
                .setAuthenticationEnabled(true)
                .setClientConnectorConfiguration(new ClientConnectorConfiguration()
                        .setHost(HERE)
                        .setPort(Integer.parseInt(arguments[0]))
                        .setPortRange(0)));
        node.cluster().state(ClusterState.ACTIVE);
        System.out.println(RealIgnite.READY);
    }
}
