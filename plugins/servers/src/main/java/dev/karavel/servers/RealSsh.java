package dev.karavel.servers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.forward.AcceptAllForwardingFilter;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;

/** A real SSH server, Apache MINA's, that lets "keeper" in with the password "hatch" or the key {@link #person}, and forwards. */
public final class RealSsh implements AutoCloseable {
    private final SshServer server = SshServer.setUpDefaultServer();
    private final KeyPair key = ed25519();
    private final KeyPair person = ed25519();

    public RealSsh(int port, boolean forwards) {
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
        server.setPasswordAuthenticator((user, password, session) -> user.equals("keeper") && password.equals("hatch"));
        server.setPublickeyAuthenticator(
                (user, offered, session) -> user.equals("keeper") && KeyUtils.compareKeys(offered, person.getPublic()));
        server.setForwardingFilter(forwards ? AcceptAllForwardingFilter.INSTANCE : RejectAllForwardingFilter.INSTANCE);
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getPort();
    }

    public String fingerprint() {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key.getPublic());
    }

    /** The person's private key as ssh-keygen writes it. */
    public String privateKey(String password) {
        OpenSSHKeyEncryptionContext options = new OpenSSHKeyEncryptionContext();
        options.setPassword(password);
        options.setCipherType("256");
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(
                    person, "test", password.isEmpty() ? null : options, text);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return text.toString(StandardCharsets.US_ASCII);
    }

    /** Cuts every line, as a firewall or a restart would. */
    public void cut() {
        server.getActiveSessions().forEach(session -> session.close(true));
    }

    public int lines() {
        return server.getActiveSessions().size();
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair ed25519() {
        try {
            return KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
