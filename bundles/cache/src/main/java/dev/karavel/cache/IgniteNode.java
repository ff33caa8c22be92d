package dev.karavel.cache;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.IgniteException;
import org.apache.ignite.Ignition;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running Ignite node and its two caches: results, and markers of the flights that fetch them.
 *
 * @param writing one permit for each byte that may be written to the results at once
 */
record IgniteNode(
        Ignite ignite,
        IgniteCache<String, byte[]> results,
        IgniteCache<String, String> flights,
        Semaphore writing,
        Membership self) {
    private static final Logger LOG = LoggerFactory.getLogger(IgniteNode.class);

    // Ignite reads these once per JVM; nobody else here uses it.
    private static final Map<String, String> SWITCHES = Map.of(
            "IGNITE_UPDATE_NOTIFIER", "false",
            "IGNITE_NO_SHUTDOWN_HOOK", "true",
            "IGNITE_NO_ASCII", "true",
            "IGNITE_QUIET", "false",
            "IGNITE_MBEANS_DISABLED", "true",
            "IGNITE_PERFORMANCE_SUGGESTIONS_DISABLED", "true",
            "IGNITE_DUMP_THREADS_ON_FAILURE", "false",
            // Its own filter is set once per JVM and makes a second start fail after the bundle was refreshed.
            "IGNITE_ENABLE_OBJECT_INPUT_FILTER_AUTOCONFIGURATION", "false");

    /**
     * Starts a node and waits until it is in its cluster.
     *
     * @param list where other nodes are found if none are configured
     * @param onFailure told in a thread of Ignite when the node is lost
     * @throws IgniteException if it cannot start
     */
    static IgniteNode start(NodeSettings settings, NodeList list, Consumer<String> onFailure) {
        SWITCHES.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
        ClassLoader loader = loader();
        Membership self = Membership.begin(settings, IgniteConfigurations.port(settings));
        Optional<NodeFinder> finder = settings.addresses().isEmpty()
                ? Optional.of(new NodeFinder(list, settings.cluster(), () -> self.now(Clock.systemUTC())))
                : Optional.empty();
        IgniteConfiguration configuration = IgniteConfigurations.of(self, finder, loader, onFailure);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Ignite ignite = Ignition.start(configuration);
            return new IgniteNode(
                    ignite,
                    ignite.getOrCreateCache(IgniteConfigurations.results()),
                    ignite.getOrCreateCache(IgniteConfigurations.flights()),
                    new Semaphore(settings.writableAtOnce()),
                    self);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Whether there is no other node in the cluster now. */
    boolean isAlone() {
        return ignite.cluster().nodes().size() == 1;
    }

    /** Stops the node in a thread of its own: after a failure Ignite's stop may hang. */
    void stop() {
        Duration patience = self.settings().stopTimeout();
        String name = ignite.name();
        Thread stopper = new Thread(() -> Ignition.stop(name, true), "karavel-ignite-stop");
        stopper.setDaemon(true);
        stopper.setContextClassLoader(loader());
        stopper.start();
        try {
            stopper.join(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (stopper.isAlive()) {
            LOG.warn("Node {} did not stop within {}; left alone", name, patience);
        }
    }

    // Ignite's own classes first, then those of this bundle.
    private static ClassLoader loader() {
        ClassLoader own = IgniteNode.class.getClassLoader();
        return new ClassLoader(Ignition.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                return own.loadClass(name);
            }
        };
    }
}
