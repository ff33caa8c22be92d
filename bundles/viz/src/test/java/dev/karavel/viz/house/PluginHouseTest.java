package dev.karavel.viz.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.event.Topics;
import dev.karavel.api.viz.Plugin;
import dev.karavel.api.viz.PluginArrival;
import dev.karavel.api.viz.PluginLoss;
import dev.karavel.viz.PluginRegistry;
import dev.karavel.viz.RecordingEvents;
import dev.karavel.viz.RunningRegistry;
import dev.karavel.viz.TestPlugin;
import dev.karavel.viz.trust.SignatureRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.service.event.Event;

class PluginHouseTest {
    @TempDir
    Path folder;

    private final RecordsInMemory records = new RecordsInMemory();
    private final RecordingEvents events = new RecordingEvents();
    private RunningRegistry running;
    private PluginRegistry registry;
    private PluginHouse house;

    @BeforeEach
    void open() throws Exception {
        running = RunningRegistry.start(folder.resolve("framework"), events, SignatureRule.none());
        registry = running.registry();
        house = new PluginHouse(running.context(), registry, records, SignatureRule.none());
    }

    @AfterEach
    void close() throws Exception {
        house.close();
        running.close();
    }

    @Test
    void uploadedJarDrawsAtOnceAndIsBackAfterARestart() throws Exception {
        PluginArrival arrival = house.install(jar(plugin("1.0.0")), "ann");
        assertThat(arrival.brings()).extracting(PluginArrival.Brought::vizType).containsExactly("one");
        assertThat(registry.find("one")).isPresent();
        assertThat(registry.plugins()).extracting(Plugin::origin).containsExactly(Plugin.Origin.UPLOAD);
        house.close();
        running.close();
        running = RunningRegistry.start(folder.resolve("elsewhere"), events, SignatureRule.none());
        registry = running.registry();
        house = new PluginHouse(running.context(), registry, records, SignatureRule.none());
        house.settle();
        assertThat(registry.find("one")).isPresent();
    }

    @Test
    void removedPluginIsGoneAndCanBeHadBack() throws Exception {
        house.install(jar(plugin("1.0.0")), "ann");
        house.remove("test.plugin", "1.0.0", "ann");
        assertThat(registry.find("one")).isEmpty();
        assertThat(registry.plugins()).isEmpty();
        assertThat(house.removed()).singleElement().satisfies(gone -> assertThat(gone.symbolicName())
                .isEqualTo("test.plugin"));
        house.restore("test.plugin", "1.0.0", "ann");
        assertThat(registry.find("one")).isPresent();
        assertThatThrownBy(() -> house.restore("test.plugin", "1.0.0", "ann")).isInstanceOf(KaravelException.class);
    }

    @Test
    void pluginOfTheDeployFolderIsRemovedWithItsFileOnEveryNode() throws Exception {
        Path deployed = jar(plugin("1.0.0"));
        Bundle bundle = running.context().installBundle(deployed.toUri().toString());
        bundle.start();
        assertThat(registry.plugins()).extracting(Plugin::origin).containsExactly(Plugin.Origin.DEPLOY);
        house.remove("test.plugin", "1.0.0", "ann");
        assertThat(deployed).doesNotExist();
        house.handleEvent(new Event(
                Topics.PLUGIN_CHANGED,
                Map.of(Topics.ID, "test.plugin", Topics.VERSION, "1.0.0", Topics.DELETED, true)));
        assertThat(registry.find("one")).isEmpty();
        house.restore("test.plugin", "1.0.0", "ann");
        assertThat(registry.find("one")).isPresent();

        Path onAnotherNode = jar(new TestPlugin("test.other", "1.0.0").visualization("two"));
        running.context().installBundle(onAnotherNode.toUri().toString()).start();
        house.handleEvent(new Event(
                Topics.PLUGIN_CHANGED, Map.of(Topics.ID, "test.other", Topics.VERSION, "1.0.0", Topics.DELETED, true)));
        assertThat(onAnotherNode).doesNotExist();
        assertThat(registry.find("two")).isEmpty();
    }

    @Test
    void partOfTheServerIsSwitchedOffNotRemoved() throws Exception {
        try (InputStream in = plugin("1.0.0").jar()) {
            running.context()
                    .installBundle("mvn:dev.karavel/karavel-viz-test/1.0.0", in)
                    .start();
        }
        assertThatThrownBy(() -> house.remove("test.plugin", "1.0.0", "ann"))
                .isInstanceOf(KaravelException.class)
                .hasMessageContaining("switch it off");
        house.enable("test.plugin", "1.0.0", false, "ann");
        assertThat(registry.find("one")).isEmpty();
        assertThat(registry.plugins()).extracting(Plugin::state).containsExactly(Plugin.State.DISABLED);
        house.enable("test.plugin", "1.0.0", true, "ann");
        assertThat(registry.find("one")).isPresent();
    }

    @Test
    void whatWouldBeLostNamesTheVersionThatTakesOver() throws Exception {
        house.install(jar(plugin("1.0.0")), "ann");
        house.install(jar(plugin("2.0.0").visualization("two")), "ann");
        assertThat(house.losses("test.plugin", "2.0.0"))
                .containsExactly(
                        new PluginLoss("one", "A one", "test.plugin 1.0.0"), new PluginLoss("two", "A two", ""));
        assertThat(house.losses("test.plugin", "1.0.0")).isEmpty();
        house.enable("test.plugin", "2.0.0", false, "ann");
        assertThat(registry.find("one").orElseThrow().version()).isEqualTo("1.0.0");
    }

    @Test
    void sameVersionSentAgainIsExchanged() throws Exception {
        house.install(jar(plugin("1.0.0")), "ann");
        String before = registry.find("one").orElseThrow().module();
        PluginArrival again =
                house.install(jar(plugin("1.0.0").file("karavel/one/more.js", "export const a = 1;")), "ann");
        assertThat(again.replaces()).isTrue();
        assertThat(registry.find("one").orElseThrow().module()).isNotEqualTo(before);
        assertThat(registry.plugins()).hasSize(1);
    }

    @Test
    void whatIsNoPluginIsRefusedWithEveryReason() throws Exception {
        Path noJar = Files.writeString(folder.resolve("text.jar"), "hello");
        assertThat(house.inspect(noJar).problems()).singleElement().asString().contains("It is no jar");
        TestPlugin wrong = new TestPlugin("not a name", "x")
                .header("Provide-Capability", "other")
                .header("Import-Package", "org.acme.nowhere;version=\"[1,2)\",java.util,org.osgi.framework")
                .file("karavel/one/visualization.json", "{");
        assertThat(house.inspect(jar(wrong)).problems())
                .anyMatch(text -> text.contains("Bundle-SymbolicName"))
                .anyMatch(text -> text.contains("Bundle-Version"))
                .anyMatch(text -> text.contains("karavel.visualization"))
                .anyMatch(text -> text.contains("org.acme.nowhere"))
                .anyMatch(text -> text.contains("visualization.json"))
                .hasSize(5);
        assertThatThrownBy(() -> house.install(jar(wrong), "ann")).hasMessageContaining("Bundle-Version");
        assertThat(running.context().getBundles()).hasSize(1);
    }

    @Test
    void jarThatUnpacksWithoutEndOrLeadsOutIsRefused() throws Exception {
        Path bomb = folder.resolve("bomb.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            out.putNextEntry(new ZipEntry("zeros"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 600; i++) {
                out.write(zeros);
            }
            out.closeEntry();
        }
        assertThat(house.inspect(bomb).problems()).singleElement().asString().contains("larger than a plugin");
        for (String path : new String[] {"../out.js", "karavel/one/../../../out.js", "/etc/x", "a\\b", "C:x"}) {
            assertThat(house.inspect(jar(plugin("1.0.0").file(path, "x"))).problems())
                    .as(path)
                    .anyMatch(text -> text.contains("leads out"));
        }
        assertThat(house.inspect(jar(plugin("1.0.0").file("karavel/one/big.js", "x".repeat(3 << 20))))
                        .problems())
                .singleElement()
                .asString()
                .contains("more than 2 MB");
    }

    @Test
    void nameOfAServersBundleIsNotTaken() throws Exception {
        String system = running.context().getBundle(0).getSymbolicName();
        String version = running.context().getBundle(0).getVersion().toString();
        assertThat(house.inspect(jar(new TestPlugin(system, version).visualization("one")))
                        .problems())
                .anyMatch(text -> text.contains("choose another Bundle-SymbolicName"));
    }

    private static TestPlugin plugin(String version) {
        return new TestPlugin("test.plugin", version).visualization("one");
    }

    private Path jar(TestPlugin plugin) throws IOException {
        Path file = Files.createTempFile(folder, "plugin", ".jar");
        try (InputStream in = plugin.jar()) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }
}
