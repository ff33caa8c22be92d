package dev.karavel.viz.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The certificates of a folder, PEM or DER. Read anew each time: keys come and go without a restart. */
record TrustedKeys(Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(TrustedKeys.class);
    private static final String FORMAT = "X.509";

    Set<Certificate> all() {
        Set<Certificate> trusted = new HashSet<>();
        if (!Files.isDirectory(folder)) {
            return trusted;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                trusted.addAll(read(file));
            }
        } catch (IOException e) {
            LOG.warn("The certificates in {} cannot be read: {}", folder, e.toString());
        }
        return trusted;
    }

    private static List<? extends Certificate> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return List.copyOf(CertificateFactory.getInstance(FORMAT).generateCertificates(in));
        } catch (CertificateException e) {
            LOG.warn("{} is no certificate and is left out: {}", file, e.getMessage());
            return List.of();
        }
    }

    /** Whether it is one of the trusted, or was made by one of them, and is valid today. */
    static boolean vouches(Set<Certificate> trusted, List<? extends Certificate> chain) {
        for (int at = 0; at < chain.size(); at++) {
            if (!(chain.get(at) instanceof X509Certificate certificate) || !validNow(certificate)) {
                return false;
            }
            if (trusted.contains(certificate) || madeByOneOf(trusted, certificate)) {
                return true;
            }
            if (at + 1 < chain.size() && !madeBy(chain.get(at + 1), certificate)) {
                return false;
            }
        }
        return false;
    }

    private static boolean madeByOneOf(Set<Certificate> trusted, X509Certificate certificate) {
        return trusted.stream()
                .filter(issuer -> issuer instanceof X509Certificate authority
                        && authority.getBasicConstraints() >= 0
                        && validNow(authority))
                .anyMatch(issuer -> madeBy(issuer, certificate));
    }

    private static boolean madeBy(Certificate issuer, X509Certificate certificate) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (java.security.GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean validNow(X509Certificate certificate) {
        try {
            certificate.checkValidity();
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }
}
