package dev.karavel.cache;

import dev.karavel.api.cluster.Nodes;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The list of nodes in the metadata database, which comes and goes with it. */
final class NodeList {
    private static final int PATIENCE_SECONDS = 60;

    private final CompletableFuture<Nodes> first = new CompletableFuture<>();
    private volatile Nodes nodes;

    void set(Nodes list) {
        nodes = list;
        first.complete(list);
    }

    void unset(Nodes list) {
        if (nodes == list) {
            nodes = null;
        }
    }

    Optional<Nodes> now() {
        return Optional.ofNullable(nodes);
    }

    /**
     * Waits for the database where it is not open yet: a node starts beside it.
     *
     * @throws KaravelException INTERNAL if it does not come
     */
    Nodes awaited() {
        try {
            Nodes found = nodes;
            return found != null ? found : first.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KaravelException(ErrorCode.CANCELLED, "The start of the cluster node was cancelled", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KaravelException(
                    ErrorCode.INTERNAL, "The list of nodes is in the metadata database, which is not open", e);
        }
    }
}
