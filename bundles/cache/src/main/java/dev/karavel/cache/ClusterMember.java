package dev.karavel.cache;

import dev.karavel.api.cluster.Nodes;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.cache.CacheException;
import org.apache.ignite.IgniteException;
import org.apache.ignite.lang.IgniteBiPredicate;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This server's membership in its cluster: starts the node beside the rest of the server, starts it again when it is lost, and
 * tells those who ask meanwhile that it is not there.
 */
@Component(service = ClusterMember.class, immediate = true, configurationPid = "dev.karavel.cache")
@Designate(ocd = Config.class)
public final class ClusterMember {
    /** Hears what other nodes said. Called in a thread of Ignite. */
    interface Arrival {
        void arrived(UUID sender, Map<String, Object> news);
    }

    /** The messaging topic of {@link Arrival}. */
    static final String NEWS = "karavel-news";

    private static final Logger LOG = LoggerFactory.getLogger(ClusterMember.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_STARTS = Duration.ofSeconds(30);

    private final Supplier<NodeSettings> settings;
    private final NodeList list = new NodeList();
    private final ScheduledThreadPoolExecutor starter;
    private final Set<Arrival> listeners = new CopyOnWriteArraySet<>();
    private volatile CompletableFuture<IgniteNode> current = new CompletableFuture<>();
    private volatile boolean leaving;

    @Activate
    public ClusterMember(Config config, BundleContext context) {
        this(() -> NodeSettings.of(config, Path.of(dataFolder(context))));
    }

    ClusterMember(Supplier<NodeSettings> settings) {
        this.settings = settings;
        this.starter = new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "karavel-cluster-start"));
        starter.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        starter.execute(this::start);
    }

    @Reference(
            name = "nodes",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setNodes(Nodes nodes) {
        list.set(nodes);
    }

    void unsetNodes(Nodes nodes) {
        list.unset(nodes);
    }

    /**
     * The running node.
     *
     * @throws KaravelException INTERNAL if it is not running
     */
    IgniteNode node() {
        try {
            return current.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw unavailable(e.getCause());
        } catch (TimeoutException e) {
            throw unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KaravelException(ErrorCode.CANCELLED, "The request was cancelled", e);
        }
    }

    /** The node if it runs now. */
    Optional<IgniteNode> nodeNow() {
        CompletableFuture<IgniteNode> now = current;
        return now.isDone() && !now.isCompletedExceptionally() ? Optional.of(now.join()) : Optional.empty();
    }

    /** Asks the running node; what Ignite throws becomes a failure with a code. */
    <T> T ask(Function<IgniteNode, T> question) {
        IgniteNode node = node();
        try {
            return question.apply(node);
        } catch (IgniteException | CacheException | IllegalStateException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new KaravelException(ErrorCode.CANCELLED, "The request was cancelled", e);
            }
            throw unavailable(e);
        }
    }

    void listen(Arrival listener) {
        listeners.add(listener);
    }

    void stopListening(Arrival listener) {
        listeners.remove(listener);
    }

    @Deactivate
    public void leave() {
        if (leaving) {
            return;
        }
        leaving = true;
        starter.shutdown();
        try {
            if (!starter.awaitTermination(15, TimeUnit.SECONDS)) {
                LOG.warn("The start of the cluster node does not end; left alone");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        nodeNow().ifPresent(this::stop);
    }

    private void start() {
        CompletableFuture<IgniteNode> awaited = current;
        long begin = System.nanoTime();
        try {
            IgniteNode node = IgniteNode.start(settings.get(), list, this::lost);
            IgniteBiPredicate<UUID, Map<String, Object>> listener = this::arrived;
            node.ignite().message().localListen(NEWS, listener);
            awaited.complete(node);
            LOG.info(
                    "Cluster node started at {} in {} ms, {} node(s) in the cluster",
                    node.ignite().cluster().localNode().<String>attribute(IgniteConfigurations.ADDRESS),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin),
                    node.ignite().cluster().nodes().size());
        } catch (RuntimeException | LinkageError e) {
            // The edge of this thread: whatever it is, those who wait for the node must hear of it.
            String reason = reason(e);
            LOG.error(
                    "The cluster node cannot start: {}. Charts fail until it does; next try in {}",
                    reason,
                    BETWEEN_STARTS);
            LOG.debug("The cluster node cannot start", e);
            awaited.completeExceptionally(e);
            startAgain(BETWEEN_STARTS);
        }
    }

    private boolean arrived(UUID sender, Map<String, Object> news) {
        listeners.forEach(listener -> listener.arrived(sender, news));
        return true;
    }

    void lost(String reason) {
        if (!leaving) {
            LOG.error("The cluster node is lost ({}); it is started again", reason);
            startAgain(Duration.ZERO);
        }
    }

    private void startAgain(Duration delay) {
        if (!leaving) {
            starter.schedule(
                    () -> {
                        Optional<IgniteNode> old = nodeNow();
                        current = new CompletableFuture<>();
                        old.ifPresent(this::stop);
                        start();
                    },
                    delay.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    private void stop(IgniteNode node) {
        try {
            list.now().ifPresent(nodes -> nodes.gone(node.self().id()));
        } catch (KaravelException e) {
            LOG.warn("The other nodes are not told that this one leaves: {}", e.getMessage());
        }
        node.stop();
    }

    private static KaravelException unavailable(Throwable cause) {
        return new KaravelException(ErrorCode.INTERNAL, "The result cache is not available; the log says why", cause);
    }

    // What Ignite wraps around a cause says less than the cause.
    private static String reason(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        return deepest == failure ? failure.getMessage() : failure.getMessage() + ": " + deepest.getMessage();
    }

    private static String dataFolder(BundleContext context) {
        String karaf = context.getProperty("karaf.data");
        return karaf == null ? System.getProperty("java.io.tmpdir") : karaf;
    }
}
