package dev.karavel.viz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.viz.DatasetInfo;
import dev.karavel.spi.viz.FormData;
import dev.karavel.spi.viz.VisualizationType;
import dev.karavel.viz.trust.SignatureRule;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.util.tracker.ServiceTracker;

/** Plugins come and go, again and again: {@code -Dkaravel.cycles=1000} for the long run. */
class PluginCyclesTest {
    private static final int CYCLES = Integer.getInteger("karavel.cycles", 50);
    private static final int WARM = Math.max(10, CYCLES / 10);
    private static final DatasetInfo DATASET =
            new DatasetInfo(Map.of("origin", ColumnType.TEXT), Set.of("count"), Optional.empty());

    @TempDir
    Path folder;

    @Test
    void heapClassesAndThreadsStayFlat() throws Exception {
        try (RunningRegistry running = RunningRegistry.start(folder, new Deaf(), SignatureRule.none())) {
            ServiceTracker<VisualizationType, VisualizationType> types = follow(running);
            Measured warm = null;
            for (int cycle = 1; cycle <= CYCLES; cycle++) {
                cycle(running, cycle);
                if (cycle == WARM) {
                    warm = Measured.now();
                }
            }
            Measured end = Measured.now();
            System.out.printf("after %d cycles %s, after %d %s%n", WARM, warm, CYCLES, end);
            types.close();
            assertThat(running.context().getBundles()).hasSize(1);
            assertThat(running.registry().plugins()).isEmpty();
            assertThat(end.threads()).as("threads").isLessThanOrEqualTo(warm.threads() + 1);
            assertThat(end.classes()).as("loaded classes").isLessThan(warm.classes() + 60);
            assertThat(end.kilobytes()).as("kB of heap").isLessThan(warm.kilobytes() + 2_048);
        }
    }

    private static void cycle(RunningRegistry running, int number) throws Exception {
        PluginRegistry registry = running.registry();
        TestPlugin plugin = new TestPlugin("test.plugin", "1.0." + number)
                .visualization("sample")
                .file("karavel/sample/more.js", "while (" + number + ") {}".repeat(500))
                .withJava();
        Bundle bundle;
        try (InputStream jar = plugin.jar()) {
            bundle = running.context().installBundle("test:" + number, jar);
        }
        bundle.start();
        registry.query("sample", new FormData(Map.of()), DATASET);
        String[] module = registry.find("sample").orElseThrow().module().split("/");
        assertThat(registry.guardedAsset(module[2], module[3], "sample/more.js"))
                .isPresent();
        bundle.uninstall();
        CountDownLatch refreshed = new CountDownLatch(1);
        running.framework().adapt(FrameworkWiring.class).refreshBundles(null, event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshed.countDown();
            }
        });
        assertThat(refreshed.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(registry.find("sample")).isEmpty();
    }

    private static ServiceTracker<VisualizationType, VisualizationType> follow(RunningRegistry running) {
        BundleContext context = running.context();
        ServiceTracker<VisualizationType, VisualizationType> types =
                new ServiceTracker<>(context, VisualizationType.class, null) {
                    @Override
                    public VisualizationType addingService(ServiceReference<VisualizationType> reference) {
                        VisualizationType type = super.addingService(reference);
                        running.registry().addType(type, Map.of());
                        return type;
                    }

                    @Override
                    public void removedService(ServiceReference<VisualizationType> reference, VisualizationType type) {
                        running.registry().removeType(type);
                        super.removedService(reference, type);
                    }
                };
        types.open();
        return types;
    }

    private record Measured(long kilobytes, int classes, int threads) {
        static Measured now() {
            long least = Long.MAX_VALUE;
            for (int i = 0; i < 5; i++) {
                System.gc();
                least = Math.min(
                        least,
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            }
            return new Measured(
                    least / 1024,
                    ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                    ManagementFactory.getThreadMXBean().getThreadCount());
        }

        @Override
        public String toString() {
            return kilobytes + " kB, " + classes + " classes, " + threads + " threads";
        }
    }

    /** Keeps nothing of what is announced. */
    private static final class Deaf implements EventAdmin {
        @Override
        public void postEvent(Event event) {}

        @Override
        public void sendEvent(Event event) {}
    }
}
