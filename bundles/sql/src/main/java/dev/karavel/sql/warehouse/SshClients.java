package dev.karavel.sql.warehouse;

import java.time.Duration;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.common.io.nio2.Nio2ServiceFactoryFactory;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;

/** The one SSH client of the server, there from the first tunnel on. It knows nothing of the home folder it runs in. */
final class SshClients implements AutoCloseable {
    private static final Duration HEARTBEAT = Duration.ofSeconds(30);
    private static final int WORKERS = 2;

    private SshClient client;

    synchronized SshClient get() {
        if (client == null) {
            SshClient made = SshClient.setUpDefaultClient();
            // named here, since a bundle's class loader finds no services by the thread's
            made.setIoServiceFactoryFactory(new Nio2ServiceFactoryFactory());
            made.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
            made.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
            made.setUserAuthFactories(List.of(
                    UserAuthPublicKeyFactory.INSTANCE,
                    UserAuthKeyboardInteractiveFactory.INSTANCE,
                    UserAuthPasswordFactory.INSTANCE));
            made.setServerKeyVerifier(HostKey::verify);
            CoreModuleProperties.NIO_WORKERS.set(made, WORKERS);
            CoreModuleProperties.IDLE_TIMEOUT.set(made, Duration.ZERO);
            CoreModuleProperties.HEARTBEAT_INTERVAL.set(made, HEARTBEAT);
            CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(made, 2);
            made.start();
            client = made;
        }
        return client;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.stop();
            client = null;
        }
    }
}
