package dev.karavel.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.cluster.Nodes.Node;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that are told of nobody, and share a list. */
class ListedNodesTest {
    @TempDir
    Path folder;

    private final SharedList list = new SharedList();
    private TestNode first;
    private TestNode second;

    @AfterEach
    void stopNodes() {
        second.close();
        first.close();
    }

    @Test
    void nodesThatStartAtOnceFindEachOther() {
        start();
        Waiting.until(() -> size(first) == 2 && size(second) == 2);
        assertThat(list.living("karavel", Duration.ZERO)).hasSize(2);
        second.close();
        assertThat(list.living("karavel", Duration.ZERO)).hasSize(1);
    }

    @Test
    void aRowThatADeadNodeLeftIsNoHindrance() {
        Instant now = Instant.now();
        list.alive(new Node("dead", "dead", "karavel", "127.0.0.1:" + TestNode.freePort(), Set.of(), now, now, now));
        start();
        Waiting.until(() -> size(first) == 2 && size(second) == 2);
    }

    @Test
    void nodesThatDidNotKnowOfEachOtherComeTogether() {
        first = new TestNode(TestNode.listed(folder, "127.0.0.1", Optional.empty()), list);
        first.member.node();
        list.forget();
        second = new TestNode(TestNode.listed(folder, "127.0.0.2", Optional.empty()), list);
        second.member.node();
        assertThat(List.of(size(first), size(second))).containsExactly(1, 1);

        List<NodeSigns> signs = List.of(
                new NodeSigns(first.member, list, Clock.systemUTC()),
                new NodeSigns(second.member, list, Clock.systemUTC()));
        for (int look = 0; look < 6; look++) {
            signs.forEach(NodeSigns::sign);
        }
        Waiting.until(() -> size(first) == 2 && size(second) == 2);
        signs.forEach(NodeSigns::close);
    }

    private void start() {
        first = new TestNode(TestNode.listed(folder, "127.0.0.1", Optional.empty()), list);
        second = new TestNode(TestNode.listed(folder, "127.0.0.2", Optional.empty()), list);
    }

    private static int size(TestNode node) {
        return node.member
                .nodeNow()
                .map(running -> running.ignite().cluster().nodes().size())
                .orElse(0);
    }
}
