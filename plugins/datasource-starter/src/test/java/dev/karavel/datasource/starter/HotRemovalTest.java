package dev.karavel.datasource.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Secrets;
import dev.karavel.contract.data.Shop;
import dev.karavel.spi.data.DataSourceType;
import dev.karavel.spi.data.Limits;
import dev.karavel.sql.inspect.Inspector;
import dev.karavel.sql.run.BoundedSqlRunner;
import dev.karavel.sql.warehouse.OpenWarehouses;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** This plugin comes into a running framework and leaves it while its statements run. */
class HotRemovalTest {
    private static final String SLOW = "SELECT COUNT(*) FROM SYSTEM_RANGE(1, 10000000000) WHERE MOD(X, 7) = 9";
    private static final Limits LIMITS = Limits.of(10, Duration.ofMinutes(2));

    private static final Secrets BARE = new Secrets() {
        @Override
        public String encrypt(String clear) {
            return clear;
        }

        @Override
        public String decrypt(String stored) {
            return stored;
        }
    };

    @TempDir
    Path folder;

    private final OpenWarehouses warehouses = OpenWarehouses.beside("", BARE);
    private final BoundedSqlRunner runner =
            new BoundedSqlRunner(warehouses, new Inspector(List.of()), 4, 4, 1_000, 1_000_000, Clock.systemUTC());
    private final Database database = Shop.database("starter_h2", Map.of("database", "shop"));
    private Framework framework;

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(folder.resolve("data/warehouse"));
        Properties user = new Properties();
        user.setProperty("user", "sa");
        try (Connection connection =
                new org.h2.Driver().connect("jdbc:h2:file:" + folder.resolve("data/warehouse/shop"), user)) {
            connection.createStatement().execute("CREATE TABLE SALES (ID BIGINT)");
        }
        Map<String, String> settings = new HashMap<>();
        settings.put(Constants.FRAMEWORK_STORAGE, folder.resolve("framework").toString());
        settings.put("karaf.data", folder.resolve("data").toString());
        settings.put("felix.bootdelegation.implicit", "false");
        settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, "dev.karavel.spi.data;version=1.99");
        framework = new FrameworkFactory().newFramework(settings);
        framework.start();
    }

    @AfterEach
    void stop() throws Exception {
        runner.stop();
        warehouses.closeAll();
        framework.stop();
        framework.waitForStop(10_000);
    }

    @Test
    void aStatementUnderWayEndsWithAClearWordAndNothingOfThePluginIsLeft() throws Exception {
        int threads = Thread.activeCount();
        for (int round = 0; round < 3; round++) {
            WeakReference<ClassLoader> loader = comeAndGo();
            assertCollected(loader);
        }
        assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 6);
    }

    private WeakReference<ClassLoader> comeAndGo() throws Exception {
        Bundle bundle;
        try (InputStream jar = Files.newInputStream(jar())) {
            bundle = framework.getBundleContext().installBundle("test:starter", jar);
        }
        bundle.start();
        DataSourceType type = (DataSourceType) bundle.loadClass(StarterType.class.getName())
                .getConstructor(BundleContext.class)
                .newInstance(bundle.getBundleContext());
        assertThat(type.getClass().getClassLoader()).isNotSameAs(StarterType.class.getClassLoader());
        warehouses.bindType(type);
        assertThat(run("SELECT COUNT(*) FROM SALES").value(0, 0)).isEqualTo(0L);

        // the answer comes before its connection is tidied up
        await(() -> runner.load(database.id()).running() == 0);

        List<CompletableFuture<?>> running = new ArrayList<>();
        CountDownLatch started = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            running.add(CompletableFuture.runAsync(() -> {
                started.countDown();
                run(SLOW);
            }));
        }
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
        await(() -> runner.load(database.id()).running() == 2);

        warehouses.unbindType(type);
        type.getClass().getMethod("leave").invoke(type);
        WeakReference<ClassLoader> loader =
                new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader());
        bundle.uninstall();
        CountDownLatch refreshed = new CountDownLatch(1);
        framework.adapt(FrameworkWiring.class).refreshBundles(List.of(bundle), event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshed.countDown();
            }
        });
        assertThat(refreshed.await(10, TimeUnit.SECONDS)).isTrue();
        for (CompletableFuture<?> each : running) {
            assertThatThrownBy(() -> each.get(20, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOfSatisfying(KaravelException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_MISSING);
                        assertThat(e).hasMessageContaining("went away while the query ran");
                    });
        }
        assertThatThrownBy(() -> run("SELECT 1"))
                .isInstanceOfSatisfying(
                        KaravelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_MISSING));
        return loader;
    }

    private dev.karavel.spi.data.Table run(String sql) {
        return runner.run(database, sql, LIMITS, Instant.now().plus(Duration.ofMinutes(2)));
    }

    private static void assertCollected(WeakReference<ClassLoader> loader) {
        await(() -> {
            System.gc();
            return loader.get() == null;
        });
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(20).toNanos());
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    /** The plugin as the build packs it: its classes, its manifest, and the driver inside. */
    private Path jar() throws IOException {
        Path classes = Path.of("target/classes");
        Manifest manifest;
        try (InputStream in = Files.newInputStream(classes.resolve("META-INF/MANIFEST.MF"))) {
            manifest = new Manifest(in);
        }
        Attributes attributes = manifest.getMainAttributes();
        attributes.remove(new Attributes.Name("Require-Capability"));
        Path jar = folder.resolve("starter.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = classes.relativize(file).toString();
                if (!name.equals("META-INF/MANIFEST.MF")) {
                    out.putNextEntry(new JarEntry(name));
                    Files.copy(file, out);
                }
            }
        }
        return jar;
    }
}
