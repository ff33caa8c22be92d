package dev.karavel.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An authority and certificates of its, made by the JDK's own keytool. */
final class TestCertificates {
    static final String PASSWORD = "a-long-pass-phrase";

    private final Path folder;
    private final Path trust;

    TestCertificates(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        keytool("-genkeypair -alias ca -dname CN=Authority -ext bc:c -keyalg EC -validity 2 -keystore ca.p12");
        keytool("-exportcert -alias ca -keystore ca.p12 -rfc -file ca.pem");
        keytool("-importcert -noprompt -alias ca -file ca.pem -keystore trust.p12");
        trust = folder.resolve("trust.p12");
    }

    /** A node's key with a certificate of this authority. */
    ClusterTls node(String name) throws IOException, InterruptedException {
        String store = name + ".p12";
        keytool("-genkeypair -alias node -dname CN=" + name + " -keyalg EC -validity 2 -keystore " + store);
        keytool("-certreq -alias node -keystore " + store + " -file " + name + ".csr");
        keytool("-gencert -alias ca -keystore ca.p12 -infile " + name + ".csr -rfc -outfile " + name + ".pem");
        keytool("-importcert -noprompt -alias ca -file ca.pem -keystore " + store);
        keytool("-importcert -noprompt -alias node -file " + name + ".pem -keystore " + store);
        return new ClusterTls(folder.resolve(store), trust, PASSWORD);
    }

    /** Trusts this authority but shows a certificate of another. */
    ClusterTls stranger(TestCertificates other) throws IOException, InterruptedException {
        return new ClusterTls(other.node("stranger").keystore(), trust, PASSWORD);
    }

    private void keytool(String line) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        words.addAll(List.of(line.split(" ")));
        words.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(line + ": " + output);
        }
    }
}
