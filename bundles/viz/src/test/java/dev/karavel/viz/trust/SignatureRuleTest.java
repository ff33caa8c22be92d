package dev.karavel.viz.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.viz.Plugin;
import dev.karavel.viz.RecordingEvents;
import dev.karavel.viz.RunningRegistry;
import dev.karavel.viz.TestPlugin;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

class SignatureRuleTest {
    @TempDir
    Path folder;

    private Signer ann;
    private SignatureRule rule;

    @BeforeEach
    void trustAnn() throws Exception {
        ann = Signer.make(folder, "ann");
        Path trusted = Files.createDirectory(folder.resolve("trusted"));
        ann.exportTo(trusted.resolve("ann.pem"));
        rule = new SignatureRule(true, trusted, folder.resolve("system"));
    }

    @Test
    void jarSignedByATrustedKeyIsTaken() throws Exception {
        assertThat(rule.problem(ann.sign(jar(plugin())))).isEmpty();
    }

    @Test
    void unsignedJarIsRefusedWithTheFirstFileThatIsNotSigned() throws Exception {
        assertThat(rule.problem(jar(plugin())))
                .contains("signed by a trusted key")
                .contains("is not signed");
    }

    @Test
    void jarSignedBySomebodyElseIsRefused() throws Exception {
        Signer mallory = Signer.make(folder, "mallory");
        assertThat(rule.problem(mallory.sign(jar(plugin())))).contains("by nobody who is trusted");
    }

    @Test
    void fileAddedOrChangedAfterSigningIsFound() throws Exception {
        Path signed = ann.sign(jar(plugin()));
        assertThat(rule.problem(changed(signed, "", "karavel/one/more.js"))).contains("more.js is not signed");
        assertThat(rule.problem(changed(signed, "karavel/one/index.js", ""))).contains("signature is broken");
    }

    @Test
    void nobodyIsTrustedWithoutACertificate() throws Exception {
        SignatureRule nobody = new SignatureRule(true, folder.resolve("none"), folder.resolve("system"));
        assertThat(nobody.problem(ann.sign(jar(plugin())))).contains("no certificate is trusted");
    }

    @Test
    void unsignedBundleIsListedAsRefusedAndRunsNoClass() throws Exception {
        try (RunningRegistry running =
                RunningRegistry.start(folder.resolve("framework"), new RecordingEvents(), rule)) {
            Bundle unsigned = running.context()
                    .installBundle(jar(plugin().withJava()).toUri().toString());
            assertThatThrownBy(unsigned::start).isInstanceOf(BundleException.class);
            assertThat(running.registry().plugins()).singleElement().satisfies(plugin -> {
                assertThat(plugin.state()).isEqualTo(Plugin.State.REFUSED);
                assertThat(plugin.problem()).contains("is not signed");
            });
            assertThat(running.registry().find("one")).isEmpty();
            unsigned.uninstall();
            running.context()
                    .installBundle(ann.sign(jar(plugin())).toUri().toString())
                    .start();
            assertThat(running.registry().find("one")).isPresent();
        }
    }

    @Test
    void bundleThatRanBeforeTheRuleCameIsStopped() throws Exception {
        try (RunningRegistry free =
                RunningRegistry.start(folder.resolve("framework"), new RecordingEvents(), SignatureRule.none())) {
            Bundle unsigned = free.context().installBundle(jar(plugin()).toUri().toString());
            unsigned.start();
            RunningRegistry strict = free.again(new RecordingEvents(), rule);
            assertThat(unsigned.getState()).isLessThan(Bundle.STARTING);
            assertThat(strict.registry().find("one")).isEmpty();
        }
    }

    @Test
    void partOfTheServerNeedsNoSignatureUnlessItsFilesAreOthers() throws Exception {
        Path shipped = folder.resolve("system/org/acme/charts/1.0.0/charts-1.0.0.jar");
        Files.createDirectories(shipped.getParent());
        Files.copy(jar(plugin()), shipped);
        try (RunningRegistry running =
                RunningRegistry.start(folder.resolve("framework"), new RecordingEvents(), rule)) {
            try (InputStream in = Files.newInputStream(shipped)) {
                running.context().installBundle("mvn:org.acme/charts/1.0.0", in).start();
            }
            assertThat(running.registry().find("one")).isPresent();
        }
        try (RunningRegistry running = RunningRegistry.start(folder.resolve("another"), new RecordingEvents(), rule)) {
            try (InputStream in =
                    plugin().file("karavel/one/index.js", "evil()").jar()) {
                Bundle other = running.context().installBundle("mvn:org.acme/charts/1.0.0", in);
                assertThatThrownBy(other::start).isInstanceOf(BundleException.class);
            }
        }
    }

    private static TestPlugin plugin() {
        return new TestPlugin("test.plugin", "1.0.0").visualization("one");
    }

    private Path jar(TestPlugin plugin) throws Exception {
        Path file = Files.createTempFile(folder, "plugin", ".jar");
        try (InputStream in = plugin.jar()) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }

    /** The same jar with one file's bytes exchanged, or one more file. */
    private Path changed(Path jar, String exchanged, String added) throws Exception {
        Path file = Files.createTempFile(folder, "changed", ".jar");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] bytes = in.readAllBytes();
                out.write(entry.getName().equals(exchanged) ? "evil()".getBytes() : bytes);
                out.closeEntry();
            }
            if (!added.isEmpty()) {
                out.putNextEntry(new ZipEntry(added));
                out.write("evil()".getBytes());
                out.closeEntry();
            }
        }
        return file;
    }
}
