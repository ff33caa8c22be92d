package dev.karavel.sql.warehouse;

import dev.karavel.api.sql.SshTunnel;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import org.apache.sshd.client.channel.ChannelDirectTcpip;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.common.util.security.SecurityUtils;

/** A port on the loopback address that leads through an SSH server to one host and port; opened anew where the line was cut. */
final class TunnelEntrance implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String LOOPBACK = "127.0.0.1";

    private final SshClients clients;
    private final SshTunnel tunnel;
    private final SshdSocketAddress target;
    private ClientSession session;
    private int port;

    TunnelEntrance(SshClients clients, SshTunnel tunnel, String host, int port) {
        this.clients = clients;
        this.tunnel = tunnel;
        target = new SshdSocketAddress(host, port);
    }

    /** The port at which the warehouse answers now. */
    synchronized int open() {
        if (session != null && session.isOpen()) {
            return port;
        }
        ClientSession fresh = signedIn();
        try {
            port = fresh.startLocalPortForwarding(new SshdSocketAddress(LOOPBACK, 0), target)
                    .getPort();
            session = fresh;
            return port;
        } catch (IOException e) {
            fresh.close(true);
            throw new WarehouseException(Reason.UNREACHABLE, "No port for the SSH tunnel could be opened", e);
        }
    }

    /** Returns quietly if the SSH server reaches the warehouse's host and port, or says why it does not. */
    synchronized void probe() {
        open();
        try {
            ChannelDirectTcpip channel =
                    session.createDirectTcpipChannel(new SshdSocketAddress(LOOPBACK, port), target);
            channel.open().verify(PATIENCE);
            channel.close(true);
        } catch (SshChannelOpenException e) {
            throw notThrough(e);
        } catch (IOException e) {
            if (e.getCause() instanceof SshChannelOpenException refused) {
                throw notThrough(refused);
            }
            throw new WarehouseException(Reason.UNREACHABLE, "The SSH tunnel broke", e);
        }
    }

    private static WarehouseException notThrough(SshChannelOpenException refusal) {
        return refusal.getReasonCode() == SshConstants.SSH_OPEN_CONNECT_FAILED
                ? new WarehouseException(
                        Reason.PORT_CLOSED,
                        "host",
                        "The SSH server found nobody at this host and port; both are meant as it sees them",
                        refusal)
                : new WarehouseException(
                        Reason.SETTINGS,
                        SshTunnel.PREFIX + "server_address",
                        "The SSH server does not forward connections to this host and port; its AllowTcpForwarding and"
                                + " PermitOpen have to allow it",
                        refusal);
    }

    private ClientSession signedIn() {
        HostKey hostKey = new HostKey(tunnel.fingerprint());
        ClientSession fresh = connected(hostKey);
        try {
            if (tunnel.privateKey().isPresent()) {
                fresh.addPublicKeyIdentity(key(tunnel.privateKey().get()));
            }
            tunnel.password().ifPresent(fresh::addPasswordIdentity);
            fresh.auth().verify(PATIENCE);
            return fresh;
        } catch (IOException e) {
            fresh.close(true);
            hostKey.refuseStranger();
            String field = tunnel.privateKey().isPresent() ? "private_key" : "password";
            throw e instanceof SshException
                    ? new WarehouseException(
                            Reason.CREDENTIALS,
                            SshTunnel.PREFIX + field,
                            "The SSH server does not let this user in: check user, password and key",
                            e)
                    : new WarehouseException(Reason.UNREACHABLE, "The SSH server did not answer in time", e);
        } catch (RuntimeException e) {
            fresh.close(true);
            throw e;
        }
    }

    private ClientSession connected(HostKey hostKey) {
        try {
            return clients.get()
                    .connect(tunnel.username(), tunnel.serverAddress(), tunnel.serverPort(), hostKey.asContext(), null)
                    .verify(PATIENCE)
                    .getSession();
        } catch (IOException | UnresolvedAddressException e) {
            throw unreachable(e);
        }
    }

    private static WarehouseException unreachable(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
                return new WarehouseException(
                        Reason.HOST_UNKNOWN, SshTunnel.PREFIX + "server_address", "The SSH host is unknown", failure);
            }
            if (cause instanceof ConnectException) {
                return new WarehouseException(
                        Reason.PORT_CLOSED,
                        SshTunnel.PREFIX + "server_port",
                        "Nothing answers at the SSH port",
                        failure);
            }
            if (cause instanceof SocketTimeoutException) {
                break;
            }
        }
        return new WarehouseException(
                Reason.UNREACHABLE,
                SshTunnel.PREFIX + "server_address",
                "The SSH server does not answer; is this its port?",
                failure);
    }

    private KeyPair key(String text) {
        byte[] bytes = (text.strip() + "\n").getBytes(StandardCharsets.UTF_8);
        FilePasswordProvider password =
                tunnel.privateKeyPassword().map(FilePasswordProvider::of).orElse(FilePasswordProvider.EMPTY);
        try {
            Iterable<KeyPair> pairs = SecurityUtils.loadKeyPairIdentities(
                    null, NamedResource.ofName("private_key"), new ByteArrayInputStream(bytes), password);
            if (pairs != null && pairs.iterator().hasNext()) {
                return pairs.iterator().next();
            }
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw unreadable(e);
        }
        throw unreadable(null);
    }

    private WarehouseException unreadable(Exception cause) {
        boolean locked = tunnel.privateKeyPassword().isPresent();
        return new WarehouseException(
                Reason.SETTINGS,
                SshTunnel.PREFIX + (locked ? "private_key_password" : "private_key"),
                locked
                        ? "The private key cannot be read with this password"
                        : "This is no private key in OpenSSH or PEM form, or it needs its password",
                cause);
    }

    @Override
    public synchronized void close() {
        if (session != null) {
            session.close(true);
            session = null;
        }
    }
}
