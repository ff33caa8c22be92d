package dev.karavel.metadata.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import liquibase.exception.LiquibaseException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.jdbc.DataSourceFactory;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the metadata database once the driver its URL asks for is there, tries again while it does not answer, and offers
 * {@link Transactions} as long as it is open: the repositories come and go with that service.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "dev.karavel.metadata")
@Designate(ocd = MetadataDatabase.Config.class)
public final class MetadataDatabase implements ServiceTrackerCustomizer<DataSourceFactory, DataSourceFactory> {
    private static final Logger LOG = LoggerFactory.getLogger(MetadataDatabase.class);
    private static final long MOST_SECONDS_BETWEEN_TRIES = 30;

    @ObjectClassDefinition(name = "Karavel metadata database")
    @interface Config {
        @AttributeDefinition(
                name = "JDBC URL",
                description =
                        "jdbc:postgresql:…, jdbc:mariadb:…, jdbc:mysql:…, or empty for an embedded Derby in the data folder")
        String url() default "";

        @AttributeDefinition(name = "User", required = false)
        String user() default "";

        @AttributeDefinition(name = "Password", type = AttributeType.PASSWORD, required = false)
        String password() default "";

        @AttributeDefinition(name = "Most connections at once", min = "2")
        int pool_size() default 10;
    }

    private final BundleContext context;
    private final OpenDatabase.Login login;
    private final int poolSize;
    // All that opens and closes happens on this thread, one after the other.
    private final ScheduledThreadPoolExecutor worker;
    private final ServiceTracker<DataSourceFactory, DataSourceFactory> drivers;
    private DataSourceFactory driver;
    private OpenDatabase open;
    private ServiceRegistration<Transactions> offer;

    @Activate
    public MetadataDatabase(BundleContext context, Config config) throws InvalidSyntaxException {
        this.context = context;
        login = new OpenDatabase.Login(
                new DatabaseAddress(
                        config.url().isBlank()
                                ? embedded(context)
                                : config.url().trim()),
                config.user(),
                config.password());
        poolSize = config.pool_size();
        worker = new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "karavel-metadata"));
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        drivers = new ServiceTracker<>(
                context,
                FrameworkUtil.createFilter("(&(objectClass=" + DataSourceFactory.class.getName() + ")("
                        + DataSourceFactory.OSGI_JDBC_DRIVER_CLASS + "="
                        + login.address().driver() + "))"),
                this);
        drivers.open();
        if (login.address().kind() == DatabaseAddress.Kind.MYSQL) {
            worker.execute(() -> use(new MariaDbDriver()));
        }
        worker.schedule(this::missDriver, 20, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() throws InterruptedException {
        drivers.close();
        worker.execute(this::close);
        worker.shutdown();
        worker.awaitTermination(30, TimeUnit.SECONDS);
    }

    @Override
    public DataSourceFactory addingService(ServiceReference<DataSourceFactory> reference) {
        DataSourceFactory found = context.getService(reference);
        worker.execute(() -> use(found));
        return found;
    }

    private void use(DataSourceFactory found) {
        if (driver == null) {
            driver = found;
            start(found, 1);
        }
    }

    @Override
    public void modifiedService(ServiceReference<DataSourceFactory> reference, DataSourceFactory service) {
        // the same driver with other properties
    }

    @Override
    public void removedService(ServiceReference<DataSourceFactory> reference, DataSourceFactory service) {
        CountDownLatch closed = new CountDownLatch(1);
        worker.execute(() -> {
            if (driver == service) {
                driver = null;
                close();
            }
            closed.countDown();
        });
        try {
            // The driver must not go before its connections.
            closed.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        context.ungetService(reference);
    }

    private void start(DataSourceFactory with, long secondsToNextTry) {
        if (driver != with) {
            return;
        }
        long begin = System.nanoTime();
        try {
            open = OpenDatabase.open(with, login, poolSize, Clock.systemUTC());
            LOG.info(
                    "Metadata database {} is open after {} ms",
                    login.address(),
                    (System.nanoTime() - begin) / 1_000_000);
            offer = context.registerService(Transactions.class, open.transactions(), null);
        } catch (SQLException | LiquibaseException | RuntimeException e) {
            LOG.error("{} (next try in {} s)", Refusal.explained(e, login), secondsToNextTry);
            LOG.debug("Details", e);
            try {
                worker.schedule(
                        () -> start(with, Math.min(MOST_SECONDS_BETWEEN_TRIES, secondsToNextTry * 2)),
                        secondsToNextTry,
                        TimeUnit.SECONDS);
            } catch (RejectedExecutionException stopping) {
                LOG.debug("No next try: stopping");
            }
        }
    }

    private void close() {
        if (offer != null) {
            offer.unregister();
            offer = null;
        }
        if (open != null) {
            open.close();
            open = null;
            LOG.info("Metadata database {} is closed", login.address());
        }
    }

    private void missDriver() {
        if (driver == null) {
            LOG.error(
                    "No database driver {} is installed, which the metadata database {} needs: install its feature or bundle",
                    login.address().driver(),
                    login.address());
        }
    }

    private static String embedded(BundleContext context) {
        return "jdbc:derby:" + Path.of(context.getProperty("karaf.data"), "metadata") + ";create=true";
    }
}
