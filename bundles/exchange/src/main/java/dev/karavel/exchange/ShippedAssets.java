package dev.karavel.exchange;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.User;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.exchange.data.BundleFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.util.tracker.BundleTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports what bundles with the capability karavel.assets hold, behind everyone's back, and once: what people changed or
 * deleted since stays so.
 */
@Component(service = ShippedAssets.class, immediate = true, configurationPid = "dev.karavel.exchange")
@Designate(ocd = ShippedAssets.Config.class)
public final class ShippedAssets {
    @ObjectClassDefinition(name = "Karavel import and export")
    @interface Config {
        @AttributeDefinition(name = "Import the examples that come with the server")
        boolean load_examples() default false;
    }

    private static final Logger LOG = LoggerFactory.getLogger(ShippedAssets.class);
    private static final String CAPABILITY = "karavel.assets";
    private static final String FOLDER = "karavel-assets";
    private static final int PRESENT = Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE;

    private final FolderImporter importer;
    private final Users users;
    private final Warehouses warehouses;
    private final Path dataFolder;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Optional<Worker> worker;

    private record Worker(ExecutorService thread, BundleTracker<Bundle> bundles) {}

    @Activate
    public ShippedAssets(
            BundleContext context,
            Config config,
            @Reference FolderImporter importer,
            @Reference Users users,
            @Reference Warehouses warehouses) {
        this.importer = importer;
        this.users = users;
        this.warehouses = warehouses;
        dataFolder =
                Path.of(Optional.ofNullable(context.getProperty("karaf.data")).orElse("data"));
        worker = config.load_examples() ? Optional.of(start(context)) : Optional.empty();
    }

    private Worker start(BundleContext context) {
        ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "karavel-import"));
        BundleTracker<Bundle> bundles = new BundleTracker<>(context, PRESENT, null) {
            @Override
            public Bundle addingBundle(Bundle bundle, BundleEvent event) {
                if (bundle.adapt(BundleRevision.class)
                        .getDeclaredCapabilities(CAPABILITY)
                        .isEmpty()) {
                    return null;
                }
                thread.execute(() -> bring(bundle));
                return bundle;
            }
        };
        bundles.open();
        return new Worker(thread, bundles);
    }

    @Deactivate
    void close() throws InterruptedException {
        closing.countDown();
        if (worker.isPresent()) {
            worker.get().bundles().close();
            // No interrupt at first: the embedded metadata database does not take one well.
            worker.get().thread().shutdown();
            if (!worker.get().thread().awaitTermination(20, TimeUnit.SECONDS)) {
                worker.get().thread().shutdownNow();
            }
        }
    }

    private void bring(Bundle bundle) {
        try (BundleFolder folder = new BundleFolder(bundle, FOLDER, dataFolder.resolve("tmp"))) {
            Optional<User> owner = whenReady(importer.backends(folder.path()));
            if (owner.isPresent()) {
                long begin = System.nanoTime();
                List<String> done = bring(bundle, folder.path(), owner.get().id());
                long took = (System.nanoTime() - begin) / 1_000_000;
                if (!done.isEmpty()) {
                    LOG.info("Imported {} in {} ms: {} things", name(bundle), took, done.size());
                }
                done.forEach(line -> LOG.debug("{}", line));
            }
        } catch (KaravelException | IOException | UncheckedIOException | IllegalStateException e) {
            LOG.error("The assets of {} are not imported", name(bundle), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> bring(Bundle bundle, Path folder, long owner) throws IOException {
        Path mark = dataFolder.resolve("imported").resolve(name(bundle));
        if (Files.exists(mark) && importer.hasDatabases(folder)) {
            return importer.loadTables(folder);
        }
        List<String> done = importer.importShipped(folder, owner);
        Files.createDirectories(mark.getParent());
        Files.writeString(mark, String.join("\n", done) + "\n");
        return done;
    }

    /** Waits for the datasource plugins and for an administrator to own the assets; empty when this component closes first. */
    private Optional<User> whenReady(Set<String> backends) throws InterruptedException {
        do {
            Set<String> kinds =
                    warehouses.kinds().stream().map(Warehouses.Kind::id).collect(Collectors.toSet());
            Optional<User> administrator = users.list(ListQuery.everything()).items().stream()
                    .filter(user -> user.roles().contains("Admin") && user.active())
                    .min(Comparator.comparingLong(User::id));
            if (kinds.containsAll(backends) && administrator.isPresent()) {
                return administrator;
            }
        } while (!closing.await(200, TimeUnit.MILLISECONDS));
        return Optional.empty();
    }

    private static String name(Bundle bundle) {
        return bundle.getSymbolicName() + "-" + bundle.getVersion();
    }
}
