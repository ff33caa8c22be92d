package dev.karavel.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.service.url.AbstractURLStreamHandlerService;
import org.osgi.service.url.URLConstants;
import org.osgi.service.url.URLStreamHandlerService;

class GateTest {
    @TempDir
    Path storage;

    private Framework framework;
    private BundleContext context;

    @BeforeEach
    void startFramework() throws Exception {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        storage.toString(),
                        "felix.cache.locking",
                        "false",
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        "org.slf4j"));
        framework.start();
        context = framework.getBundleContext();
    }

    @AfterEach
    void stopFramework() throws Exception {
        framework.stop();
        framework.waitForStop(0);
    }

    @Test
    void opensAtOnceWhereTheHandlerIsThere() throws Exception {
        register("mvn");
        new Gate(Duration.ofDays(1)).start(context);
    }

    @Test
    void waitsForTheHandlerOfMavenAddressesAlone() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<Void> opened = new CompletableFuture<>();
        Thread start = new Thread(() -> {
            waiting.countDown();
            try {
                new Gate(Duration.ofDays(1)).start(context);
                opened.complete(null);
            } catch (Exception e) {
                opened.completeExceptionally(e);
            }
        });
        start.start();
        waiting.await();
        register("other");
        while (start.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(opened).isNotDone();
        register("mvn");
        opened.get();
    }

    @Test
    void doesNotHoldTheServerForEver() throws Exception {
        new Gate(Duration.ofMillis(1)).start(context);
    }

    @Test
    void leavesNoListenerBehind() throws Exception {
        register("mvn");
        new Gate(Duration.ofDays(1)).start(context);
        assertThat(framework.getServicesInUse()).isNull();
    }

    private void register(String protocol) {
        Dictionary<String, Object> properties = new Hashtable<>(Map.of(URLConstants.URL_HANDLER_PROTOCOL, protocol));
        context.registerService(URLStreamHandlerService.class, new Handler(), properties);
    }

    private static final class Handler extends AbstractURLStreamHandlerService {
        @Override
        public URLConnection openConnection(URL address) {
            throw new AssertionError("nobody opens " + address);
        }
    }
}
