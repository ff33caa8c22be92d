package dev.karavel.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.KaravelException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes at two addresses that know each other by certificates. */
class CertifiedNodesTest {
    @TempDir
    Path folder;

    private final SharedList list = new SharedList();

    @Test
    void nodesWithCertificatesOfOneAuthorityShareResultsAndNobodyElseGetsIn() throws Exception {
        TestCertificates authority = new TestCertificates(folder.resolve("ours"));
        TestCertificates others = new TestCertificates(folder.resolve("theirs"));
        try (TestNode first = node("127.0.0.1", Optional.of(authority.node("first")));
                TestNode second = node("127.0.0.2", Optional.of(authority.node("second")))) {
            Waiting.until(() -> new ClusterView(first.member).nodes().size() == 2);
            Waiting.until(() -> new ClusterView(second.member).nodes().size() == 2);
            refused(Optional.of(authority.stranger(others)), first);
            refused(Optional.empty(), first);
        }
    }

    @Test
    void anAddressOfAnotherMachineNeedsCertificates() {
        assertThatThrownBy(() -> TestNode.at(folder, "192.0.2.1", 47000, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("KARAVEL_CLUSTER_KEYSTORE");
    }

    @Test
    void aKeyStoreThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing.p12");
        assertThatThrownBy(() -> new ClusterTls(missing, missing, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing.p12");
    }

    /** Whether it does not start or stays alone, nobody inside has it. */
    private void refused(Optional<ClusterTls> tls, TestNode inside) {
        try (TestNode outside = node("127.0.0.3", tls)) {
            int seen;
            try {
                seen = outside.member.node().ignite().cluster().nodes().size();
            } catch (KaravelException e) {
                seen = 1;
            }
            assertThat(seen).isEqualTo(1);
            assertThat(new ClusterView(inside.member).nodes()).hasSize(2);
        }
    }

    private TestNode node(String host, Optional<ClusterTls> tls) {
        return new TestNode(TestNode.listed(folder, host, tls), list);
    }
}
