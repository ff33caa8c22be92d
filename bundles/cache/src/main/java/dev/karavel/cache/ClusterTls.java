package dev.karavel.cache;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.cache.configuration.Factory;
import javax.net.ssl.SSLContext;
import org.apache.ignite.ssl.SslContextFactory;

/**
 * The certificates by which nodes know each other: each shows its own and asks for the other's.
 *
 * @param keystore PKCS #12 file with this node's key and certificate
 * @param truststore PKCS #12 file with the authority over all nodes' certificates
 * @param password of both
 */
record ClusterTls(Path keystore, Path truststore, String password) {
    ClusterTls {
        readable("keystore", keystore);
        readable("truststore", truststore);
    }

    /** Empty where no file is named. */
    static Optional<ClusterTls> of(Config config) {
        if (config.keystore().isBlank() && config.truststore().isBlank()) {
            return Optional.empty();
        }
        String truststore = config.truststore().isBlank() ? config.keystore() : config.truststore();
        return Optional.of(new ClusterTls(Path.of(config.keystore()), Path.of(truststore), config.keystorePassword()));
    }

    Factory<SSLContext> contexts() {
        SslContextFactory factory = new SslContextFactory();
        factory.setProtocol("TLSv1.2");
        factory.setProtocols("TLSv1.2");
        factory.setKeyStoreType("PKCS12");
        factory.setTrustStoreType("PKCS12");
        factory.setKeyStoreFilePath(keystore.toString());
        factory.setKeyStorePassword(password.toCharArray());
        factory.setTrustStoreFilePath(truststore.toString());
        factory.setTrustStorePassword(password.toCharArray());
        return factory;
    }

    @Override
    public String toString() {
        return "ClusterTls[" + keystore + ", " + truststore + "]";
    }

    private static void readable(String key, Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new IllegalArgumentException("dev.karavel.cache " + key + ": no readable file " + file);
        }
    }
}
