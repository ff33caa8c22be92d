package dev.karavel.servers.trino;

import com.google.inject.Key;
import io.trino.plugin.memory.MemoryPlugin;
import io.trino.server.security.PasswordAuthenticatorManager;
import io.trino.server.testing.TestingTrinoServer;
import io.trino.spi.security.AccessDeniedException;
import io.trino.spi.security.BasicPrincipal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What runs in the server's own process. */
final class TrinoMain {
    private TrinoMain() {}

    /** @param arguments port without and with TLS, the folder, the key store and its password, and the password of everyone */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[2]);
        TestingTrinoServer server = TestingTrinoServer.builder()
                .setBaseDataDir(Optional.of(folder.resolve("data")))
                .setProperties(Map.of(
                        "http-server.http.port", arguments[0],
                        "http-server.https.enabled", "true",
                        "http-server.https.port", arguments[1],
                        "http-server.https.keystore.path", arguments[3],
                        "http-server.https.keystore.key", arguments[4],
                        "http-server.authentication.type", "PASSWORD",
                        "http-server.authentication.allow-insecure-over-http", "true"))
                .build();
        String password = arguments[5];
        server.getInstance(Key.get(PasswordAuthenticatorManager.class)).setAuthenticators((user, given) -> {
            if (!given.equals(password)) {
                throw new AccessDeniedException("Invalid credentials");
            }
            return new BasicPrincipal(user);
        });
        server.installPlugin(new MemoryPlugin());
        server.createCatalog("memory", "memory", Map.of("memory.max-data-per-node", "64MB"));
        server.createCatalog("other", "memory", Map.of("memory.max-data-per-node", "16MB"));
        System.out.println("KARAVEL TRINO IS READY");
    }
}
