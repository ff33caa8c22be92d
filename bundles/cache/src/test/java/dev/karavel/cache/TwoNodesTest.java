package dev.karavel.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.cache.Cluster.Node;
import dev.karavel.api.cache.ResultCache.Found;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.event.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.event.Event;

class TwoNodesTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final AtomicInteger loads = new AtomicInteger();
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private TestNode first;
    private TestNode second;

    @BeforeEach
    void startNodes() {
        int firstPort = TestNode.freePort();
        int secondPort = TestNode.freePort();
        List<String> addresses = List.of("127.0.0.1:" + firstPort, "127.0.0.1:" + secondPort);
        first = new TestNode(TestNode.settings(folder, "karavel", firstPort, addresses, 64));
        first.member.node();
        second = new TestNode(TestNode.settings(folder, "karavel", secondPort, addresses, 64));
        second.member.node();
    }

    @AfterEach
    void stopNodes() {
        callers.shutdownNow();
        second.close();
        first.close();
    }

    @Test
    void nodesSeeEachOther() {
        List<Node> nodes = new ClusterView(second.member).nodes();
        assertThat(nodes).extracting(Node::local).containsExactly(false, true);
        assertThat(nodes).extracting(Node::address).allMatch(address -> address.startsWith("127.0.0.1:"));
    }

    @Test
    void resultsOfOneNodeAreFoundAndClearedByTheOther() {
        for (int i = 0; i < 20; i++) {
            load(first, "key " + i, false);
        }
        for (int i = 0; i < 20; i++) {
            assertThat(load(second, "key " + i, false).hit()).isTrue();
        }
        assertThat(loads).hasValue(20);
        // While partitions move to the new node, neither may count them.
        Waiting.until(() -> second.cache.statistics().entries() == 20);
        second.cache.clear();
        assertThat(first.cache.find("key 3")).isEmpty();
        Waiting.until(() -> first.cache.statistics().entries() == 0);
    }

    @Test
    void hundredCallersOnTwoNodesLoadOnce() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Found>> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            TestNode node = i % 2 == 0 ? first : second;
            answers.add(callers.submit(() -> {
                await(go);
                return load(node, "busy", false);
            }));
        }
        go.countDown();
        for (Future<Found> answer : answers) {
            assertThat(new String(answer.get(60, TimeUnit.SECONDS).result().bytes(), UTF_8))
                    .isEqualTo("answer 1");
        }
        assertThat(loads).hasValue(1);
    }

    @Test
    void forcedLoadSharesTheOtherNodesFlight() throws Exception {
        load(first, "a", false);
        CountDownLatch flying = new CountDownLatch(1);
        CountDownLatch landing = new CountDownLatch(1);
        Future<Found> flight = callers.submit(() -> first.cache.load("a", true, HOUR, PATIENCE, () -> {
            flying.countDown();
            await(landing);
            return answer();
        }));
        await(flying);
        Future<Found> forced = callers.submit(() -> load(second, "a", true));
        Waiting.until(() -> Waiting.isAnyIn(ClusterFlights.class, "pause"));
        landing.countDown();
        assertThat(text(flight)).isEqualTo("answer 2");
        assertThat(text(forced)).isEqualTo("answer 2");
    }

    @Test
    void nodeThatIsStoppedWhileFlyingIsTakenOverFrom() throws Exception {
        CountDownLatch flying = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        callers.submit(() -> first.cache.load("a", false, HOUR, PATIENCE, () -> {
            flying.countDown();
            await(never);
            return answer();
        }));
        await(flying);
        Future<Found> waiting = callers.submit(() -> load(second, "a", false));
        first.close();
        assertThat(text(waiting)).isEqualTo("answer 1");
    }

    @Test
    void failureOnTheOtherNodeLetsTheWaiterLoadHimself() throws Exception {
        CountDownLatch flying = new CountDownLatch(1);
        CountDownLatch crash = new CountDownLatch(1);
        Future<Found> flight = callers.submit(() -> first.cache.load("a", false, HOUR, PATIENCE, () -> {
            flying.countDown();
            await(crash);
            throw new IllegalStateException("lost");
        }));
        await(flying);
        Future<Found> waiting = callers.submit(() -> load(second, "a", false));
        crash.countDown();
        assertThatThrownBy(flight::get).hasRootCauseMessage("lost");
        assertThat(text(waiting)).isEqualTo("answer 1");
    }

    @Test
    void nodeOfAnotherClusterIsTurnedAway() {
        int port = TestNode.freePort();
        List<String> addresses =
                List.of(new ClusterView(first.member).nodes().get(0).address());
        TestNode stranger = new TestNode(TestNode.settings(folder, "stranger", port, addresses, 64));
        try {
            assertThatThrownBy(stranger.member::node)
                    .isInstanceOf(KaravelException.class)
                    .hasMessageContaining("not available");
            assertThat(new ClusterView(first.member).nodes()).hasSize(2);
        } finally {
            stranger.close();
        }
    }

    @Test
    void nodeThatIsToldOfNobodyStaysAlone() {
        try (TestNode alone = TestNode.alone(folder)) {
            assertThat(new ClusterView(alone.member).nodes()).hasSize(1);
        }
    }

    @Test
    void newsReachesTheOtherNodeOnce() {
        RecordingEvents firstEvents = new RecordingEvents();
        RecordingEvents secondEvents = new RecordingEvents();
        EventBridge firstBridge = new EventBridge(first.member, firstEvents);
        EventBridge secondBridge = new EventBridge(second.member, secondEvents);
        firstBridge.handleEvent(new Event(Topics.DATASET_CHANGED, Map.of(Topics.ID, 7L)));
        Waiting.until(() -> secondEvents.posted.size() == 1);
        Event arrived = secondEvents.posted.get(0);
        assertThat(arrived.getTopic()).isEqualTo(Topics.DATASET_CHANGED);
        assertThat(arrived.getProperty(Topics.ID)).isEqualTo(7L);
        assertThat(arrived.getProperty(EventBridge.ORIGIN)).isNotNull();
        secondBridge.handleEvent(arrived);
        secondBridge.handleEvent(new Event(Topics.CHART_CHANGED, Map.of(Topics.ID, 8L)));
        Waiting.until(() -> !firstEvents.posted.isEmpty());
        assertThat(firstEvents.posted).extracting(Event::getTopic).containsExactly(Topics.CHART_CHANGED);
    }

    private Found load(TestNode node, String key, boolean force) {
        return node.cache.load(key, force, HOUR, PATIENCE, this::answer);
    }

    private byte[] answer() {
        return ("answer " + loads.incrementAndGet()).getBytes(UTF_8);
    }

    private static String text(Future<Found> answer) throws Exception {
        return new String(answer.get(60, TimeUnit.SECONDS).result().bytes(), UTF_8);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
