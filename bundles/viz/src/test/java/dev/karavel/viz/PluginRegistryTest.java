package dev.karavel.viz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.event.Topics;
import dev.karavel.api.viz.Plugin;
import dev.karavel.api.viz.Visualization;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.viz.DatasetInfo;
import dev.karavel.spi.viz.FormData;
import dev.karavel.spi.viz.VisualizationType;
import dev.karavel.viz.trust.SignatureRule;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.util.tracker.ServiceTracker;

class PluginRegistryTest {
    private static final DatasetInfo DATASET = new DatasetInfo(
            Map.of("origin", ColumnType.TEXT, "at", ColumnType.TIMESTAMP), Set.of("count"), Optional.of("at"));

    @TempDir
    Path folder;

    private final RecordingEvents events = new RecordingEvents();
    private Framework framework;
    private PluginRegistry registry;
    private ServiceTracker<VisualizationType, VisualizationType> types;

    @BeforeEach
    void startFramework() throws Exception {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        folder.toString(),
                        "felix.bootdelegation.implicit",
                        "false",
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        "dev.karavel.spi.viz;version=1.0,dev.karavel.spi.data;version=1.0"));
        framework.start();
        registry =
                new PluginRegistry(framework.getBundleContext(), events, SignatureRule.none(), Duration.ofMillis(300));
        registry.open();
        types = new ServiceTracker<>(framework.getBundleContext(), VisualizationType.class, null) {
            @Override
            public VisualizationType addingService(ServiceReference<VisualizationType> reference) {
                VisualizationType type = super.addingService(reference);
                registry.addType(type, Map.of());
                return type;
            }

            @Override
            public void removedService(ServiceReference<VisualizationType> reference, VisualizationType type) {
                registry.removeType(type);
                super.removedService(reference, type);
            }
        };
        types.open();
    }

    @AfterEach
    void stopFramework() throws Exception {
        types.close();
        registry.close();
        framework.stop();
        framework.waitForStop(10_000);
    }

    @Test
    void pluginThatStartsIsOfferedAndAnnounced() throws Exception {
        install(new TestPlugin("test.plugin", "1.2.0")
                .visualization("one")
                .file("karavel/one/messages/de.json", "{}")
                .file("karavel/one/thumbnail.svg", "<svg/>"));
        Visualization one = registry.find("one").orElseThrow();
        assertThat(one.title()).isEqualTo("A one");
        assertThat(one.plugin()).isEqualTo("test.plugin");
        assertThat(one.version()).isEqualTo("1.2.0");
        assertThat(one.module()).matches("/plugins/test\\.plugin/1\\.2\\.0-[0-9a-f]{8}/one/index\\.js");
        assertThat(one.thumbnail()).endsWith("/one/thumbnail.svg");
        assertThat(one.descriptor()).contains("\"widget\":\"metric\"").contains("\"messages\":[\"de\"]");
        assertThat(events.words()).containsExactly(Topics.VISUALIZATION_ADDED + " one test.plugin 1.2.0");
        assertThat(registry.plugins())
                .containsExactly(
                        new Plugin("test.plugin", "Test plugin", "1.2.0", "visualization", List.of("one"), ""));
    }

    @Test
    void pluginThatStopsIsGoneAndAnnounced() throws Exception {
        Bundle bundle = install(new TestPlugin("test.plugin", "1.0.0").visualization("one"));
        bundle.stop();
        assertThat(registry.find("one")).isEmpty();
        assertThat(registry.plugins()).extracting(Plugin::state).containsExactly(Plugin.State.STOPPED);
        assertThat(events.words()).last().isEqualTo(Topics.VISUALIZATION_REMOVED + " one test.plugin 1.0.0");
    }

    @Test
    void lazyPluginIsOfferedBeforeItsFirstClassIsLoaded() throws Exception {
        Bundle bundle = framework
                .getBundleContext()
                .installBundle(
                        "test:lazy",
                        new TestPlugin("test.lazy", "1.0.0")
                                .header(Constants.BUNDLE_ACTIVATIONPOLICY, "lazy")
                                .visualization("one")
                                .jar());
        bundle.start(Bundle.START_ACTIVATION_POLICY);
        assertThat(bundle.getState()).isEqualTo(Bundle.STARTING);
        assertThat(registry.find("one")).isPresent();
    }

    @Test
    void bundleWithoutTheCapabilityIsLeftAlone() throws Exception {
        install(new TestPlugin("test.other", "1.0.0")
                .header("Provide-Capability", "other")
                .visualization("one"));
        assertThat(registry.all()).isEmpty();
        assertThat(registry.plugins()).isEmpty();
    }

    @Test
    void highestVersionIsUsedAndTheNextOneTakesOver() throws Exception {
        install(new TestPlugin("test.plugin", "1.9.0").visualization("one"));
        Bundle newer = install(new TestPlugin("test.plugin", "1.10.0").visualization("one"));
        install(new TestPlugin("test.plugin", "1.1.0").visualization("one"));
        assertThat(registry.find("one").orElseThrow().version()).isEqualTo("1.10.0");
        assertThat(registry.plugins()).hasSize(3);
        newer.uninstall();
        assertThat(registry.find("one").orElseThrow().version()).isEqualTo("1.9.0");
        assertThat(events.words())
                .endsWith(
                        Topics.VISUALIZATION_REMOVED + " one test.plugin 1.10.0",
                        Topics.VISUALIZATION_ADDED + " one test.plugin 1.9.0");
    }

    @Test
    void brokenVersionDoesNotReplaceTheOneThatWorks() throws Exception {
        install(new TestPlugin("test.plugin", "1.0.0").visualization("one"));
        install(new TestPlugin("test.plugin", "2.0.0").file("karavel/one/visualization.json", "{\n\"contract\": }"));
        assertThat(registry.find("one").orElseThrow().version()).isEqualTo("1.0.0");
        assertThat(registry.all()).hasSize(1);
        assertThat(registry.plugins().get(0).problem())
                .contains("karavel/one/visualization.json")
                .contains("line 2");
    }

    @Test
    void refusedVisualizationIsListedWithItsProblemAndTheOthersWork() throws Exception {
        install(new TestPlugin("test.plugin", "1.0.0")
                .visualization("good")
                .file("karavel/bad/visualization.json", TestPlugin.descriptor("bad")));
        assertThat(registry.find("good")).isPresent();
        assertThat(registry.find("bad")).isEmpty();
        Visualization bad = registry.all().stream()
                .filter(each -> !each.ready())
                .findFirst()
                .orElseThrow();
        assertThat(bad.vizType()).isEqualTo("bad");
        assertThat(bad.problem()).isEqualTo("karavel/bad/index.js: the file is missing");
    }

    @Test
    void pluginWithTooLargeFilesIsRefused() throws Exception {
        install(new TestPlugin("test.plugin", "1.0.0").visualization("one").file("karavel/big.js", new byte[3 << 20]));
        assertThat(registry.find("one")).isEmpty();
        assertThat(registry.plugins().get(0).problem()).isEqualTo("karavel/big.js: more than 2 MB");
        TestPlugin heavy = new TestPlugin("test.heavy", "1.0.0").visualization("two");
        for (int i = 0; i < 6; i++) {
            heavy.file("karavel/part" + i + ".js", new byte[(2 << 20) - 1]);
        }
        install(heavy);
        assertThat(registry.plugins().get(0).problem()).contains("more than 10 MB");
    }

    @Test
    void filesAreGivenOutAndNothingElse() throws Exception {
        install(new TestPlugin("test.plugin", "1.0.0")
                .visualization("one")
                .file("karavel/shared/series.js", "export const series = 1;")
                .file("secret.txt", "secret"));
        String release = registry.find("one").orElseThrow().module().split("/")[3];
        assertThat(registry.asset("test.plugin", release, "shared/series.js")).hasValueSatisfying(asset -> {
            assertThat(new String(asset.bytes(), UTF_8)).isEqualTo("export const series = 1;");
            assertThat(asset.contentType()).startsWith("text/javascript");
        });
        for (String path :
                List.of("../secret.txt", "shared/../../secret.txt", "/secret.txt", "", "shared", "shared/")) {
            assertThat(registry.asset("test.plugin", release, path)).as(path).isEmpty();
        }
        assertThat(registry.asset("test.plugin", "1.0.0-00000000", "one/index.js"))
                .isEmpty();
        assertThat(registry.asset("test.other", release, "one/index.js")).isEmpty();
    }

    @Test
    void javaTypeGoesBeforeTheDescriptorsQuery() throws Exception {
        install(new TestPlugin("test.plugin", "1.0.0").visualization("sample").withJava());
        List<QuerySpec> questions = registry.query("sample", new FormData(Map.of()), DATASET);
        assertThat(questions.get(0).columns().get(0).label()).isEqualTo("by java");
    }

    @Test
    void failureOfPluginCodeNamesThePlugin() throws Exception {
        install(new TestPlugin("test.plugin", "1.0.0").visualization("sample").withJava());
        assertFailure(
                        () -> registry.query("sample", new FormData(Map.of("mood", "bad")), DATASET),
                        ErrorCode.PLUGIN_FAILED)
                .hasMessage("Plugin test.plugin 1.0.0 failed for chart type sample");
        assertFailure(
                () -> registry.shape("sample", Table.empty(List.of()), new FormData(Map.of())),
                ErrorCode.PLUGIN_FAILED);
        assertFailure(
                        () -> registry.query("sample", new FormData(Map.of("mood", "picky")), DATASET),
                        ErrorCode.INVALID_REQUEST)
                .hasMessage("mood: choose a better one");
    }

    @Test
    void pluginCodeThatDoesNotReturnIsGivenUpAndSoonNotAskedAnyMore() throws Exception {
        install(new TestPlugin("test.plugin", "1.0.0").visualization("sample").withJava());
        FormData endless = new FormData(Map.of("mood", "endless"));
        for (int i = 0; i < 3; i++) {
            assertFailure(() -> registry.query("sample", endless, DATASET), ErrorCode.PLUGIN_FAILED)
                    .hasMessageContaining("test.plugin 1.0.0")
                    .hasMessageContaining("more than 300 ms");
        }
        assertFailure(() -> registry.query("sample", new FormData(Map.of()), DATASET), ErrorCode.PLUGIN_FAILED)
                .hasMessageContaining("is not asked any more");
    }

    @Test
    void pluginThatLacksAPackageIsListedAsStopped() throws Exception {
        Bundle bundle = framework
                .getBundleContext()
                .installBundle(
                        "test:lacks",
                        new TestPlugin("test.lacks", "1.0.0")
                                .header("Import-Package", "org.acme.nowhere")
                                .visualization("one")
                                .jar());
        assertThatThrownBy(bundle::start).hasMessageContaining("org.acme.nowhere");
        assertThat(registry.plugins()).extracting(Plugin::state).containsExactly(Plugin.State.STOPPED);
        assertThat(registry.find("one")).isEmpty();
    }

    @Test
    void switchedOffPluginGivesWayToTheOlderVersionAtOnce() throws Exception {
        install(new TestPlugin("test.plugin", "1.0.0").visualization("one"));
        install(new TestPlugin("test.plugin", "2.0.0").visualization("one"));
        registry.switchOff(Set.of("test.plugin/2.0.0"));
        assertThat(registry.find("one").orElseThrow().version()).isEqualTo("1.0.0");
        assertThat(registry.plugins())
                .extracting(Plugin::version, Plugin::state)
                .containsExactly(tuple("2.0.0", Plugin.State.DISABLED), tuple("1.0.0", Plugin.State.READY));
        assertThat(events.words())
                .endsWith(
                        Topics.VISUALIZATION_REMOVED + " one test.plugin 2.0.0",
                        Topics.VISUALIZATION_ADDED + " one test.plugin 1.0.0");
        registry.switchOff(Set.of());
        assertThat(registry.find("one").orElseThrow().version()).isEqualTo("2.0.0");
    }

    @Test
    void missingPluginIsNamed() {
        assertFailure(() -> registry.query("nobody", new FormData(Map.of()), DATASET), ErrorCode.PLUGIN_MISSING)
                .hasMessage("No plugin for chart type nobody is installed");
    }

    @Test
    void nothingIsLeftAfterTenPluginsCameAndWent() throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        cycle(loaders);
        Set<Thread> threads = Thread.getAllStackTraces().keySet();
        for (int i = 0; i < 9; i++) {
            cycle(loaders);
        }
        assertThat(registry.all()).isEmpty();
        assertThat(registry.plugins()).isEmpty();
        assertThat(framework.getBundleContext().getBundles()).hasSize(1);
        assertThat(Thread.getAllStackTraces().keySet()).isSubsetOf(threads);
        for (WeakReference<ClassLoader> loader : loaders) {
            assertThat(collected(loader)).isTrue();
        }
    }

    private void cycle(List<WeakReference<ClassLoader>> loaders) throws Exception {
        Bundle bundle = install(
                new TestPlugin("test.plugin", "1.0.0").visualization("sample").withJava());
        registry.query("sample", new FormData(Map.of()), DATASET);
        assertThat(registry.asset(
                        "test.plugin",
                        registry.find("sample").orElseThrow().module().split("/")[3],
                        "sample/index.js"))
                .isPresent();
        loaders.add(new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader()));
        bundle.uninstall();
        CountDownLatch refreshed = new CountDownLatch(1);
        framework.adapt(FrameworkWiring.class).refreshBundles(null, event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshed.countDown();
            }
        });
        assertThat(refreshed.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static boolean collected(WeakReference<ClassLoader> loader) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (loader.get() != null && System.nanoTime() < end) {
            System.gc();
        }
        return loader.get() == null;
    }

    private Bundle install(TestPlugin plugin) throws Exception {
        Bundle bundle = framework.getBundleContext().installBundle("test:" + System.nanoTime(), plugin.jar());
        bundle.start();
        return bundle;
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertFailure(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, ErrorCode code) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(KaravelException.class, failure -> assertThat(failure.code())
                        .isEqualTo(code));
    }
}
