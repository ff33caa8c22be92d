package dev.karavel.metadata.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.karavel.api.cluster.Leases.Lease;
import dev.karavel.api.cluster.Nodes.Node;
import dev.karavel.metadata.cluster.StoredLeases;
import dev.karavel.metadata.cluster.StoredNodes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Offices of the cluster, and the list of its nodes. */
abstract class ClusterContract extends DatabaseTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private StoredLeases leases;
    private StoredNodes nodes;

    @BeforeEach
    void openRepositories() {
        leases = new StoredLeases(database.transactions());
        nodes = new StoredNodes(database.transactions());
    }

    @Test
    void anOfficeBelongsToNobodyAtFirst() {
        Lease lease = leases.look("beat");
        assertThat(lease.holder()).isEmpty();
        assertThat(lease.mark()).isEmpty();
        assertThat(lease.now()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void whoLooksAtAnOldStateDoesNotTake() {
        Lease seen = leases.look("beat");
        Lease taken = leases.take(seen, "one").orElseThrow();
        assertThat(taken.holder()).isEqualTo("one");
        assertThat(leases.take(seen, "two")).isEmpty();
        assertThat(leases.take(taken, "one").orElseThrow().count()).isEqualTo(taken.count() + 1);
        assertThat(leases.look("beat").holder()).isEqualTo("one");
    }

    @Test
    void ofManyWhoTakeAtOnceOneHasIt() throws Exception {
        Lease seen = leases.look("beat");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Optional<Lease>>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String holder = "node " + i;
                answers.add(threads.submit(() -> leases.take(seen, holder)));
            }
            int taken = 0;
            for (Future<Optional<Lease>> answer : answers) {
                taken += answer.get().isPresent() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theMarkGoesForwardAndOnlyByTheHoldersHand() {
        leases.take(leases.look("beat"), "one");
        assertThat(leases.mark("beat", "one", NOON)).isTrue();
        assertThat(leases.mark("beat", "one", NOON.minusSeconds(5))).isTrue();
        assertThat(leases.mark("beat", "two", NOON.plusSeconds(5))).isFalse();
        assertThat(leases.look("beat").mark()).contains(NOON);
    }

    @Test
    void anOfficeGivenBackBelongsToNobodyAndKeepsItsMark() {
        Lease taken = leases.take(leases.look("beat"), "one").orElseThrow();
        leases.mark("beat", "one", NOON);
        leases.leave("beat", "two");
        assertThat(leases.look("beat").holder()).isEqualTo("one");
        leases.leave("beat", "one");
        assertThat(leases.look("beat").holder()).isEmpty();
        assertThat(leases.look("beat").mark()).contains(NOON);
        assertThat(leases.take(taken, "one")).isEmpty();
    }

    @Test
    void nodesOfOneClusterAreFoundWhateverTheirClocks() {
        nodes.alive(node("a", "karavel", NOON));
        nodes.alive(node("a", "karavel", NOON.plusSeconds(1)));
        nodes.alive(node("b", "karavel", NOON.plus(Duration.ofDays(900))));
        nodes.alive(node("c", "other", NOON));
        assertThat(nodes.living("karavel", Duration.ofMinutes(1)))
                .extracting(Node::id)
                .containsExactly("a", "b");
        assertThat(nodes.living("karavel", Duration.ofMinutes(1)).get(0).roles())
                .containsExactlyInAnyOrder("web", "beat");
        assertThat(nodes.living("karavel", Duration.ofMinutes(1)).get(0).clock())
                .isEqualTo(NOON.plusSeconds(1));
        nodes.gone("a");
        assertThat(nodes.living("karavel", Duration.ofMinutes(1)))
                .extracting(Node::id)
                .containsExactly("b");
        assertThat(nodes.living("karavel", Duration.ofMinutes(-1))).isEmpty();
    }

    private static Node node(String id, String cluster, Instant clock) {
        return new Node(id, "node " + id, cluster, "127.0.0.1:470", Set.of("web", "beat"), NOON, clock, clock);
    }
}
