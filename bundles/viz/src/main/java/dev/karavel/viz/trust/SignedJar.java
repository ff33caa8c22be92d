package dev.karavel.viz.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Whether every entry of a jar is signed by somebody trusted. */
final class SignedJar {
    private SignedJar() {}

    /** @return what is wrong, or empty */
    static String problem(Path file, Set<Certificate> trusted) {
        try (JarFile jar = new JarFile(file.toFile(), true)) {
            boolean any = false;
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (!entry.isDirectory() && !signature(entry.getName())) {
                    String wrong = problem(jar, entry, trusted);
                    if (!wrong.isEmpty()) {
                        return wrong;
                    }
                    any = true;
                }
            }
            return any ? "" : "the jar is empty";
        } catch (SecurityException e) {
            return "its signature is broken: " + e.getMessage();
        } catch (IOException e) {
            return "it cannot be read: " + e.getMessage();
        }
    }

    private static String problem(JarFile jar, JarEntry entry, Set<Certificate> trusted) throws IOException {
        // An entry's signers are known, and its digest compared, once it was read to its end.
        try (InputStream in = jar.getInputStream(entry)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        CodeSigner[] signers = entry.getCodeSigners();
        if (signers == null || signers.length == 0) {
            return entry.getName() + " is not signed";
        }
        for (CodeSigner signer : signers) {
            if (TrustedKeys.vouches(
                    trusted, List.copyOf(signer.getSignerCertPath().getCertificates()))) {
                return "";
            }
        }
        return entry.getName() + " is signed, but by nobody who is trusted";
    }

    /** The files of the signature itself cannot be signed, nor can the manifest that lists the rest. */
    static boolean signature(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.startsWith("META-INF/")
                && upper.indexOf('/', "META-INF/".length()) < 0
                && (upper.equals("META-INF/MANIFEST.MF") || upper.matches("META-INF/(SIG-.*|.*\\.(SF|RSA|DSA|EC))"));
    }
}
