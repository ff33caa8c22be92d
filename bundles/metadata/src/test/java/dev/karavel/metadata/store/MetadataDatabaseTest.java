package dev.karavel.metadata.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.vendor.derby.EmbeddedDerby;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;
import org.osgi.service.jdbc.DataSourceFactory;
import org.osgi.util.tracker.ServiceTracker;
import org.postgresql.osgi.PGDataSourceFactory;

/** In a real framework: what is offered comes and goes with the driver and the database. */
class MetadataDatabaseTest {
    @TempDir
    private Path folder;

    private Framework framework;
    private ServiceTracker<Transactions, Transactions> offered;

    @BeforeEach
    void startFramework() throws BundleException {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage", folder.resolve("bundles").toString(),
                        "karaf.data", folder.toString()));
        framework.start();
        offered = new ServiceTracker<>(framework.getBundleContext(), Transactions.class, null);
        offered.open();
    }

    @AfterEach
    void stopFramework() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(10_000);
    }

    @Test
    void isOfferedWhileItsDriverIsThere() throws Exception {
        MetadataDatabase database = database("");
        assertThat(offered.getService()).isNull();

        EmbeddedDerby derby = new EmbeddedDerby();
        ServiceRegistration<?> driver = register(derby, "org.apache.derby.jdbc.EmbeddedDriver");
        Transactions first = offered.waitForService(30_000);
        assertThat(users(first)).isZero();

        driver.unregister();
        assertThat(offered.getService()).isNull();

        register(derby, "org.apache.derby.jdbc.EmbeddedDriver");
        assertThat(users(offered.waitForService(30_000))).isZero();
        database.stop();
        assertThat(offered.getService()).isNull();
    }

    @Test
    void aDriverForAnotherDatabaseIsLeftAlone() throws Exception {
        MetadataDatabase database = database("");
        register(new PGDataSourceFactory(), "org.postgresql.Driver");
        database.stop();
        assertThat(offered.getTrackingCount()).isZero();
    }

    @Test
    void opensOnceTheServerAnswers() throws Exception {
        int port = RealPostgres.freePort();
        register(new PGDataSourceFactory(), "org.postgresql.Driver");
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        MetadataDatabase database = database(url);
        try (RealPostgres server = RealPostgres.start(port)) {
            assertThat(server.url("postgres")).isEqualTo(url);
            assertThat(users(offered.waitForService(TimeUnit.SECONDS.toMillis(60))))
                    .isZero();
            database.stop();
        }
    }

    @Test
    void mariaDbIsOfferedUntilItStops() throws Exception {
        SharedMariaDb.execute("create or replace user 'postgres'@'%'", "grant all on *.* to 'postgres'@'%'");
        MetadataDatabase database = database(SharedMariaDb.newDatabase());
        assertThat(users(offered.waitForService(TimeUnit.SECONDS.toMillis(60)))).isZero();
        database.stop();
        assertThat(offered.getService()).isNull();
    }

    @Test
    void stopsWhileItStillTries() throws Exception {
        register(new PGDataSourceFactory(), "org.postgresql.Driver");
        MetadataDatabase database = database("jdbc:postgresql://127.0.0.1:" + RealPostgres.freePort() + "/postgres");
        database.stop();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("karavel-metadata")) {
                thread.join(TimeUnit.SECONDS.toMillis(30));
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    private MetadataDatabase database(String url) throws InvalidSyntaxException {
        return new MetadataDatabase(framework.getBundleContext(), new MetadataDatabase.Config() {
            @Override
            public String url() {
                return url;
            }

            @Override
            public String user() {
                return url.isEmpty() ? "" : "postgres";
            }

            @Override
            public String password() {
                return "";
            }

            @Override
            public int pool_size() {
                return 3;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return MetadataDatabase.Config.class;
            }
        });
    }

    private ServiceRegistration<?> register(DataSourceFactory driver, String name) {
        BundleContext context = framework.getBundleContext();
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(DataSourceFactory.OSGI_JDBC_DRIVER_CLASS, name);
        return context.registerService(DataSourceFactory.class, driver, properties);
    }

    private static long users(Transactions transactions) {
        return transactions.read(entities -> entities.createQuery("select count(e) from UserEntity e", Long.class)
                .getSingleResult());
    }
}
