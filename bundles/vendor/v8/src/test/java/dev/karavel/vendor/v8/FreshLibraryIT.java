package dev.karavel.vendor.v8;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;

/** The bundle in a framework of its own, as the server has it. */
class FreshLibraryIT {
    @TempDir
    private Path storage;

    @Test
    void countsAfterEachRefreshOfTheBundle() throws Exception {
        Framework framework =
                new FrameworkFactory().newFramework(Map.of("org.osgi.framework.storage", storage.toString()));
        framework.start();
        try {
            Bundle bundle = framework
                    .getBundleContext()
                    .installBundle(
                            new File(System.getProperty("bundle")).toURI().toString());
            bundle.start();
            assertThat(sum(bundle)).isEqualTo(2);
            for (int time = 0; time < 3; time++) {
                refresh(framework, bundle);
                assertThat(sum(bundle)).isEqualTo(2);
            }
        } finally {
            framework.stop();
            framework.waitForStop(10_000);
        }
    }

    @Test
    void countsAfterAStopAndAStart() throws Exception {
        Framework framework =
                new FrameworkFactory().newFramework(Map.of("org.osgi.framework.storage", storage.toString()));
        framework.start();
        try {
            Bundle bundle = framework
                    .getBundleContext()
                    .installBundle(
                            new File(System.getProperty("bundle")).toURI().toString());
            bundle.start();
            assertThat(sum(bundle)).isEqualTo(2);
            bundle.stop();
            bundle.start();
            assertThat(sum(bundle)).isEqualTo(2);
        } finally {
            framework.stop();
            framework.waitForStop(10_000);
        }
    }

    private static void refresh(Framework framework, Bundle bundle) throws InterruptedException {
        CountDownLatch refreshed = new CountDownLatch(1);
        framework.adapt(FrameworkWiring.class).refreshBundles(List.of(bundle), event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshed.countDown();
            }
        });
        assertThat(refreshed.await(10, TimeUnit.SECONDS)).isTrue();
    }

    /** Through the bundle's own classes: this test's class path has Javet too, which must not answer. */
    private static int sum(Bundle bundle) throws Exception {
        Class<?> hosts = bundle.loadClass("com.caoccao.javet.interop.V8Host");
        Object host = hosts.getMethod("getV8Instance").invoke(null);
        Object runtime = hosts.getMethod("createV8Runtime").invoke(host);
        Class<?> runtimes = bundle.loadClass("com.caoccao.javet.interop.V8Runtime");
        Object executor = runtimes.getMethod("getExecutor", String.class).invoke(runtime, "1 + 1");
        Object sum = bundle.loadClass("com.caoccao.javet.interop.executors.IV8Executor")
                .getMethod("executeInteger")
                .invoke(executor);
        runtimes.getMethod("close", boolean.class).invoke(runtime, true);
        return (Integer) sum;
    }
}
