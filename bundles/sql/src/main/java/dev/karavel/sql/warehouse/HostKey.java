package dev.karavel.sql.warehouse;

import dev.karavel.api.sql.SshTunnel;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.net.SocketAddress;
import java.security.PublicKey;
import java.util.Optional;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;

/** The key one SSH server is expected to have, and the one it showed. */
final class HostKey {
    private static final AttributeRepository.AttributeKey<HostKey> EXPECTED = new AttributeRepository.AttributeKey<>();

    private final Optional<String> expected;
    private volatile String seen = "";

    HostKey(Optional<String> expected) {
        this.expected = expected;
    }

    AttributeRepository asContext() {
        return AttributeRepository.ofKeyValuePair(EXPECTED, this);
    }

    /** Whether the server of the session may go on: only with a key somebody confirmed. */
    static boolean verify(ClientSession session, SocketAddress server, PublicKey key) {
        HostKey hostKey = session.getConnectionContext().getAttribute(EXPECTED);
        hostKey.seen = KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
        return hostKey.isConfirmed();
    }

    private boolean isConfirmed() {
        return expected.filter(known -> known.equals(seen)).isPresent();
    }

    void refuseStranger() {
        if (seen.isEmpty() || isConfirmed()) {
            return;
        }
        String met = "the SSH server shows the key " + seen;
        throw new WarehouseException(
                Reason.SETTINGS,
                SshTunnel.PREFIX + "host_key_fingerprint",
                expected.isEmpty()
                        ? "Nobody confirmed the SSH server's key yet: " + met + ". If its administrator says the same,"
                                + " set it as the fingerprint"
                        : "The SSH server's key is another one than confirmed: " + met
                                + ". Set it only if its administrator says that it changed");
    }
}
