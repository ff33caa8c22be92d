package dev.karavel.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.cache.ResultCache.Statistics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvictionTest {
    private static final int MEGABYTES = 16;
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    private TestNode node;

    @BeforeEach
    void startNode() {
        node = new TestNode(TestNode.settings(folder, "karavel", 0, List.of(), MEGABYTES));
    }

    @AfterEach
    void stopNode() {
        node.close();
    }

    @Test
    void memoryStaysBoundedAndTheNewestResultIsThere() {
        Random sizes = new Random(7);
        for (int i = 0; i < 1000; i++) {
            store("key " + i, 1 + sizes.nextInt(200_000));
        }
        Statistics statistics = node.cache.statistics();
        assertThat(statistics.limit()).isEqualTo(MEGABYTES << 20);
        assertThat(statistics.bytes()).isLessThanOrEqualTo(statistics.limit());
        assertThat(statistics.evictions()).isPositive();
        assertThat(statistics.entries()).isBetween(50L, 900L);
        assertThat(node.cache.find("key 999")).isPresent();
        assertThat(node.cache.find("key 0")).isEmpty();
    }

    @Test
    void largestResultsFindRoomAlsoWhenSeveralComeAtOnce() throws Exception {
        IgniteNode started = node.member.node();
        int largest = started.self().settings().writableAtOnce() - 100;
        ExecutorService callers = Executors.newFixedThreadPool(8);
        List<Future<?>> stored = IntStream.range(0, 200)
                .<Future<?>>mapToObj(i -> callers.submit(() -> store("key " + i, i % 3 == 0 ? largest : largest / 7)))
                .toList();
        for (Future<?> each : stored) {
            each.get();
        }
        callers.shutdownNow();
        assertThat(node.cache.statistics().bytes()).isLessThanOrEqualTo(MEGABYTES << 20);
        assertThat(node.member.node()).as("the node that was started first").isSameAs(started);
        store("last", largest);
        assertThat(node.cache.find("last")).isPresent();
    }

    @Test
    void resultThatIsTooLargeIsAnsweredButNotStored() {
        assertThat(node.cache
                        .load("huge", false, HOUR, HOUR, () -> new byte[MEGABYTES << 20])
                        .result()
                        .bytes())
                .hasSize(MEGABYTES << 20);
        // it is answered before it is stored, and found in between
        Waiting.until(() -> node.cache.find("huge").isEmpty());
    }

    private void store(String key, int size) {
        node.cache.load(key, true, HOUR, HOUR, () -> new byte[size]);
    }
}
