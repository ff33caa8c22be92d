package dev.karavel.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A measurement: {@code -Dkaravel.bench=true}. Real nodes in one JVM, joining one after the other; each asks for the same 200 answers. */
@EnabledIfSystemProperty(named = "karavel.bench", matches = "true")
class TwentyNodesTest {
    private static final int KEYS = 200;
    private static final int ASKED_BY_EACH = 1000;
    private static final Duration LONG = Duration.ofHours(1);

    @TempDir
    Path folder;

    private final SharedList list = new SharedList();
    private final List<TestNode> nodes = new ArrayList<>();

    @Test
    void eachAnswerIsFetchedOnceHoweverManyNodesAsk() throws Exception {
        try {
            for (int size : new int[] {1, 2, 5, 10, 20}) {
                long begin = System.nanoTime();
                while (nodes.size() < size) {
                    TestNode node =
                            new TestNode(TestNode.at(folder, "127.0.0.1", TestNode.freePort(), Optional.empty()), list);
                    node.member.node();
                    nodes.add(node);
                }
                Waiting.until(() -> nodes.stream()
                        .allMatch(node -> node.member
                                        .nodeNow()
                                        .orElseThrow()
                                        .ignite()
                                        .cluster()
                                        .nodes()
                                        .size()
                                == size));
                long joined = System.nanoTime();
                AtomicInteger loads = new AtomicInteger();
                ask("of " + size, loads);
                double seconds = (System.nanoTime() - joined) / 1e9;
                System.out.printf(
                        "%d nodes: together after %.1f s; %d asked in %.2f s, %.0f a second, %d fetched%n",
                        size,
                        (joined - begin) / 1e9,
                        size * ASKED_BY_EACH,
                        seconds,
                        size * ASKED_BY_EACH / seconds,
                        loads.get());
                assertThat(loads).hasValue(KEYS);
            }
        } finally {
            nodes.forEach(TestNode::close);
        }
    }

    private void ask(String name, AtomicInteger loads) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(nodes.size());
        try {
            List<Callable<Void>> calls = IntStream.range(0, nodes.size())
                    .<Callable<Void>>mapToObj(i -> () -> {
                        Random random = new Random(i);
                        for (int n = 0; n < ASKED_BY_EACH; n++) {
                            String key = name + " key " + (n < KEYS ? (n + i * 7) % KEYS : random.nextInt(KEYS));
                            nodes.get(i).cache.load(key, false, LONG, LONG, () -> {
                                loads.incrementAndGet();
                                return "an answer of some length ".repeat(400).getBytes(UTF_8);
                            });
                        }
                        return null;
                    })
                    .toList();
            for (Future<Void> answer : callers.invokeAll(calls)) {
                answer.get();
            }
        } finally {
            callers.shutdownNow();
        }
    }
}
