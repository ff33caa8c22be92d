package dev.karavel.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeFailureTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    @Test
    void nodeThatCannotStartSaysSoToAllWhoAsk() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                TestNode node =
                        new TestNode(TestNode.settings(folder, "karavel", taken.getLocalPort(), List.of(), 64))) {
            assertThatThrownBy(() -> node.cache.load("a", false, HOUR, HOUR, () -> new byte[1]))
                    .isInstanceOfSatisfying(KaravelException.class, failure -> assertThat(failure.code())
                            .isEqualTo(ErrorCode.INTERNAL))
                    .hasMessage("The result cache is not available; the log says why")
                    .hasStackTraceContaining("Failed to bind TCP server socket");
            assertThatThrownBy(() -> new ClusterView(node.member).nodes()).isInstanceOf(KaravelException.class);
        }
    }

    @Test
    void wrongSettingIsAFailureTooAndDoesNotHang() {
        ClusterMember member = new ClusterMember(() -> {
            throw new DateTimeParseException("no duration", "soon", 0);
        });
        assertThatThrownBy(member::node).isInstanceOf(KaravelException.class).hasStackTraceContaining("no duration");
        member.leave();
    }

    @Test
    void lostNodeIsStartedAgain() {
        try (TestNode node = TestNode.alone(folder)) {
            IgniteNode first = node.member.node();
            node.member.lost("by this test");
            Waiting.until(
                    () -> node.member.nodeNow().filter(now -> now != first).isPresent());
            assertThat(node.cache
                            .load("a", false, HOUR, HOUR, () -> new byte[1])
                            .hit())
                    .isFalse();
            assertThat(node.cache.find("a")).isPresent();
        }
    }

    @Test
    void addressesOfOtherMachinesAreRefused() {
        assertThatThrownBy(() -> TestNode.settings(folder, "karavel", 0, List.of("192.0.2.1:47500"), 64))
                .hasMessageContaining("addresses: 192.0.2.1 is not a loopback address");
        assertThatThrownBy(() -> TestNode.settings(folder, "karavel", 0, List.of("localhost"), 64))
                .hasMessageContaining("host:port, not localhost");
        assertThatThrownBy(() -> TestNode.settings(folder, "karavel", 80, List.of(), 64))
                .hasMessageContaining("0 or 1024 to 65535");
    }
}
